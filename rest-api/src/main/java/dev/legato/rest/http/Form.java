package dev.legato.rest.http;

import java.util.Map;

/**
 * What a multipart body holds.
 *
 * @param fields text parts by name, in the order of the body
 * @param files what became of each file, by the name of its part
 * @param <F> what a {@link FileSink} makes of a file
 */
public record Form<F>(Map<String, String> fields, Map<String, F> files) {}
