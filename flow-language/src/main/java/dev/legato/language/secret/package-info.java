/**
 * Keeps secrets out of everything that people read: logs, outputs, errors and answers. Start at
 * {@link dev.legato.language.secret.SecretMask}.
 */
@NullMarked
package dev.legato.language.secret;

import org.jspecify.annotations.NullMarked;
