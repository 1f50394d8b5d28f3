package dev.legato.plugin.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a call carries. */
public sealed interface HttpBody {
  HttpBody NONE = new None();

  /** Nothing. */
  record None() implements HttpBody {}

  /** Bytes of one kind. */
  record Content(String contentType, Source source) implements HttpBody {}

  /** Several parts, as {@code multipart/form-data}. */
  record Multipart(List<Part> parts) implements HttpBody {}

  /**
   * A part.
   *
   * @param fileName present for files
   */
  record Part(String name, @Nullable String fileName, Content content) {}

  /** Bytes that may be asked for again, such as after a redirect. */
  interface Source {
    /** The caller closes it. */
    InputStream open() throws IOException;

    /** How many bytes there are; negative when that is not known. */
    long length() throws IOException;
  }
}
