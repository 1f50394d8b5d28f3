/**
 * Tasks that are known only while the flow runs. Start at {@link
 * dev.legato.plugins.core.templating.TemplatedTask}.
 */
@NullMarked
package dev.legato.plugins.core.templating;

import org.jspecify.annotations.NullMarked;
