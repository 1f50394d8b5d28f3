package dev.legato.plugin.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The head of a reply and the way to its body.
 *
 * @param uri that replied in the end, after redirects
 * @param headers by name as the server wrote it
 * @param body read while it arrives; fails with {@link HttpFailure} when it is too long or stops
 */
public record HttpReply(URI uri, int status, Map<String, List<String>> headers, InputStream body)
    implements AutoCloseable {
  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(name))
        .flatMap(entry -> entry.getValue().stream())
        .findFirst();
  }

  /** Gives up what has not been read. */
  @Override
  public void close() throws IOException {
    body.close();
  }
}
