/**
 * Secrets of namespaces, which no backend ever sees as they are. Start at {@link
 * dev.legato.storage.secret.Vault}.
 */
@NullMarked
package dev.legato.storage.secret;

import org.jspecify.annotations.NullMarked;
