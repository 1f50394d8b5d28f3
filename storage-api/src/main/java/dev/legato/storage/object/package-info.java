/**
 * Internal storage in an object store, such as S3. Start at {@link
 * dev.legato.storage.object.ObjectFileStore}.
 */
@NullMarked
package dev.legato.storage.object;

import org.jspecify.annotations.NullMarked;
