package dev.legato.plugins.core.value;

import dev.legato.plugin.TaskFailure;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** JSON as text. */
public final class Json {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private Json() {}

  /**
   * The value that a text spells.
   *
   * @param what names the text in the error
   */
  public static @Nullable Object parse(String text, String what) throws TaskFailure {
    try {
      return MAPPER.readValue(text, Object.class);
    } catch (JacksonException e) {
      throw new TaskFailure("%s is no valid JSON: %s".formatted(what, e.getOriginalMessage()), e);
    }
  }

  /** In one line. */
  public static String write(@Nullable Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** As a line of a file; such lines can be read as Ion, too. */
  public static void writeLine(@Nullable Object value, OutputStream out) throws IOException {
    out.write(MAPPER.writeValueAsBytes(value));
    out.write('\n');
  }
}
