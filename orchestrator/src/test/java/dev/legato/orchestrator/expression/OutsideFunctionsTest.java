package dev.legato.orchestrator.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.language.expression.ExpressionEnvironment;
import dev.legato.language.expression.ExpressionException;
import dev.legato.language.expression.ExpressionLimits;
import dev.legato.language.expression.Expressions;
import dev.legato.language.expression.function.ExternalFunctions;
import dev.legato.language.expression.runtime.Signature;
import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import dev.legato.orchestrator.expression.HttpCaller.Request;
import dev.legato.orchestrator.expression.HttpCaller.Response;
import dev.legato.orchestrator.expression.OutsideFunctions.Outside;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each function finds, what it may not see and what it says when it finds nothing. */
class OutsideFunctionsTest {
  private static final FlowId FLOW = new FlowId("company.team", "load");
  private static final String MINE = "kestra:///company/team/load/executions/me/a.txt";
  private static final String OTHER = "kestra:///company/other/load/executions/other/a.txt";
  private static final String TRIGGER = "kestra:///company/up/stream/executions/first/a.txt";
  private static final String CHILD = "kestra:///company/team/part/executions/child/a.txt";
  private static final String ODD_CHILD = "kestra:///company/team/executions/executions/odd/a.txt";

  private final MemoryFiles files =
      new MemoryFiles()
          .with(MINE, "mine")
          .with(OTHER, "other")
          .with(TRIGGER, "trigger")
          .with(CHILD, "child")
          .with(ODD_CHILD, "odd child")
          .with("kestra:///company/team/_files/q/a.sql", "select 1")
          .with("kestra:///company/team/_files/empty", "")
          .with("kestra:///company/team/_files/template", "{{ kv('text') }}")
          .with("kestra:///other/_files/b.txt", "b");
  private final MemoryValues values =
      new MemoryValues()
          .with("company.team", "text", "hello")
          .with("company.team", "map", Map.of("a", List.of(1, true)))
          .with("company", "above", "of company")
          .with("other", "text", "from elsewhere");
  private final MemoryLogs logs = new MemoryLogs();
  private final List<Request> requests = new ArrayList<>();
  private Response response = new Response(200, "text/plain", bytes("fine"));

  private final Expressions expressions =
      new Expressions(
          InstantSource.fixed(Instant.EPOCH),
          new Random(1),
          ExpressionLimits.DEFAULT,
          ExpressionEnvironment.in(ZoneOffset.UTC),
          OutsideFunctions.all(
              new Outside(files, values, logs, this::find, this::secret, this::send)));

  private Optional<ExecutionRecord> find(ExecutionId id) {
    return switch (id.value()) {
      case "child" -> Optional.of(record(id, new FlowId("company.team", "part"), "me"));
      case "odd" -> Optional.of(record(id, new FlowId("company.team", "executions"), "me"));
      case "other" -> Optional.of(record(id, FLOW, "somebody"));
      default -> Optional.empty();
    };
  }

  private static ExecutionRecord record(ExecutionId id, FlowId flow, String caller) {
    return new ExecutionRecord(
        id,
        flow,
        1,
        1,
        StatusHistory.of(ExecutionStatus.RUNNING, Instant.EPOCH),
        Map.of(),
        null,
        List.of(),
        null,
        id,
        null,
        1,
        null,
        0,
        null,
        new Caller(new ExecutionId(caller), 0, 0, null, List.of(FLOW)),
        null,
        false);
  }

  private Optional<String> secret(String namespace, String key) {
    return Optional.ofNullable(
        Map.of("TOKEN", "s3cr3t-token", "ACCOUNT", "{\"user\":\"ada\",\"keys\":[1]}").get(key));
  }

