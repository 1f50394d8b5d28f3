package dev.legato.plugin.type;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The lists of types in a plugin's jar, so that the catalogue knows all names without loading a
 * class. Each list has a line for each type: its class, its name, its aliases, with a blank between
 * them. Written when the plugin is compiled.
 */
public final class TypeIndex {
  /** Where the list of tasks is in the jar. */
  public static final String TASKS = "META-INF/legato/types";

  /** Where the list of triggers is in the jar. */
  public static final String TRIGGERS = "META-INF/legato/triggers";

  private TypeIndex() {}

  /**
   * A line of the list.
   *
   * @param className as {@link Class#forName} wants it
   */
  public record Entry(String className, String name, List<String> aliases) {
    public String line() {
      return String.join(" ", className, name, String.join(" ", aliases)).strip();
    }

    static Entry parse(String line) {
      String[] words = line.strip().split(" +", 0);
      return new Entry(words[0], words[1], List.of(words).subList(2, words.length));
    }
  }

  /** The entries of all jars that the loader sees. */
  static List<Entry> read(ClassLoader loader, String resource) {
    List<Entry> entries = new ArrayList<>();
    try {
      for (URL url : Collections.list(loader.getResources(resource))) {
        try (InputStream in = url.openStream()) {
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .map(Entry::parse)
              .forEach(entries::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
    return entries;
  }
}
