package dev.legato.language.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One example of each type, to copy into a flow. They stand in {@code examples.yaml}, with lines of
 * {@code ---} between them.
 */
final class Examples {
  private static final String FILE = "examples.yaml";
  private static final String TYPE = "type: ";
  private static final Map<String, String> BY_TYPE = read();

  private Examples() {}

  /**
   * The YAML of a task, trigger or condition of the type.
   *
   * @param type its full name
   */
  static Optional<String> of(String type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  private static Map<String, String> read() {
    Map<String, String> examples = new LinkedHashMap<>();
    for (String example : text().split("(?m)^---\\n")) {
      example
          .lines()
          .filter(line -> line.startsWith(TYPE))
          .findFirst()
          .ifPresent(line -> examples.put(line.substring(TYPE.length()), example));
    }
    return examples;
  }

  private static String text() {
    try (InputStream file = Examples.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(
            "Expected %s beside %s, but it is not there".formatted(FILE, Examples.class.getName()));
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
