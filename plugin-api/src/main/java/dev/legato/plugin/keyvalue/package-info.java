/** What tasks say and hear about values by key. Start at {@link NewKeyValue}. */
@NullMarked
package dev.legato.plugin.keyvalue;

import org.jspecify.annotations.NullMarked;
