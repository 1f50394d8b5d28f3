package dev.legato.rest.secret;

import org.jspecify.annotations.Nullable;

/**
 * What became of a new secret.
 *
 * @param warning why it will not be hidden; absent when it will
 */
public record SetSecretView(String namespace, String key, int revision, @Nullable String warning) {}
