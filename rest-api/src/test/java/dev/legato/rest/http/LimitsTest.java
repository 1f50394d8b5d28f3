package dev.legato.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that a client sends has a cap, and the answer names it. */
class LimitsTest {
  private static TestSite site;

  @BeforeAll
  static void open() {
    var body = new Body(1024, List.of(MediaType.JSON), Object.class, true);
    site =
        TestSite.open(
            Route.post(Scope.ROOT, "size", Access.READ, "")
                .reads(body)
                .handledBy(call -> Answer.text(Integer.toString(call.body().length))),
            Route.post(Scope.ROOT, "json", Access.READ, "")
                .reads(body)
                .handledBy(call -> Answer.json(List.of(TestSite.JSON.readObject(call.body())))),
            Route.post(Scope.ROOT, "form", Access.READ, "")
                .reads(body)
                .handledBy(
                    call ->
                        Answer.json(
                            call.form(
                                4096, (_, file, content) -> file + content.readAllBytes().length))),
            Route.get(Scope.ROOT, "query", Access.READ, "")
                .handledBy(call -> Answer.json(call.query().all())),
            Route.get(Scope.ROOT, "broken", Access.READ, "")
                .handledBy(
                    _ -> {
                      throw new IllegalArgumentException("select * from /etc/passwd");
                    }));
  }

  @AfterAll
  static void close() {
    site.close();
  }

  @Test
  void aBodyUpToTheLimitIsRead() throws Exception {
    assertThat(site.post("/size", "x".repeat(1024)).body()).isEqualTo("1024");
  }

  @Test
  void aLargerBodyIsRefusedByItsAnnouncedLength() throws Exception {
    String answer =
        site.raw("POST /size HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000000000\r\n\r\nx");

    assertThat(TestSite.status(answer)).isEqualTo(413);
    assertThat(answer).contains("at most 1024 bytes");
  }

