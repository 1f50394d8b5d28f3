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
 * The list of types in a plugin's jar, so that the catalogue knows all names without loading a
 * class. A line for each type: its class, its name, its aliases, with a blank between them. Written
 * when the plugin is compiled.
 */
public final class TypeIndex {
  /** Where the list is in the jar. */
  public static final String RESOURCE = "META-INF/legato/types";

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
  static List<Entry> read(ClassLoader loader) {
    List<Entry> entries = new ArrayList<>();
    try {
      for (URL url : Collections.list(loader.getResources(RESOURCE))) {
        try (InputStream in = url.openStream()) {
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank())
              .map(Entry::parse)
              .forEach(entries::add);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + RESOURCE, e);
    }
    return entries;
  }
}
