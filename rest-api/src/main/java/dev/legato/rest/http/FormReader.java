package dev.legato.rest.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;

/** Reads multipart forms. Texts are kept in memory, files go on to a sink piece by piece. */
final class FormReader<F> {
  private static final String OLD_FILE_PART = "files";

  private final FileSink<F> sink;
  private final long maxText;
  private final LinkedHashMap<String, String> fields = new LinkedHashMap<>();
  private final LinkedHashMap<String, F> files = new LinkedHashMap<>();
  private long text;

  private FormReader(FileSink<F> sink, long maxText) {
    this.sink = sink;
    this.maxText = maxText;
  }

  /**
   * Reads a form; a body without a byte is one without parts, whatever its type says.
   *
   * @param maxText bytes of all texts together
   */
  static <F> Form<F> read(
      InputStream body, String contentType, int maxParts, long maxText, FileSink<F> sink)
      throws IOException {
    var reader = new FormReader<>(sink, maxText);
    int first = body.read();
    if (first >= 0) {
      var parts = new Parts(first, body, Parts.boundary(contentType), maxParts);
      while (parts.next()) {
        reader.take(parts);
      }
      body.transferTo(OutputStream.nullOutputStream()); // the connection serves others after this
    }
    return new Form<>(reader.fields, reader.files);
  }

  private void take(Parts parts) throws IOException {
    String name = parts.name();
    String fileName = parts.fileName();
    if (fileName == null) {
      byte[] bytes = parts.content().readNBytes((int) Math.min(maxText - text + 1, 1 << 30));
      text += bytes.length;
      if (text > maxText) {
        throw Problem.tooLarge("the texts may have at most %d bytes".formatted(maxText));
      }
      refuseSecond(fields.put(name, Percent.utf8(bytes)) != null, name);
      return;
    }
    // older clients name the part "files" and put the input's id where the file name belongs
    String id = name.equals(OLD_FILE_PART) ? fileName : name;
    refuseSecond(files.containsKey(id), id);
    files.put(id, sink.take(id, fileName, parts.content()));
  }

  private static void refuseSecond(boolean second, String name) {
    if (second) {
      throw Problem.badRequest("the part '%s' appears more than once".formatted(name));
    }
  }
}
