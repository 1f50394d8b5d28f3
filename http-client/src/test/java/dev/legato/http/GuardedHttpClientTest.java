package dev.legato.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.plugin.http.HttpBody;
import dev.legato.plugin.http.HttpCall;
import dev.legato.plugin.http.HttpFailure;
import dev.legato.plugin.http.HttpOptions.Credentials.Basic;
import dev.legato.plugin.http.HttpOptions.Credentials.Bearer;
import dev.legato.plugin.http.HttpOptions.Proxy;
import dev.legato.plugin.http.HttpReply;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls, bodies, credentials and redirects. */
@Timeout(60)
class GuardedHttpClientTest {
  private final GuardedHttpClient client = new GuardedHttpClient(HttpRules.DEFAULTS, new Random(1));
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer();
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void aReplyHasItsStatusHeadersAndBody() throws Exception {
    server.on("/", TestServer.text(201, "héllo", Map.of("X-One", "1")));

    HttpReply reply = client.send(HttpCall.get(server.uri("/a?b=c%20d")));

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.header("x-one")).contains("1");
    assertThat(Calls.body(reply)).isEqualTo("héllo");
    assertThat(server.seen.getFirst().path()).isEqualTo("/a?b=c%20d");
    assertThat(server.seen.getFirst().headers().getFirst("User-Agent")).isEqualTo("Legato");
  }

  @Test
  void aCompressedReplyIsReadable() throws Exception {
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write("plain text".getBytes(StandardCharsets.UTF_8));
    }
    server.on(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, zipped.size());
          exchange.getResponseBody().write(zipped.toByteArray());
        });

    assertThat(Calls.body(client.send(HttpCall.get(server.uri("/"))))).isEqualTo("plain text");
  }

  @Test
  void aBodyIsSentWithItsLengthWhenThatIsKnown() throws Exception {
    server.on("/", TestServer.text(200, "ok"));

    client.send(Calls.post(server.uri("/"), Calls.text("known"))).close();
    client.send(Calls.post(server.uri("/"), Calls.unknownLength("streamed"))).close();

    assertThat(server.seen).extracting(TestServer.Seen::body).containsExactly("known", "streamed");
    assertThat(server.seen.getFirst().headers().getFirst("Content-Length")).isEqualTo("5");
    assertThat(server.seen.getFirst().headers().getFirst("Content-Type"))
        .isEqualTo("text/plain; charset=utf-8");
    assertThat(server.seen.getLast().headers().getFirst("Transfer-Encoding")).isEqualTo("chunked");
  }

  @Test
  void partsAreSentAsMultipartAndCannotBreakOutOfTheirHeads() throws Exception {
    server.on("/", TestServer.text(200, "ok"));
    var parts =
        new HttpBody.Multipart(
            List.of(
                new HttpBody.Part("a", null, Calls.text("1")),
                new HttpBody.Part("f\"\r\nX-Evil: 1", "näme.txt", Calls.text("content"))));

    client.send(Calls.post(server.uri("/"), parts)).close();

    TestServer.Seen seen = server.seen.getFirst();
    String type = seen.headers().getFirst("Content-Type");
    assertThat(type).startsWith("multipart/form-data; boundary=legato-");
    String boundary = type.substring(type.indexOf('=') + 1);
    assertThat(seen.body())
        .isEqualTo(
            """
            --B
            Content-Disposition: form-data; name="a"
            Content-Type: text/plain; charset=utf-8

            1
            --B
            Content-Disposition: form-data; name="f%22%0D%0AX-Evil: 1"; filename="näme.txt"
            Content-Type: text/plain; charset=utf-8

            content
            --B--
            """
                .replace("B", boundary)
                .replace("\n", "\r\n"));
    assertThat(seen.headers().getFirst("Content-Length")).isNotNull();
  }

  @Test
  void credentialsAreSent() throws Exception {
    server.on("/", TestServer.text(200, "ok"));
    URI withUser = URI.create("http://me:p%%40ss@127.0.0.1:%d/".formatted(server.port()));

    client.send(Calls.get(server.uri("/"), Calls.as(new Basic("ali", "bäba")))).close();
    client.send(Calls.get(server.uri("/"), Calls.as(new Bearer("abc")))).close();
    client.send(HttpCall.get(withUser)).close();

    assertThat(server.seen)
        .extracting(seen -> seen.headers().getFirst("Authorization"))
        .containsExactly("Basic YWxpOmLDpGJh", "Bearer abc", "Basic bWU6cEBzcw==");
  }

  @Test
  void fiveRedirectsAreFollowedAndNoMore() throws Exception {
    for (int i = 1; i <= 6; i++) {
      server.on("/" + i, TestServer.redirect(302, "/" + (i - 1)));
    }
    server.on("/0", TestServer.text(200, "there"));

    assertThat(Calls.body(client.send(HttpCall.get(server.uri("/5"))))).isEqualTo("there");
    assertThatThrownBy(() -> client.send(HttpCall.get(server.uri("/6"))))
        .isInstanceOf(HttpFailure.class)
        .hasMessageContaining("more than 5 redirects");
  }

  @ParameterizedTest(name = "{0} to {1} becomes {2}")
  @CsvSource({
    "301, POST, GET",
    "302, POST, GET",
    "303, POST, GET",
    "303, PUT , GET",
    "307, POST, POST",
    "308, PUT , PUT",
    "302, PUT , PUT"
  })
  void aRedirectKeepsTheBodyOnlyWhereItShould(int status, String method, String then)
      throws Exception {
    server.on("/from", TestServer.redirect(status, "to"));
    server.on("/to", TestServer.text(200, "ok"));

    client
        .send(
            new HttpCall(
                method, server.uri("/from"), Map.of(), Calls.text("body"), Calls.maxBytes(100)))
        .close();

    assertThat(server.seen.getLast().method()).isEqualTo(then);
    assertThat(server.seen.getLast().body()).isEqualTo(then.equals("GET") ? "" : "body");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Authorization", "Cookie", "Proxy-Authorization", "X-Api-Key", "X-Auth-Token"})
  void credentialsAreNotSentOnToAnotherServer(String header) throws Exception {
    try (var other = new TestServer()) {
      other.on("/", TestServer.text(200, "ok"));
      server.on("/away", TestServer.redirect(307, other.uri("/").toString()));
      server.on("/here", TestServer.redirect(307, "/end"));
      server.on("/end", TestServer.text(200, "ok"));
      var headers = Map.of(header, List.of("secret"), "X-Plain", List.of("kept"));

      client.send(Calls.get(server.uri("/away"), headers)).close();
      client.send(Calls.get(server.uri("/here"), headers)).close();

      assertThat(other.seen.getFirst().headers().get(header)).isNull();
      assertThat(other.seen.getFirst().headers().getFirst("X-Plain")).isEqualTo("kept");
      assertThat(server.seen.getLast().headers().getFirst(header)).isEqualTo("secret");
    }
  }

  @Test
  void redirectsAreShownWhenTheyAreNotToBeFollowed() throws Exception {
    server.on("/", TestServer.redirect(302, "/elsewhere"));
    var options = Calls.maxBytes(100);
    var staying =
        new dev.legato.plugin.http.HttpOptions(
            options.connectTimeout(),
            options.readTimeout(),
            options.idleTimeout(),
            100,
            false,
            null,
            null,
            false);

    try (HttpReply reply = client.send(Calls.get(server.uri("/"), staying))) {
      assertThat(reply.status()).isEqualTo(302);
      assertThat(reply.header("Location")).contains("/elsewhere");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\u0000b"})
  void aHeaderWithALineBreakIsRefused(String value) {
    assertThatThrownBy(
            () -> client.send(Calls.get(server.uri("/"), Map.of("X-Name", List.of(value)))))
        .isInstanceOf(HttpFailure.class)
        .hasMessageContaining("'X-Name'")
        .hasMessageContaining("line break");
    assertThatThrownBy(
            () -> client.send(Calls.get(server.uri("/"), Map.of("X\r\nY", List.of("v")))))
        .isInstanceOf(HttpFailure.class);
    assertThat(server.seen).isEmpty();
  }

  @Test
  void headersThatFollowFromTheBodyAreOurs() throws Exception {
    server.on("/", TestServer.text(200, "ok"));
    var headers =
        Map.of("Content-Length", List.of("1"), "Transfer-Encoding", List.of("chunked, x"));

    client
        .send(new HttpCall("POST", server.uri("/"), headers, Calls.text("body"), Calls.maxBytes(9)))
        .close();

    assertThat(server.seen.getFirst().body()).isEqualTo("body");
  }

  @Test
  void aServerThatHungUpOnAnIdleConnectionIsAskedAgain() throws Exception {
    try (var raw =
        new RawServer(
            out -> out.write(RawServer.bytes("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")))) {
      for (int i = 0; i < 20; i++) { // the server closes each connection without saying so
        assertThat(Calls.body(client.send(HttpCall.get(raw.uri("/"))))).isEqualTo("ok");
      }
    }
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    var asked = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    var ended = new AtomicReference<Throwable>();
    try (var raw =
        new RawServer(
            _ -> {
              asked.countDown();
              never.await();
            })) {
      Thread caller =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      client.send(HttpCall.get(raw.uri("/"))).close();
                    } catch (Exception e) {
                      ended.set(e);
                    }
                  });
      asked.await();
      caller.interrupt();
      caller.join();
      never.countDown();
    }

    assertThat(ended.get()).isInstanceOf(InterruptedException.class);
  }

  @Test
  void aPlainCallGoesThroughAProxyWithItsCredentials() throws Exception {
    try (var proxy =
        new RawServer(
            out ->
                out.write(RawServer.bytes("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nproxy")))) {
      var options =
          Calls.through(
              new Proxy(Proxy.Kind.HTTP, "127.0.0.1", proxy.port(), new Basic("me", "pw")));

      HttpReply reply =
          client.send(Calls.get(URI.create("http://somewhere.invalid/path"), options));

      assertThat(Calls.body(reply)).isEqualTo("proxy");
      assertThat(proxy.heads.take())
          .contains("GET http://somewhere.invalid/path HTTP/1.1")
          .contains("Proxy-Authorization: Basic bWU6cHc=");
    }
  }

  @Test
  void whatCannotBeReachedIsSaid() throws Exception {
    int closed;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:%d/x?token=secret".formatted(closed));

    assertThatThrownBy(() -> client.send(HttpCall.get(nobody)))
        .isInstanceOf(HttpFailure.class)
        .hasMessage(
            "http://127.0.0.1:%d/x cannot be called: nobody answers at port %d", closed, closed);
    assertThatThrownBy(() -> client.send(HttpCall.get(URI.create("http://nowhere.invalid/"))))
        .hasMessageContaining("no host is named 'nowhere.invalid'");
    assertThatThrownBy(() -> client.send(HttpCall.get(URI.create("http:///path"))))
        .hasMessageContaining("names no host");
  }
}
