/** What several tasks do with values. Start at {@link dev.legato.plugins.core.value.Json}. */
@NullMarked
package dev.legato.plugins.core.value;

import org.jspecify.annotations.NullMarked;
