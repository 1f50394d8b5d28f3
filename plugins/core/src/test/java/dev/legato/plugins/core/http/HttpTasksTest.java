package dev.legato.plugins.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.legato.http.GuardedHttpClient;
import dev.legato.http.HttpRules;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.http.HttpFailure;
import dev.legato.plugins.core.FakeContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks that call a real server. */
@Timeout(60)
class HttpTasksTest {
  @TempDir private static Path folder;

  private final FakeContext context = new FakeContext(folder);
  private final GuardedHttpClient client = new GuardedHttpClient(HttpRules.DEFAULTS, new Random(1));
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> bodies = new ArrayList<>();
  private final List<Map<String, List<String>>> heads = new ArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    context.http = client;
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
    threads.close();
  }

  private void answer(int status, String text, Map<String, String> headers) {
    answer(
        exchange -> {
          headers.forEach(exchange.getResponseHeaders()::add);
          byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
        });
  }

  private void answer(Answer answer) {
    server.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          heads.add(Map.copyOf(exchange.getRequestHeaders()));
          try (exchange) {
            answer.to(exchange);
          }
        });
  }

  @FunctionalInterface
  private interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private Map<String, Object> properties(String path, Object... more) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("uri", "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path));
    for (int i = 0; i < more.length; i += 2) {
      properties.put((String) more[i], more[i + 1]);
    }
    return properties;
  }

  @Test
  void requestKeepsTheReply() throws Exception {
    answer(201, "hello", Map.of("X-One", "1"));

    var result =
        (Request.Result)
            context.run(
                "http.Request",
                properties(
                    "/a",
                    "method",
                    "POST",
                    "body",
                    "{\"a\": 1}",
                    "headers",
                    Map.of("X-Num", 5, "X-List", List.of("a", "b"))));

    assertThat(result.code()).isEqualTo(201);
    assertThat(result.body()).isEqualTo("hello");
    assertThat(result.headers()).containsEntry("X-one", List.of("1"));
    assertThat(bodies).containsExactly("{\"a\": 1}");
    assertThat(heads.getFirst())
        .containsEntry("Content-type", List.of("application/json; charset=utf-8"))
        .containsEntry("X-num", List.of("5"))
        .containsEntry("X-list", List.of("a", "b"));
    assertThat(context.counts).containsEntry("response.length", 5.0);
    assertThat(context.lines).singleElement().asString().startsWith("DEBUG POST http://");
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "399, false,    , true",
    "404, false,    , false",
    "404, true ,    , true",
    "404, false, 404, true",
    "500, false, 404, false"
  })
  void aStatusOf400AndAboveFailsUnlessItIsAllowed(
      int status, boolean allowFailed, Integer allowed, boolean fine) throws Exception {
    answer(status, "not here", Map.of());
    Map<String, Object> properties = properties("/x?token=secret", "allowFailed", allowFailed);
    if (allowed != null) {
      properties.put("options", Map.of("allowedResponseCodes", List.of(allowed)));
    }

    if (fine) {
      assertThat(((Request.Result) context.run("http.Request", properties)).code())
          .isEqualTo(status);
    } else {
      assertThatThrownBy(() -> context.run("http.Request", properties))
          .isInstanceOfSatisfying(
              TaskFailure.class,
              failure -> assertThat(((Request.Result) failure.outputs()).code()).isEqualTo(status))
          .hasMessageMatching("GET http://127.0.0.1:\\d+/x answered " + status + ": not here");
    }
  }

  @Test
  void formsAreSentEncodedOrAsParts() throws Exception {
    answer(200, "ok", Map.of());
    String file = context.storage.put("data.csv", "a;b").toString();
    Map<String, Object> form =
        Map.of("file", file, "named", Map.of("name", "n.txt", "content", file));

    context.run(
        "http.Request", properties("/", "method", "POST", "formData", Map.of("a b", "c&d")));
    context.run(
        "http.Request",
        properties("/", "method", "POST", "formData", form, "contentType", "multipart/form-data"));
    context.run(
        "http.Request",
        properties(
            "/",
            "method",
            "POST",
            "formData",
            Map.of("number", 5, "map", Map.of("x", 1)),
            "contentType",
            "multipart/form-data"));

    assertThat(bodies.get(0)).isEqualTo("a+b=c%26d");
    assertThat(bodies.get(1))
        .contains("name=\"file\"; filename=\"data.csv\"\r\n")
        .contains("name=\"named\"; filename=\"n.txt\"\r\n")
        .contains("\r\n\r\na;b\r\n");
    assertThat(bodies.get(2)).contains("name=\"number\"\r\n", "\r\n5\r\n", "\r\n{\"x\":1}\r\n");
  }

  @Test
  void bothWaysToSayWhoIsCallingWork() throws Exception {
    answer(200, "ok", Map.of());

    for (Map<String, ?> options :
        List.of(
            Map.of("basicAuthUser", "me", "basicAuthPassword", "pw"),
            Map.of("auth", Map.of("username", "me", "password", "pw")),
            Map.of("auth", Map.of("type", "BEARER", "token", "t")))) {
      context.run("http.Request", properties("/", "options", options));
    }

    assertThat(heads)
        .extracting(head -> head.get("Authorization").getFirst())
        .containsExactly("Basic bWU6cHc=", "Basic bWU6cHc=", "Bearer t");
  }

  @Test
  void aReplyThatIsNoTextNeedsDownload() {
    answer(200, "\u00ff\u00fe", Map.of());

    assertThatThrownBy(() -> context.run("http.Request", properties("/")))
        .isInstanceOf(TaskFailure.class)
        .hasMessageContaining("use http.Download");
  }

  @Test
  void theEncodingOfTheReplyCounts() throws Exception {
    answer(200, "\u00e4", Map.of("Content-Type", "text/plain; charset=ISO-8859-1"));

    assertThat(((Request.Result) context.run("http.Request", properties("/"))).body())
        .isEqualTo("ä");
  }

  @Test
  void aReplyLongerThanAllowedFails() {
    answer(200, "x".repeat(101), Map.of());

    assertThatThrownBy(
            () ->
                context.run(
                    "http.Request", properties("/", "options", Map.of("maxContentLength", 100))))
        .isInstanceOf(HttpFailure.class)
        .hasMessageContaining("longer than the 100 bytes");
  }

  @Test
  void downloadStoresTheReplyUnderTheNameThatTheServerGives() throws Exception {
    answer(200, "a;b", Map.of("Content-Disposition", "attachment; filename=\"../r%C3%A4tes.csv\""));

    var result = (Download.Result) context.run("http.Download", properties("/x.json"));

    assertThat(context.storage.text(result.uri())).isEqualTo("a;b");
    assertThat(result.uri().toString()).endsWith("/rätes.csv");
    assertThat(result.length()).isEqualTo(3);
  }

  @Test
  void downloadWithoutANameKeepsTheExtensionOfTheAddress() throws Exception {
    answer(200, "x".repeat(11 << 20), Map.of()); // more than a request may hold

    var result = (Download.Result) context.run("http.Download", properties("/a/rates.csv?x=1"));

    assertThat(result.uri().toString()).endsWith("/download.csv");
    assertThat(result.length()).isEqualTo(11 << 20);
  }

  @ParameterizedTest
  @CsvSource({"failOnEmptyResponse, false", "allowFailed, true"})
  void anEmptyDownloadFailsUnlessThatIsFine(String property, boolean value) throws Exception {
    answer(200, "", Map.of());

    assertThatThrownBy(() -> context.run("http.Download", properties("/")))
        .isInstanceOf(TaskFailure.class)
        .hasMessageContaining("sent nothing");
    assertThat(
            ((Download.Result) context.run("http.Download", properties("/", property, value)))
                .length())
        .isZero();
  }

  @Test
  void aFailedDownloadStoresNothing() {
    answer(404, "gone", Map.of());

    assertThatThrownBy(() -> context.run("http.Download", properties("/")))
        .isInstanceOf(TaskFailure.class)
        .hasMessageContaining("answered 404: gone");
    assertThat(context.storage.files).isEmpty();
  }

  @Test
  void eventsAreReadToTheEndAndTheirTextsJoined() throws Exception {
    answer(
        200,
        """
        : a remark
        data: {"t": "Hel"}

        id: 7
        event: part
        data: {"t": "lo"}
        retry: 10

        event: nothing

        data: plain
        data: text

        data: {"t": "!"}""",
        Map.of("Content-Type", "text/event-stream"));
    context.templates =
        (_, variables) ->
            variables.get("data") instanceof Map<?, ?> map ? List.of(map.get("t")) : List.of();

    var result =
        (SseRequest.Result)
            context.run(
                "http.SseRequest",
                properties("/", "concatJqExpression", ".t", "failedOnMissingJq", false));

    assertThat(result.result()).isEqualTo("Hello!");
    assertThat(result.size()).isEqualTo(4);
    assertThat(result.events().get(1))
        .containsEntry("id", "7")
        .containsEntry("event", "part")
        .containsEntry("data", Map.of("t", "lo"));
    assertThat(result.events().get(2)).containsEntry("data", "plain\ntext");
    assertThat(context.storage.text(result.uri()).lines()).hasSize(4);
    assertThat(heads.getFirst()).containsEntry("Accept", List.of("text/event-stream"));
    assertThatThrownBy(
            () -> context.run("http.SseRequest", properties("/", "concatJqExpression", ".t")))
        .hasMessageContaining("finds nothing");
  }

  @Test
  void whatIsWrittenWronglyIsSaid() {
    assertThatThrownBy(() -> context.run("http.Request", Map.of("uri", "http://a/b?c=<d>")))
        .hasMessageContaining("'uri' is no address")
        .hasMessageContaining("urlencode");
    assertThatThrownBy(
            () ->
                context.run(
                    "http.Request", properties("/", "options", Map.of("proxyType", "HTTP"))))
        .hasMessageContaining("A proxy needs both");
    assertThatThrownBy(
            () ->
                context.run(
                    "http.Request",
                    properties("/", "options", Map.of("auth", Map.of("type", "BEARER")))))
        .hasMessageContaining("'options.auth.token' is missing");
  }
}