  private Response send(Request request) {
    requests.add(request);
    return response;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> variables() {
    return Map.of(
        "flow", Map.of("namespace", FLOW.namespace(), "id", FLOW.id()),
        "execution", Map.of("id", "me"),
        "trigger", Map.of("namespace", "company.up", "flowId", "stream", "executionId", "first"),
        "vars", Map.of("sql", "{{ read('q/a.sql') }}"),
        "inputs", Map.of("body", "{{ read('q/a.sql') }}"));
  }

  private String outcome(String expression) {
    try {
      return expressions.renderText("{{ " + expression + " }}", variables());
    } catch (ExpressionException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '§',
      value = {
        "read('q/a.sql') -> select 1",
        "read('/q/a.sql') -> select 1",
        "read('nsfile:///q/a.sql') -> select 1",
        "read('nsfile://other/b.txt') -> b",
        "read('nsfile:q/a%2Esql') -> select 1",
        "read('b.txt', namespace='other') -> b",
        "read('kestra:///company/team/_files/q/a.sql') -> select 1",
        "read('" + MINE + "') -> mine",
        "read('" + TRIGGER + "') -> trigger",
        "read('" + CHILD + "') -> child",
        "read('" + ODD_CHILD + "') -> odd child",
        "read('template') -> {{ kv('text') }}",
        "render(vars.sql) -> select 1",
        "fileURI('q/a b.sql') -> kestra:///company/team/_files/q/a%20b.sql",
        "fileSize('q/a.sql') -> 8",
        "fileSize('" + MINE + "') -> 4",
        "fileExists('q/a.sql') -> true",
        "fileExists('q') -> false",
        "fileExists('nope') -> false",
        "fileExists('kestra:///company/team/else/executions/e/a.txt') -> false",
        "fileExists('b.txt', 'other') -> true",
        "isFileEmpty('empty') -> true",
        "fileEmpty('q/a.sql') -> false",
        "kv('text') -> hello",
        "kv('map').a[0] -> 1",
        "kv('text', 'other') -> from elsewhere",
        "kv('above') -> of company",
        "kv('above', 'company.team', errorOnMissing=false) is null -> true",
        "kv('nope', errorOnMissing=false) is null -> true",
        "kv('nope', errorOnMissing=false) ?? 'default' -> default",
        "secret('TOKEN') -> s3cr3t-token",
        "secret('ACCOUNT', subkey='user') -> ada",
        "secret('ACCOUNT', full=true).keys -> [1]",
        "http('https://example.com') -> fine",
        "randomPort() > 1023 -> true",
      })
  void aFunctionFinds(String expression, String expected) {
    assertThat(outcome(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OTHER,
        "kestra:///company/team/below/executions/executions/e/a.txt",
        "kestra:///company/_files/a.txt",
        "kestra:///company/team/_files_of_others/a.txt",
        "kestra:///company/team/load",
        "kestra:///",
      })
  void filesOfOthersAreNotSeen(String uri) {
    for (String function : List.of("read", "fileSize", "fileExists", "isFileEmpty")) {
      assertThat(outcome("%s('%s')".formatted(function, uri)))
          .startsWith("'%s' may read files of its namespace".formatted(function));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '§',
      value = {
        "read('/etc/../etc/passwd') -> 'read' got a path that is not allowed",
        "read('kestra:///company/team/load/executions/me/../other/a.txt') -> 'read' got a path that"
            + " is not allowed",
        "read('kestra:///company/team/load/executions/me/%2e%2e/other/a.txt') -> 'read' got a path"
            + " that is not allowed",
        "read('file:///etc/passwd') -> 'read' reads addresses that begin with kestra:///",
        "fileURI('../a.sql') -> 'fileURI' got a path that is not allowed",
        "fileURI('" + MINE + "') -> 'fileURI' reads addresses",
        "read('nope') -> 'read' found no such file",
        "fileSize('nope') -> 'fileSize' found no such file",
        "read('nsfile://other') -> 'read' got a path that is not allowed",
        "kv('nope') -> 'kv' found no value under that key",
        "secret('NOPE') -> 'secret' found no secret of that name",
        "secret('TOKEN', subkey='x') -> 'secret' can look into a secret only when it is a JSON"
            + " object",
        "secret('ACCOUNT', subkey='x') -> 'secret' found no such subkey",
        "http('not a uri') -> 'http' got text that is not a URI",
        "http('https://x', options={'nope': 1}) -> 'http' needs a map for 'options'",
        "http('https://x', options={'readTimeout': 'soon'}) -> 'http' needs a duration",
        "http('https://x', options={'auth': {'type': 'BASIC'}}) -> 'http' needs for auth",
        "render(inputs.body) -> In line 1 of the text given to render(): 'read' may be called by"
            + " the flow itself",
      })
  void aFunctionSaysWhatIsWrong(String expression, String expected) {
    assertThat(outcome(expression)).startsWith(expected);
  }

  @Test
  void aFunctionOutsideAFlowSaysSo() {
    assertThatThrownBy(() -> expressions.renderText("{{ kv('a') }}", Map.of()))
        .hasMessageStartingWith("'kv' works inside a flow only");
    assertThatThrownBy(
            () ->
                expressions.renderText(
                    "{{ errorLogs() }}",
                    Map.of("flow", Map.of("namespace", "company", "id", "flow"))))
        .hasMessageStartingWith("'errorLogs' works inside an execution only");
  }

  @Test
  void aFileThatIsTooLargeIsRefused() {
    files.with("kestra:///company/team/_files/large", "x".repeat(10 * 1024 * 1024 + 1));

    assertThat(outcome("read('large') | length"))
        .startsWith("'read' takes files of at most 10,485,760 bytes");
  }

  @Test
  void theLastErrorsAreGivenOldestFirst() throws ExpressionException {
    logs.append(IntStream.range(0, 30).mapToObj(OutsideFunctionsTest::error).toList());

    @Nullable Object errors = expressions.renderValue("{{ errorLogs() }}", variables());

    assertThat((List<?>) errors).hasSize(25);
    assertThat(outcome("errorLogs()[0].message ~ ' ' ~ errorLogs()[24].message"))
        .isEqualTo("error 5 error 29");
    assertThat(outcome("errorLogs() | last"))
        .isEqualTo(
            "{\"timestamp\":\"1970-01-01T00:00:29Z\",\"level\":\"ERROR\",\"taskId\":\"task\","
                + "\"taskRunId\":\"run\",\"attemptNumber\":0,\"message\":\"error 29\"}");
    assertThat(logs.asked)
        .extracting(filter -> filter.field() + "=" + filter.values())
        .contains("EXECUTION_ID=[me]", "LEVEL=[ERROR]");
  }

  private static LogEntry error(int second) {
    return new LogEntry(
        FLOW,
        new ExecutionId("me"),
        "task",
        "run",
        0,
        Instant.ofEpochSecond(second),
        LogLevel.ERROR,
        "worker",
        "error " + second);
  }

  @Test
  void aRequestIsMadeOfAllArguments() {
    response = new Response(200, "application/json; charset=utf-8", bytes("{\"id\": [7]}"));

    assertThat(
            outcome(
                "http(uri='https://example.com/a?x=1', method='post', query={'q': ['a b', 2]},"
                    + " body={'k': 'v'}, headers={'X-Key': 'secret', 'accept': 'text/csv'},"
                    + " options={'readTimeout': 'PT5S', 'followRedirects': false,"
                    + " 'auth': {'type': 'BASIC', 'username': 'u', 'password': 'p'}})"
                    + " | jq('.id[0]') | first"))
        .isEqualTo("7");

    Request request = requests.getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.uri()).hasToString("https://example.com/a?x=1&q=a+b&q=2");
    assertThat(request.headers())
        .isEqualTo(Map.of("X-Key", List.of("secret"), "accept", List.of("text/csv")));
    assertThat(request.body()).isNotNull();
    assertThat(request.body().contentType()).isEqualTo("application/json");
    assertThat(request.body().bytes()).asString().isEqualTo("{\"k\":\"v\"}");
    assertThat(request.options().readTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(request.options().followRedirects()).isFalse();
    assertThat(request.options().credentials())
        .isNotNull()
        .hasToString("Credentials[u]")
        .isEqualTo(new HttpCaller.Credentials("u", "p"));
    assertThat(request.maxBytes()).isEqualTo(10 * 1024 * 1024);
  }

  @Test
  void aFormIsEncoded() {
    outcome(
        "http('https://x', method='POST', contentType='application/x-www-form-urlencoded',"
            + " body={'a b': 'c&d'})");

    assertThat(requests.getFirst().body()).isNotNull();
    assertThat(requests.getFirst().body().bytes()).asString().isEqualTo("a+b=c%26d");
  }

  @ParameterizedTest
  @CsvSource({
    "200, application/json, '', ''",
    "204, , '', ''",
    "200, application/yaml, 'a: 1', '{\"a\":1}'",
    "200, text/html, '{}', '{}'",
    "404, text/plain, x, '''http'' got a response with status 404, in'",
    "200, application/json, '{', '''http'' got text that is not valid JSON'",
  })
  void aResponseBecomesAValue(int status, @Nullable String type, String body, String expected) {
    response = new Response(status, type, bytes(body));

    assertThat(outcome("http('https://x')")).startsWith(expected);
  }

  @Test
  void aCallThatFailsSaysWhy() {
    var failing =
        new HttpFunction(
                _ -> {
                  throw new IOException("169.254.169.254 may not be called.");
                })
            .function();
    var calling =
        new Expressions(
            InstantSource.fixed(Instant.EPOCH),
            new Random(1),
            ExpressionLimits.DEFAULT,
            ExpressionEnvironment.in(ZoneOffset.UTC),
            List.of(failing));

    assertThatThrownBy(
            () -> calling.renderText("{{ http('http://169.254.169.254/') }}", variables()))
        .hasMessageStartingWith("'http' got no response: 169.254.169.254 may not be called.");
  }

  @Test
  void everyExternalFunctionIsThere() {
    var outside = new Outside(files, values, logs, this::find, this::secret, this::send);

    assertThat(OutsideFunctions.all(outside))
        .extracting(function -> function.signature())
        .containsExactlyInAnyOrderElementsOf(ExternalFunctions.signatures());
    assertThat(OutsideFunctions.all(outside))
        .allMatch(function -> function.waits() && function.sourceOnly());
    assertThat(ExternalFunctions.signatures()).extracting(Signature::name).doesNotHaveDuplicates();
  }
}
