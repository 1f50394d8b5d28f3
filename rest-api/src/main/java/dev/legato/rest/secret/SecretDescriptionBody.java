package dev.legato.rest.secret;

/**
 * What people are to read about a secret.
 *
 * @param description empty for nothing
 */
public record SecretDescriptionBody(String description) {}
