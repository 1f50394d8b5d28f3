/** Tests of the tasks of this package. */
@NullMarked
package dev.legato.plugins.core.storage;

import org.jspecify.annotations.NullMarked;
