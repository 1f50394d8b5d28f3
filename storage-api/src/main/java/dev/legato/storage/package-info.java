/**
 * The ports that a backend implements. Start at {@link dev.legato.storage.ExecutionStore}.
 *
 * <p>Every port has one contract suite in the test kit; a backend is done when it passes.
 */
@NullMarked
package dev.legato.storage;

import org.jspecify.annotations.NullMarked;
