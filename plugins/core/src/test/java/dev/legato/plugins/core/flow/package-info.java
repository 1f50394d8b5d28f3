/** Tests of the tasks of this package. */
@NullMarked
package dev.legato.plugins.core.flow;

import org.jspecify.annotations.NullMarked;
