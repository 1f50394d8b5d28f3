/** What tasks say and hear about logs. Start at {@link LogQuery}. */
@NullMarked
package dev.legato.plugin.log;

import org.jspecify.annotations.NullMarked;
