package dev.legato.rest.http;

import java.lang.reflect.Type;

/**
 * One of the answers of a route.
 *
 * @param type of the body; {@code Void.class} for none
 */
public record Reply(int status, String mediaType, Type type, String description) {}
