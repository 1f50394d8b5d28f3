package dev.legato.data.xml;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How XML is read.
 *
 * @param path names of elements, from the root: each element there is a row; empty to let the
 *     document decide
 * @param lists names of elements that are lists even where there is one
 * @param charset UTF-8 to follow what the file says of itself
 */
public record XmlReadOptions(List<String> path, List<String> lists, Charset charset) {
  public static final XmlReadOptions DEFAULTS =
      new XmlReadOptions(List.of(), List.of(), StandardCharsets.UTF_8);

  /** The names in a path such as {@code /catalog/books/book}. */
  public static List<String> path(String written) {
    return List.of(written.split("/", 0)).stream().filter(name -> !name.isBlank()).toList();
  }
}
