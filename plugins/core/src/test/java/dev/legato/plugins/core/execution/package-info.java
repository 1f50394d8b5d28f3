/** Tests of the tasks of this package. */
@NullMarked
package dev.legato.plugins.core.execution;

import org.jspecify.annotations.NullMarked;
