package dev.legato.plugins.serdes.grok;

import dev.legato.plugin.TaskFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Patterns by their names: those that everybody knows, and those of a task. */
final class Definitions {
  private static final Map<String, String> KNOWN = known();

  private final Map<String, String> all = new LinkedHashMap<>(KNOWN);

  private static Map<String, String> known() {
    try (InputStream in = Definitions.class.getResourceAsStream("patterns")) {
      if (in == null) {
        throw new IllegalStateException("Expected a list of patterns, but there is none");
      }
      Map<String, String> patterns = new LinkedHashMap<>();
      addLines(new String(in.readAllBytes(), StandardCharsets.UTF_8), patterns);
      return Map.copyOf(patterns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A name, a blank, a pattern on each line; lines with a hash are comments. */
  private static void addLines(String lines, Map<String, String> patterns) {
    for (String line : lines.lines().map(String::strip).toList()) {
      String[] parts = line.split("\\s+", 2);
      if (parts.length == 2 && !line.startsWith("#")) {
        patterns.put(parts[0], parts[1]);
      }
    }
  }

  void add(Map<String, String> patterns) {
    all.putAll(patterns);
  }

  /** Adds what stands in a file, or in the files of a folder. */
  void addFrom(Path folder, String inside) throws TaskFailure, IOException {
    Path path = folder.resolve(inside).normalize();
    if (!path.startsWith(folder) || !Files.exists(path)) {
      throw new TaskFailure(
          "'patternsDir' has '%s', which is not there in the working directory.".formatted(inside));
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        addLines(Files.readString(file), all);
      }
    }
  }

  String get(String name) throws TaskFailure {
    String pattern = all.get(name);
    if (pattern == null) {
      List<String> similar =
          all.keySet().stream()
              .filter(each -> each.contains(name) || name.contains(each))
              .sorted()
              .limit(5)
              .toList();
      throw new TaskFailure(
          "There is no pattern '%s'%s. Define it in 'patternDefinitions'."
              .formatted(name, similar.isEmpty() ? "" : "; similar ones: " + similar));
    }
    return pattern;
  }
}
