package dev.legato.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A server for flows that call one. It answers what comments of theirs say: {@code # serves: /path
 * content/type body}, in which {@code \n} is the end of a line.
 */
final class ExampleServer implements AutoCloseable {
  /** What flows call it. */
  private static final String NAME = "http://localhost:8089";

  private static final String SERVES = "# serves: ";

  private final HttpServer server;

  ExampleServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  /** Learns what to answer a flow, and gives the flow with the address that it has. */
  String serve(String source) {
    source
        .lines()
        .filter(line -> line.startsWith(SERVES))
        .map(line -> line.substring(SERVES.length()).split(" ", 3))
        .forEach(reply -> answer(reply[0], reply[1], reply[2].replace("\\n", "\n")));
    return located(source);
  }

  /** A flow with the address that this server has. */
  String located(String source) {
    return source.replace(NAME, "http://localhost:" + server.getAddress().getPort());
  }

  private void answer(String path, String type, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(200, bytes.length);
          try (var out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
