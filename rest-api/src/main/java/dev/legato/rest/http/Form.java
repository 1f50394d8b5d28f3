package dev.legato.rest.http;

import java.util.Map;
import java.util.Set;

/**
 * What a multipart body holds.
 *
 * @param fields text parts by name, in the order of the body
 * @param files names of the inputs for which a file was sent
 */
public record Form(Map<String, String> fields, Set<String> files) {
  public static final Form EMPTY = new Form(Map.of(), Set.of());
}
