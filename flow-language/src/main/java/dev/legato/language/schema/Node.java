package dev.legato.language.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes parts of schemas whose keys keep their order, so that a schema always reads the same. */
final class Node {
  private Node() {}

  static Map<String, Object> of(String key, Object value) {
    return Collections.singletonMap(key, value);
  }

  static Map<String, Object> of(String key1, Object value1, String key2, Object value2) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put(key1, value1);
    node.put(key2, value2);
    return Collections.unmodifiableMap(node);
  }
}
