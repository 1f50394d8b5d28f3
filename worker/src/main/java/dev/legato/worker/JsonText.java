package dev.legato.worker;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads texts that hold JSON. */
final class JsonText {
  private static final JsonMapper JSON = JsonMapper.shared();

  private JsonText() {}

  /** The list or map that the text spells; the text itself when it spells none. */
  static Object listOrMap(String text) {
    String json = text.strip();
    if (!json.startsWith("[") && !json.startsWith("{")) {
      return text;
    }
    try {
      return JSON.readValue(json, Object.class);
    } catch (JacksonException _) {
      return text; // what the property takes instead is said when it is bound
    }
  }
}
