package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.legato.model.flow.FlowId;
import dev.legato.server.config.ServerConfig;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sources that want to do harm are refused by the server, and nothing of them is stored. */
class HostileFlowsTest {
  private static final Duration AT_MOST = Duration.ofSeconds(5);
  private static final String LOG = "type: io.kestra.plugin.core.log.Log\n    message: x\n";
  private static final String TASKS = "tasks:\n  - id: log\n    " + LOG;
  private static final String HEAD = "id: hostile\nnamespace: demo\n";

  @TempDir private static Path data;
  private static LocalServer server;
  private static HttpClientOf client;

  @BeforeAll
  static void start() {
    var http = ServerConfig.DEFAULTS.http().withPort(0);
    server = LocalServer.start(data, ServerConfig.DEFAULTS.withHttp(http));
    client = new HttpClientOf(server);
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  static List<Arguments> hostile() {
    return List.of(
        argumentSet("billion laughs", laughs() + HEAD + TASKS),
        argumentSet("an alias in its own anchor", HEAD + "variables: &v [*v]\n" + TASKS),
        argumentSet("an alias without anchor", HEAD + "variables: {a: *nothing}\n" + TASKS),
        argumentSet("a duplicate key", HEAD + TASKS + "id: other\n"),
        argumentSet("a second document", HEAD + TASKS + "---\n" + HEAD + TASKS),
        argumentSet("a class as a tag", HEAD + "variables: !!java.net.URL [x]\n" + TASKS),
        argumentSet(
            "an engine as a tag",
            HEAD + "variables: !!javax.script.ScriptEngineManager []\n" + TASKS),
        argumentSet("a tag of one's own", HEAD + "variables: !x {a: 1}\n" + TASKS),
        argumentSet("a long line", HEAD + "description: " + "x".repeat(900_000) + "\n" + TASKS),
        argumentSet("more than a flow may have", HEAD + "# " + "x\n# ".repeat(400_000) + TASKS),
        argumentSet("brackets without end", HEAD + "variables: " + "[".repeat(100_000) + TASKS),
        argumentSet(
            "a depth of 65", HEAD + "variables: " + "[".repeat(65) + "]".repeat(65) + "\n" + TASKS),
        argumentSet("10,000 tasks", HEAD + "tasks:\n" + many(10_000, "  - id: t%d\n    " + LOG)),
        argumentSet(
            "201 inputs", HEAD + "inputs:\n" + many(201, "  - {id: i%d, type: STRING}\n") + TASKS),
        argumentSet("101 labels", HEAD + "labels:\n" + many(101, "  k%d: v\n") + TASKS),
        argumentSet("a number out of range", HEAD + "variables: {a: 1e400}\n" + TASKS),
        argumentSet(
            "too many digits", HEAD + "variables: {a: " + "9".repeat(5_000) + "}\n" + TASKS),
        argumentSet("a property with a typo", HEAD + "taks: []\n" + TASKS),
        argumentSet("an unknown property of a task", HEAD + TASKS + "    unknown: 1\n"),
        argumentSet("a lone surrogate", HEAD + "description: \"\\uD800\"\n" + TASKS),
        argumentSet("a raw NUL", HEAD + "description: a\u0000b\n" + TASKS),
        argumentSet("a tab as indent", HEAD + "tasks:\n\t- id: log\n\t  " + LOG),
        argumentSet("a JDK class as a type", withType("java.lang.Runtime")),
        argumentSet("a class of ours as a type", withType("dev.legato.plugins.core.log.Log")),
        argumentSet("a type in other case", withType("IO.KESTRA.PLUGIN.CORE.LOG.LOG")),
        argumentSet("a type with a space", withType("'io.kestra.plugin.core.log.Log '")),
        argumentSet(
            "a retry without pause",
            HEAD
                + TASKS
                + "    retry: {type: constant, interval: PT0S, maxAttempts: 2147483647}\n"),
        argumentSet("a timeout of nothing", HEAD + TASKS + "    timeout: PT0S\n"),
        argumentSet("a timeout in the past", HEAD + TASKS + "    timeout: PT-1S\n"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aHostileSourceIsRefused(String source) throws Exception {
    long begin = System.nanoTime();
    HttpResponse<String> answer = client.saveFlow(source);

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AT_MOST);
    assertThat(answer.statusCode()).as(answer.body()).isIn(400, 413, 422);
    assertThat(answer.body()).contains("\"message\"").doesNotContain("Exception", "\\tat ");
    assertNothingIsStored();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        ".",
        "a/b",
        "a\\\\b",
        "%2f",
        "%2e%2e",
        "a\\nb",
        "",
        "a\\u0000",
        "é",
        "-a",
        "a b"
      })
  void anIdThatCouldBeAPathIsRefused(String id) throws Exception {
    for (String source :
        List.of(
            "id: \"%s\"\nnamespace: demo\n%s".formatted(id, TASKS),
            "id: hostile\nnamespace: \"%s\"\n%s".formatted(id, TASKS),
            "%stasks:\n  - id: \"%s\"\n    %s".formatted(HEAD, id, LOG),
            "%sinputs: [{id: \"%s\", type: STRING}]\n%s".formatted(HEAD, id, TASKS))) {
      HttpResponse<String> answer = client.saveFlow(source);
      assertThat(answer.statusCode()).as(source + answer.body()).isEqualTo(422);
    }
    assertNothingIsStored();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "configs",
        "webhook",
        "health",
        "ready",
        "login",
        "api",
        "main",
        "constructor",
        "CON"
      })
  void anIdThatLooksLikeARouteIsAnOrdinaryName(String id) throws Exception {
    String namespace = id.toLowerCase(Locale.ROOT);
    String source = "id: %s\nnamespace: %s\n%s".formatted(id, namespace, TASKS);
    HttpResponse<String> saved = client.saveFlow(source);
    assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);

    JsonNode ended =
        HttpClientOf.json(
            client.form("executions/%s/%s?wait=true".formatted(namespace, id), "a", "b"));

    assertThat(ended.at("/state/current").asString()).isEqualTo("SUCCESS");
    assertThat(client.get("flows/%s/%s".formatted(namespace, id)).get("id").asString())
        .isEqualTo(id);
    assertThat(client.get("configs").has("systemNamespace")).isTrue();
    assertThat(server.application().flows().delete(new FlowId(namespace, id))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u0000b", "\u202Ereversed", "zero\u200Bwidth", "e\u0301", "\uD83D\uDE80"})
  void anyCharacterOfAValueIsKept(String value) throws Exception {
    client.saveFlow(
        """
        id: echo
        namespace: demo
        inputs:
          - id: text
            type: STRING
        tasks:
          - id: echo
            type: io.kestra.plugin.core.debug.Return
            format: "{{ inputs.text }}"
          - id: log
            type: io.kestra.plugin.core.log.Log
            message: "{{ inputs.text }}"
        """);
    String body = JsonMapper.shared().writeValueAsString(Map.of("text", value));

    JsonNode ended =
        HttpClientOf.json(client.post("executions/demo/echo?wait=true", "application/json", body));

    assertThat(ended.at("/inputs/text").asString()).isEqualTo(value);
    assertThat(ended.at("/taskRunList/0/outputs/value").asString()).isEqualTo(value);
    JsonNode lines = client.get("logs/" + ended.get("id").asString() + "?taskId=log");
    assertThat(lines.get(0).get("message").asString()).isEqualTo(value);
    server.application().flows().delete(new FlowId("demo", "echo"));
  }

  private static void assertNothingIsStored() {
    assertThat(server.application().flows().namespaces()).isEmpty();
  }

  private static String withType(String type) {
    return HEAD + "tasks:\n  - id: log\n    type: " + type + "\n    message: x\n";
  }

  private static String many(int count, String each) {
    return IntStream.range(0, count).mapToObj(each::formatted).collect(Collectors.joining());
  }

  /** Nine levels of nine aliases. */
  private static String laughs() {
    var source =
        new StringBuilder("variables:\n  a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
    for (int i = 1; i < 9; i++) {
      source.append("  a%d: &a%d [".formatted(i, i));
      source.append("*a%d, ".formatted(i - 1).repeat(8)).append("*a%d]\n".formatted(i - 1));
    }
    return source.toString();
  }
}
