package dev.legato.http;

import dev.legato.plugin.http.HttpBody.Content;
import dev.legato.plugin.http.HttpBody.Part;
import dev.legato.plugin.http.HttpBody.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts as one body of {@code multipart/form-data}, opened one after the other. */
final class MultipartBody implements Source {
  private final List<Source> pieces = new ArrayList<>();

  private MultipartBody(List<Part> parts, String boundary) {
    for (Part part : parts) {
      pieces.add(new Piece(head(part, boundary)));
      pieces.add(part.content().source());
      pieces.add(new Piece("\r\n"));
    }
    pieces.add(new Piece("--%s--\r\n".formatted(boundary)));
  }

  /**
   * A body.
   *
   * @param boundary that no part holds, such as a long random text
   */
  static Content of(List<Part> parts, String boundary) {
    return new Content(
        "multipart/form-data; boundary=" + boundary, new MultipartBody(parts, boundary));
  }

  private static String head(Part part, String boundary) {
    String fileName =
        part.fileName() == null ? "" : "; filename=\"%s\"".formatted(quoted(part.fileName()));
    return "--%s\r\nContent-Disposition: form-data; name=\"%s\"%s\r\nContent-Type: %s\r\n\r\n"
        .formatted(boundary, quoted(part.name()), fileName, oneLine(part.content().contentType()));
  }

  /** As browsers do it. */
  private static String quoted(String text) {
    return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String oneLine(String contentType) {
    return contentType.replaceAll("[\\r\\n]", " ");
  }

  @Override
  public InputStream open() {
    return new Joined(pieces.iterator());
  }

  @Override
  public long length() throws IOException {
    long length = 0;
    for (Source piece : pieces) {
      long part = piece.length();
      if (part < 0) {
        return -1;
      }
      length += part;
    }
    return length;
  }

  /** What stands between the contents. */
  private record Piece(String text) implements Source {
    @Override
    public InputStream open() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public long length() {
      return text.getBytes(StandardCharsets.UTF_8).length;
    }
  }

  /** One piece after the other. */
  private static final class Joined extends InputStream {
    private final Iterator<Source> remaining;
    private @Nullable InputStream current;

    Joined(Iterator<Source> remaining) {
      this.remaining = remaining;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      while (true) {
        if (current != null) {
          int count = current.read(bytes, offset, length);
          if (count >= 0) {
            return count;
          }
          current.close();
        }
        if (!remaining.hasNext()) {
          current = null;
          return -1;
        }
        current = remaining.next().open();
      }
    }

    @Override
    public void close() throws IOException {
      if (current != null) {
        current.close();
      }
    }
  }
}
