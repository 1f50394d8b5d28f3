/** Tasks about values by key. Start at {@link dev.legato.plugins.core.kv.Set}. */
@NullMarked
package dev.legato.plugins.core.kv;

import org.jspecify.annotations.NullMarked;
