/** Tests of tasks about namespace files. */
@NullMarked
package dev.legato.plugins.core.namespace;

import org.jspecify.annotations.NullMarked;
