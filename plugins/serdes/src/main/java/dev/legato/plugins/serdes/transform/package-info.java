/** Tasks that make rows and values of others by an expression. */
@NullMarked
package dev.legato.plugins.serdes.transform;

import org.jspecify.annotations.NullMarked;
