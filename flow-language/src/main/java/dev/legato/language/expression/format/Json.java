package dev.legato.language.expression.format;

import dev.legato.language.expression.runtime.Call;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON text as plain values. */
public final class Json {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  /** Parses the text given to a filter or function. */
  public static @Nullable Object parse(String text, Call call) {
    call.budget().text(text.length());
    try {
      return MAPPER.readValue(text, Object.class);
    } catch (JacksonException e) {
      var place = e.getLocation();
      throw call.fail(
          place == null
              ? "got text that is not valid JSON"
              : "got text that is not valid JSON at line %d, column %d"
                  .formatted(place.getLineNr(), place.getColumnNr()));
    }
  }

  /** Whether a value is text that parses as JSON. */
  public static boolean isValid(@Nullable Object value) {
    if (!(value instanceof String text) || text.isBlank()) {
      return false;
    }
    try {
      MAPPER.readTree(text);
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }
}
