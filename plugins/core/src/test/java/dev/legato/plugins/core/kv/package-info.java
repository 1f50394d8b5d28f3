/** Tests of the tasks of this package. */
@NullMarked
package dev.legato.plugins.core.kv;

import org.jspecify.annotations.NullMarked;
