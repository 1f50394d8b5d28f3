package dev.legato.rest.http;

import dev.legato.rest.security.BasicAuth;
import dev.legato.rest.security.Credentials;
import dev.legato.rest.security.HostRule;
import dev.legato.rest.security.OriginRule;
import dev.legato.rest.security.SignIn;
import dev.legato.rest.site.SiteHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A real server with a few routes of its own, and clients that also speak bad HTTP. */
public final class TestSite implements AutoCloseable {
  static final Json JSON = new Json();

  private static final Credentials USER = new Credentials("ada@example.com", "hash");

  /** Impatient enough for tests. */
  static final HttpLimits LIMITS =
      new HttpLimits(
          8 * 1024,
          1024,
          4 * 1024,
          64 * 1024,
          20,
          10,
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          1024,
          Duration.ofMillis(50),
          2,
          Duration.ofSeconds(5));

  private final Gateway gateway;
  private final Listener listener;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestSite(Gateway gateway, HttpLimits limits) {
    this.gateway = gateway;
    this.listener =
        Listener.start(
            "127.0.0.1",
            0,
            limits,
            new SiteHandler(ClassLoader.getPlatformClassLoader(), ""),
            gateway,
            JSON);
  }

  static TestSite open(Route... routes) {
    return open(LIMITS, null, routes);
  }

  static TestSite open(HttpLimits limits, BasicAuth auth, Route... routes) {
    var guard =
        new Guard(
            new HostRule(Set.of("legato.example")),
            new OriginRule(URI.create("https://legato.example")),
            new SignIn(auth == null ? null : USER, null, _ -> auth),
            "Legato");
    var table = new RouteTable(List.of(), List.of(routes));
    return new TestSite(
        new Gateway(table, guard, limits, JSON, InstantSource.system(), new Random(1)), limits);
  }

  Gateway gateway() {
    return gateway;
  }

  int port() {
    return listener.port();
  }

  HttpClient client() {
    return client;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .timeout(Duration.ofSeconds(20));
  }

  HttpResponse<String> get(String path) throws Exception {
    return client.send(request(path).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    var builder = request(path).POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      builder.headers(headers);
    }
    return client.send(builder.build(), BodyHandlers.ofString());
  }

  /** Sends bytes as they are and returns everything that comes back before the connection ends. */
  String raw(String request) throws IOException {
    return raw(port(), request);
  }

  /** Sends bytes as they are and returns everything that comes back before the connection ends. */
  public static String raw(int port, String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(readAll(socket.getInputStream()), StandardCharsets.UTF_8);
    }
  }

  private static byte[] readAll(InputStream in) throws IOException {
    return in.readAllBytes();
  }

  /** A request without a body that asks for the connection to end. */
  static String plain(String method, String target) {
    return plain(method, target, "Host: localhost");
  }

  static String plain(String method, String target, String headers) {
    return "%s %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n".formatted(method, target, headers);
  }

  /** The status in a raw answer; 0 when the connection was closed without one. */
  static int status(String answer) {
    return answer.length() < 12 ? 0 : Integer.parseInt(answer.substring(9, 12));
  }

  @Override
  public void close() {
    listener.close();
    client.shutdownNow();
  }
}
