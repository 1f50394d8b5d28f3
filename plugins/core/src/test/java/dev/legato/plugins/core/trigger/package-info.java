/** Tests of the tasks that steer triggers. */
@NullMarked
package dev.legato.plugins.core.trigger;

import org.jspecify.annotations.NullMarked;
