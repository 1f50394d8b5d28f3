/** Tests of the tasks of this package. */
@NullMarked
package dev.legato.plugins.core.http;

import org.jspecify.annotations.NullMarked;
