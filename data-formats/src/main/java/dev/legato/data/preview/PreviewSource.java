package dev.legato.data.preview;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * A file to be shown.
 *
 * @param name with its extension
 * @param size in bytes
 */
public record PreviewSource(String name, long size, Opening opening) {
  /** Opens the file; the caller closes it. */
  @FunctionalInterface
  public interface Opening {
    InputStream open() throws IOException;
  }

  /** What is behind the last dot of the name, in lower case; empty without a dot. */
  String extension() {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
