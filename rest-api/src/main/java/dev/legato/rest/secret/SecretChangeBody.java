package dev.legato.rest.secret;

import org.jspecify.annotations.Nullable;

/**
 * A secret to set.
 *
 * @param value never shown again
 * @param description for people; absent to keep the one that is there
 */
public record SecretChangeBody(String key, String value, @Nullable String description) {}
