package dev.legato.plugins.serdes.markdown;

import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a task has made.
 *
 * @param uri of the new file
 */
public record Document(@Property("The new file.") URI uri) {
  private static final int MOST_BYTES = 32 << 20;

  /** Converts a text as a whole. */
  static Document convert(
      URI from, Charset charset, String name, UnaryOperator<String> conversion, TaskContext context)
      throws TaskFailure, IOException {
    byte[] bytes;
    try (InputStream in = context.files().read(from)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      throw new TaskFailure("The file has more than %,d bytes.".formatted(MOST_BYTES));
    }
    byte[] converted;
    try {
      converted = conversion.apply(new String(bytes, charset)).getBytes(charset);
    } catch (StackOverflowError e) {
      throw new TaskFailure("The document is nested too deeply.", e);
    }
    try (NewFile file = context.files().create(name)) {
      file.content().write(converted);
      context.count("bytes", (double) converted.length, Map.of());
      return new Document(file.keep());
    }
  }
}
