package dev.legato.rest.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a handler answers when all went well. */
public sealed interface Answer {
  int status();

  /** A value that is written as JSON. */
  record Json(int status, Object value) implements Answer {}

  /** A text. */
  record Text(int status, String mediaType, String text) implements Answer {}

  /** No body. */
  record Empty(int status) implements Answer {}

  /**
   * A body that is written while it is produced.
   *
   * @param fileName under which the client should keep it, any text; absent when it is to be shown
   */
  record Produced(String mediaType, @Nullable String fileName, BodyWriter body) implements Answer {
    @Override
    public int status() {
      return 200;
    }
  }

  /**
   * A file, or the part of it that the request asks for.
   *
   * @param fileName any text
   * @param size in bytes
   */
  record Download(String fileName, long size, FileSource source) implements Answer {
    @Override
    public int status() {
      return 200;
    }
  }

  /** An answer with headers of its own. */
  record Headed(Map<String, String> headers, Answer answer) implements Answer {
    @Override
    public int status() {
      return answer.status();
    }
  }

  /** Server-sent events until the source or the client ends. */
  record Events(EventSource source) implements Answer {
    @Override
    public int status() {
      return 200;
    }
  }

  /** Opens a part of a file. */
  @FunctionalInterface
  interface FileSource {
    InputStream open(long from, long length) throws IOException;
  }

  /** Writes a body piece by piece. */
  @FunctionalInterface
  interface BodyWriter {
    void writeTo(OutputStream out) throws IOException;
  }

  /** Sends events; returning ends the stream. */
  @FunctionalInterface
  interface EventSource {
    void sendTo(EventWriter events) throws IOException, InterruptedException;
  }

  static Answer json(Object value) {
    return new Json(200, value);
  }

  static Answer noContent() {
    return new Empty(204);
  }

  static Answer text(String text) {
    return new Text(200, MediaType.TEXT, text);
  }
}
