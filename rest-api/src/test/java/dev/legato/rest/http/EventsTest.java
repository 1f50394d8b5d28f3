package dev.legato.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Event streams and the end of the server. */
@Timeout(30)
class EventsTest {
  private final Signal signal = new Signal();
  private final CountDownLatch release = new CountDownLatch(1);
  private final CountDownLatch inside = new CountDownLatch(1);
  private final TestSite site =
      TestSite.open(
          Route.get(Scope.ROOT, "two", Access.PUBLIC, "")
              .handledBy(
                  _ ->
                      new Answer.Events(
                          events -> {
                            events.send("start", Map.of("n", 1));
                            signal.await(events.heartbeat().multipliedBy(1000));
                            events.send("end", Map.of("n", 2));
                          })),
          Route.get(Scope.ROOT, "quiet", Access.PUBLIC, "")
              .handledBy(
                  _ ->
                      new Answer.Events(
                          events -> {
                            while (!signal.await(events.heartbeat())) {
                              events.sendHeartbeat();
                            }
                          })),
          Route.get(Scope.ROOT, "early", Access.PUBLIC, "")
              .handledBy(
                  _ ->
                      new Answer.Events(
                          _ -> {
                            throw Problem.notFound("nothing to follow");
                          })),
          Route.get(Scope.ROOT, "slow", Access.PUBLIC, "")
              .handledBy(
                  _ -> {
                    inside.countDown();
                    release.await();
                    return Answer.text("done");
                  }));

  @AfterEach
  void close() {
    site.close();
  }

  private HttpResponse<InputStream> open(String path) throws Exception {
    return site.client().send(site.request(path).build(), BodyHandlers.ofInputStream());
  }

  private static String read(InputStream in, int count) throws Exception {
    return new String(in.readNBytes(count), StandardCharsets.UTF_8);
  }

  @Test
  void eventsArriveWhenTheyAreSentAndTheStreamEnds() throws Exception {
    var answer = open("/two");

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
    String first = "id: start\ndata: {\"n\":1}\n\n";
    assertThat(read(answer.body(), first.length())).isEqualTo(first);

    signal.raise();
    assertThat(new String(answer.body().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("id: end\ndata: {\"n\":2}\n\n");
  }

  @Test
  void silenceIsFilledWithHeartbeats() throws Exception {
    assertThat(read(open("/quiet").body(), 12)).isEqualTo(": \n\n".repeat(3));
  }

  @Test
  void aClientHasOnlySoManyStreams() throws Exception {
    List<InputStream> streams = new ArrayList<>();
    for (int i = 0; i < TestSite.LIMITS.streamsPerClient(); i++) {
      InputStream stream = open("/quiet").body();
      read(stream, 4);
      streams.add(stream);
    }

    assertThat(site.get("/quiet").statusCode()).isEqualTo(429);

    for (InputStream stream : streams) {
      stream.close();
    }
    awaitNoStreams();
    assertThat(open("/quiet").statusCode()).isEqualTo(200);
  }

  /** Heartbeats find out that a client has left. */
  private void awaitNoStreams() throws Exception {
    var pause = new CountDownLatch(1);
    while (site.gateway().openStreams() > 0) {
      assertThat(pause.await(10, TimeUnit.MILLISECONDS)).isFalse();
    }
  }

  @Test
  void aProblemBeforeTheFirstEventIsAnOrdinaryAnswer() throws Exception {
    var answer = site.get("/early");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("nothing to follow");
  }

  @Test
  void aPatientRequestOutlivesTheIdleTimeout() throws Exception {
    var limits = TestSite.LIMITS.withIdleTimeout(Duration.ofMillis(200));
    var route =
        Route.get(Scope.ROOT, "wait", Access.PUBLIC, "")
            .handledBy(
                call -> {
                  call.waitPatiently();
                  return Answer.text(Boolean.toString(signal.await(Duration.ofSeconds(1))));
                });
    try (var other = TestSite.open(limits, null, route)) {
      assertThat(other.get("/wait").body()).isEqualTo("false");
    }
  }

  @Test
  void headDoesNotOpenAStream() throws Exception {
    String answer = site.raw(TestSite.plain("HEAD", "/quiet"));

    assertThat(answer).startsWith("HTTP/1.1 200").contains("text/event-stream");
  }

  @Test
  void stoppingEndsStreamsAndLetsRequestsFinish() throws Exception {
    InputStream stream = open("/quiet").body();
    read(stream, 4);
    var slow = site.client().sendAsync(site.request("/slow").build(), BodyHandlers.ofString());
    assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();

    var stopped = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(
            () -> {
              site.gateway().close();
              stopped.countDown();
              site.close();
            });
    assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    stream.readAllBytes();
    release.countDown();

    assertThat(slow.get(10, TimeUnit.SECONDS).body()).isEqualTo("done");
  }
}
