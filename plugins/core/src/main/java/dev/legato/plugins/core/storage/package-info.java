/**
 * Tasks about files in internal storage. Start at {@link dev.legato.plugins.core.storage.Split}.
 */
@NullMarked
package dev.legato.plugins.core.storage;

import org.jspecify.annotations.NullMarked;
