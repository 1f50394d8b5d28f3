package dev.legato.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.plugin.http.HttpCall;
import dev.legato.plugin.http.HttpFailure;
import dev.legato.plugin.http.HttpReply;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that want to keep us for ever, or fill our memory. */
@Timeout(60)
class HostileServerTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n";
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofSeconds(30);

  private final CountDownLatch never = new CountDownLatch(1);
  private final GuardedHttpClient client =
      new GuardedHttpClient(
          new HttpRules(true, Set.of(), Duration.ofSeconds(2), 1L << 30), new Random(1));

  @AfterEach
  void stop() {
    never.countDown();
    client.close();
  }

  @Test
  void anEndlessBodyIsCutOff() throws Exception {
    try (var server = new RawServer(HostileServerTest::endless)) {
      HttpReply reply = client.send(Calls.get(server.uri("/"), Calls.maxBytes(1_000_000)));

      assertThatThrownBy(() -> Calls.body(reply))
          .isInstanceOf(HttpFailure.class)
          .hasMessageContaining("longer than the 1000000 bytes")
          .hasMessageContaining("maxContentLength");
    }
  }

  private static void endless(OutputStream out) throws java.io.IOException {
    out.write(RawServer.bytes(HEAD + "\r\n"));
    byte[] block = new byte[8_192];
    while (true) {
      out.write(block);
    }
  }

  @Test
  void aBodyThatIsAnnouncedTooLongIsNotRead() throws Exception {
    try (var server =
        new RawServer(
            out -> out.write(RawServer.bytes(HEAD + "Content-Length: 10000000000\r\n\r\n")))) {
      assertThatThrownBy(() -> client.send(Calls.get(server.uri("/"), Calls.maxBytes(1_000))))
          .isInstanceOf(HttpFailure.class)
          .hasMessageContaining("longer than the 1000 bytes");
    }
  }

  @Test
  void aSmallBodyThatUnpacksToALargeOneIsCutOff() throws Exception {
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(new byte[20_000_000]);
    }
    try (var server =
        new RawServer(
            out -> {
              out.write(
                  RawServer.bytes(
                      HEAD
                          + "Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
                              .formatted(zipped.size())));
              out.write(zipped.toByteArray());
            })) {
      HttpReply reply = client.send(Calls.get(server.uri("/"), Calls.maxBytes(1_000_000)));

      assertThatThrownBy(() -> Calls.body(reply)).hasMessageContaining("longer than");
    }
  }

  @Test
  void aServerThatDoesNotReplyIsGivenUp() throws Exception {
    try (var server = new RawServer(_ -> never.await())) {
      assertThatThrownBy(
              () ->
                  client.send(Calls.get(server.uri("/x"), Calls.options(LONG, SHORT, LONG, 1_000))))
          .isInstanceOf(HttpFailure.class)
          .hasMessage("http://127.0.0.1:%d/x did not reply within PT0.2S", server.port());
    }
  }

  @Test
  void aBodyThatStopsComingIsGivenUp() throws Exception {
    try (var server =
        new RawServer(
            out -> {
              out.write(RawServer.bytes(HEAD + "Content-Length: 10\r\n\r\nabc"));
              out.flush();
              never.await();
            })) {
      HttpReply reply =
          client.send(Calls.get(server.uri("/"), Calls.options(LONG, LONG, SHORT, 1_000)));

      assertThatThrownBy(() -> Calls.body(reply))
          .isInstanceOf(HttpFailure.class)
          .hasMessageContaining("broke off")
          .hasMessageContaining("nothing came for too long");
    }
  }

  @Test
  void aBodyThatTricklesForEverEndsWithTheCallsTime() throws Exception {
    try (var server =
        new RawServer(
            out -> {
              out.write(RawServer.bytes(HEAD + "\r\n"));
              while (!never.await(20, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
              }
            })) {
      HttpReply reply = client.send(HttpCall.get(server.uri("/")));

      assertThatThrownBy(() -> Calls.body(reply)).isInstanceOf(HttpFailure.class);
    }
  }

  @Test
  void aBodyThatIsShorterThanAnnouncedIsNoSuccess() throws Exception {
    try (var server =
        new RawServer(out -> out.write(RawServer.bytes(HEAD + "Content-Length: 10\r\n\r\nabc")))) {
      HttpReply reply = client.send(HttpCall.get(server.uri("/")));

      assertThatThrownBy(() -> Calls.body(reply))
          .isInstanceOf(HttpFailure.class)
          .hasMessageContaining("broke off");
    }
  }

  @Test
  void endlessHeadersAreNoReply() throws Exception {
    try (var server =
        new RawServer(
            out -> {
              out.write(RawServer.bytes(HEAD));
              while (true) {
                out.write(RawServer.bytes("X-Header: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n"));
              }
            })) {
      assertThatThrownBy(() -> client.send(HttpCall.get(server.uri("/"))))
          .isInstanceOf(HttpFailure.class);
    }
  }

  @Test
  void closingAReplyLetsGoOfTheConnection() throws Exception {
    try (var server = new RawServer(HostileServerTest::endless)) {
      for (int i = 0; i < 300; i++) { // more than there may be connections
        try (HttpReply reply = client.send(HttpCall.get(server.uri("/")))) {
          assertThat(reply.body().read()).isZero();
        }
      }
    }
  }
}
