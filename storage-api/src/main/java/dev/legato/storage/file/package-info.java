/**
 * Internal storage: the files of executions and namespaces. Start at {@link
 * dev.legato.storage.file.FileStore}.
 *
 * <p>Whatever a user writes becomes a {@link dev.legato.storage.file.SafePath} before a store sees
 * it; no store takes a path as text.
 */
@NullMarked
package dev.legato.storage.file;

import org.jspecify.annotations.NullMarked;