  @Test
  void anAnswerAheadOfTheBodySaysThatTheConnectionEnds() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
      socket
          .getOutputStream()
          .write(
              "POST /size HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5000\r\n\r\nxxx"
                  .getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();

      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 413").contains("Connection: close");
    }
  }

  @Test
  void anEndlessBodyIsRefusedWhileItArrives() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
      var out = socket.getOutputStream();
      // at once, because a server that refuses stops listening
      String chunk = "64\r\n" + "x".repeat(100) + "\r\n";
      String request =
          "POST /size HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
              + chunk.repeat(20);
      out.write(request.getBytes(StandardCharsets.UTF_8));
      out.flush();
      assertThat(read(socket.getInputStream(), 12)).isEqualTo("HTTP/1.1 413");
    }
  }

  private static String read(InputStream in, int count) throws Exception {
    return new String(in.readNBytes(count), StandardCharsets.UTF_8);
  }

  @SuppressWarnings("StringConcatToTextBlock") // the lines of HTTP end with CR LF
  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /size HTTP/1.1\r\n"
            + "Host: localhost\r\n"
            + "Content-Length: 1\r\n"
            + "Content-Length: 2\r\n\r\n"
            + "xx",
        "POST /size HTTP/1.1\r\n"
            + "Host: localhost\r\n"
            + "Content-Length: 1\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + "0\r\n\r\n",
        "POST /size HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\nx",
        "GET /query HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
        "GET /query HTTP/1.1\r\nHost: localhost\r\nBad Header: x\r\n\r\n",
        "GET /query HTTP/1.1\r\nHost: localhost\r\nX: a\u0000b\r\n\r\n",
        "\u0001GET /query HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /query HTTP/9.9\r\nHost: localhost\r\n\r\n"
      })
  void ambiguousMessagesAreRefusedAndTheConnectionEnds(String request) throws Exception {
    String answer = site.raw(request);

    assertThat(TestSite.status(answer)).as(answer).isBetween(400, 505);
    assertThat(answer).doesNotContain("<html", "Exception", "jetty");
  }

  @Test
  void tooLongHeadersAreRefused() throws Exception {
    String answer =
        site.raw(TestSite.plain("GET", "/query", "Host: localhost\r\nX: " + "y".repeat(10_000)));

    assertThat(TestSite.status(answer)).isEqualTo(431);
  }

  @Test
  void tooManyParametersAreRefused() throws Exception {
    assertThat(site.get("/query?" + "a=1&".repeat(20)).statusCode()).isEqualTo(200);

    var answer = site.get("/query?" + "a=1&".repeat(21));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("at most 20 parameters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a=1&b=2              | {"a":["1"],"b":["2"]}
          a=1&a=2              | {"a":["1","2"]}
          a%5Bb%5D=%2C+x       | {"a[b]":[", x"]}
          a[b]=50%&c           | {"a[b]":["50%"],"c":[""]}
          __proto__=x          | {"__proto__":["x"]}
          &&a=1&               | {"a":["1"]}
          """)
  void queriesAreDecodedLeniently(String query, String expected) throws Exception {
    assertThat(site.raw(TestSite.plain("GET", "/query?" + query))).endsWith(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%00", "a=%c3%28"})
  void unreadableQueriesAreRefused(String query) throws Exception {
    assertThat(TestSite.status(site.raw(TestSite.plain("GET", "/query?" + query)))).isEqualTo(400);
  }

  @Test
  void aConnectionWithoutARequestIsClosedInTime() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write("GET /query HT".getBytes(StandardCharsets.UTF_8));
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void ourOwnMistakesTellTheClientNothing() throws Exception {
    var answer = site.get("/broken");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body())
        .contains("Internal server error: ")
        .contains("\"logref\":\"" + answer.headers().firstValue("X-Request-Id").orElseThrow())
        .doesNotContain("select", "passwd", "Exception", "legato.rest");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1,\"a\":2}",
        "{\"a\":1} x",
        "[1]",
        "",
        "{",
        "{\"a\":NaN}",
        "{\"a\":1e999999999}",
        "nul",
        "\"text\"",
        "{a:1}"
      })
  void unreadableJsonIsRefused(String json) throws Exception {
    var answer = site.post("/json", json);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(answer.body()).contains("Invalid JSON").doesNotContain("jackson", "Exception");
  }

  @Test
  void deepJsonIsRefused() throws Exception {
    String deep = "{\"a\":" + "[".repeat(400) + "]".repeat(400) + "}";

    assertThat(site.post("/json", deep).statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":[1,2.5,null,true,\"x\",{\"b\":9007199254740993}]}",
        "{\"__proto__\":{\"x\":\"\\u0000\"}}"
      })
  void jsonIsReadAsItIs(String json) throws Exception {
    assertThat(site.post("/json", json).body()).isEqualTo("[" + json + "]");
  }

  @Test
  void aFormIsRead() throws Exception {
    var answer = form(part("a", null, "1") + part("b.c", null, "grün") + part("f", "x.csv", "1,2"));

    assertThat(answer)
        .endsWith("{\"fields\":{\"a\":\"1\",\"b.c\":\"grün\"},\"files\":{\"f\":\"x.csv3\"}}");
  }

  @Test
  void theOlderSpellingOfAFileNamesTheInputElsewhere() throws Exception {
    assertThat(form(part("files", "report", "x"))).endsWith("\"files\":{\"report\":\"report1\"}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary=xyz", ""})
  void aFormWithoutPartsIsEmpty(String contentType) throws Exception {
    var answer =
        site.raw(
            "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                .formatted(contentType));

    assertThat(answer).endsWith("{\"fields\":{},\"files\":{}}");
  }

  @Test
  void brokenFormsAreRefused() throws Exception {
    assertThat(TestSite.status(form(part("a", null, "1") + part("a", null, "2")))).isEqualTo(400);
    assertThat(TestSite.status(form("--xyz\r\nContent-Disposition: form-data\r\n\r\nx\r\n")))
        .isEqualTo(400);
    assertThat(TestSite.status(form(part("a", null, "1").repeat(11)))).isEqualTo(400);
    assertThat(TestSite.status(form("--xyz\r\nno end"))).isEqualTo(400);
    assertThat(TestSite.status(form("garbage"))).isEqualTo(400);
  }

  private static String part(String name, String file, String content) {
    return "--xyz\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
        .formatted(name, file == null ? "" : "; filename=\"" + file + "\"", content);
  }

  private static String form(String parts) throws Exception {
    byte[] body = (parts + "--xyz--\r\n").getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /form HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=xyz\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(body.length);
    return site.raw(head + new String(body, StandardCharsets.ISO_8859_1));
  }
}
