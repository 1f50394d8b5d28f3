package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.flow.FlowId;
import dev.legato.model.log.LogEntry;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.orchestrator.flow.FlowOutcome.Saved;
import dev.legato.orchestrator.trigger.TriggerOutcome.Changed;
import dev.legato.plugin.Emitter;
import dev.legato.plugin.Finding;
import dev.legato.plugin.PollingTrigger;
import dev.legato.plugin.Property;
import dev.legato.plugin.RealtimeTrigger;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TriggerContext;
import dev.legato.plugin.TriggerType;
import dev.legato.server.config.ServerConfig;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.LogField;
import dev.legato.storage.PageRequest;
import dev.legato.storage.file.SafePath;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Triggers of plugins look and listen, under a lease, and start each execution once. */
class PluginTriggersTest {
  private static final FlowId FLOW = new FlowId("company", "watching");
  private static final TriggerId TRIGGER = new TriggerId(FLOW, "watch");

  @TempDir private Path data;
  private final EndedExecutions ended = new EndedExecutions();
  private final AtomicInteger calls = new AtomicInteger();
  private volatile String answer = "";
  private HttpServer site;
  private Application application;

  /** Emits a few numbers, then breaks off or goes on listening. */
  @TriggerType(value = "io.kestra.plugin.test.Beats", title = "Counts.")
  record Beats(
      @Property("How many.") int count,
      @Property(value = "Whether it breaks off then.", defaultValue = "false") boolean fails)
      implements RealtimeTrigger<Beats.Beat> {
    record Beat(int number, String file) {}

    @Override
    public void listen(TriggerContext context, Emitter<Beat> executions)
        throws TaskFailure, IOException, InterruptedException {
      for (int number = 1; number <= count; number++) {
        String file = context.files().store("beat.txt", "beat " + number).toString();
        executions.emit(
            new Finding<>(new Beat(number, file), fails ? "b" + number : null, () -> {}));
      }
      if (fails) {
        throw new TaskFailure("The drummer is tired.");
      }
      context.sleep(Duration.ofHours(1));
    }
  }

  /** Is done with what it has found when an address answers. */
  @TriggerType(value = "io.kestra.plugin.test.Lingering", title = "Takes its time.")
  record Lingering(@Property("The address.") String uri) implements PollingTrigger<Beats.Beat> {
    @Override
    public Optional<Finding<Beats.Beat>> poll(TriggerContext context) {
      return Optional.of(new Finding<>(new Beats.Beat(1, ""), null, this::call));
    }

    private void call() throws IOException {
      try (InputStream answer = URI.create(uri).toURL().openStream()) {
        answer.readAllBytes();
      }
    }
  }

  @BeforeEach
  void start() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    site.start();
    open();
  }

  private void open() {
    application = Application.start(data, ServerConfig.DEFAULTS);
    ended.listenTo(application);
  }

  @AfterEach
  void stop() {
    application.close();
    site.stop(0);
  }

  @Test
  void lookAtOnceAndStartAnExecutionForWhatTheyFind() throws InterruptedException {
    answer = "news";
    save("http.Trigger", "uri: " + address(), "interval: PT1H", "labels: {from: web}");

    ExecutionRecord execution = ended.next();

    assertThat(execution.status().name()).isEqualTo("SUCCESS");
    assertThat(variables(execution)).containsEntry("body", "news").containsEntry("code", 200);
    TriggerState state = await(each -> !each.isLocked() && each.date() != null);
    assertThat(state.nextDate())
        .isAfter(Objects.requireNonNull(state.date()).plus(Duration.ofMinutes(59)));
    assertThat(state.lastFired()).isNotNull();
    assertThat(lines())
        .anyMatch(
            line ->
                execution.id().equals(line.execution())
                    && line.message().contains("Started execution"));
  }

  @Test
  void sealWhatTheyFindWhenTheAuthorWants() throws InterruptedException {
    answer = "a confidential answer";
    save("http.Trigger", "uri: " + address(), "interval: PT1H", "encryptBody: true");

    Map<String, ?> variables = variables(ended.next());

    assertThat(variables.get("body")).isNull();
    assertThat(variables.get("encryptedBody")).isInstanceOf(Map.class);
    assertThat(variables.toString()).doesNotContain("confidential");
  }

  @Test
  void goOnToLookUntilTheConditionHolds() throws InterruptedException {
    save(
        "http.Trigger",
        "uri: " + address(),
        "interval: PT0.1S",
        "responseCondition: \"{{ response.body == 'done' }}\"");
    await(_ -> calls.get() >= 3);
    assertThat(ended.soFar()).isEmpty();

    answer = "done";

    assertThat(variables(ended.next())).containsEntry("body", "done");
  }

  @Test
  void areNotDisturbedByTheEndOfTheExecutionThatTheyHaveStarted() throws InterruptedException {
    site.createContext(
        "/later",
        exchange -> {
          await(each -> each.execution() == null); // it has ended
          calls.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    save("test.Lingering", "uri: " + address() + "later", "interval: PT1H");
    ended.next();

    TriggerState done = await(each -> !each.isLocked());

    assertThat(done.nextDate())
        .isAfter(Objects.requireNonNull(done.date()).plus(Duration.ofMinutes(59)));
    assertThat(calls).hasValue(1);
    assertThat(ended.soFar()).isEmpty();
  }

  @Test
  void keepTheLogOfALookBesideTheExecutionWhenTheirAuthorWantsThat() throws Exception {
    answer = "news";
    save(
        "http.Trigger",
        "uri: " + address(),
        "interval: PT1H",
        "logToFile: true",
        "logLevel: TRACE");

    String uri = Objects.requireNonNull(ended.next().origin()).logFile();

    SafePath place = SafePath.parseUri(Objects.requireNonNull(uri));
    try (InputStream log = application.files().open(place)) {
      assertThat(new String(log.readAllBytes(), StandardCharsets.UTF_8))
          .contains(" DEBUG GET " + address());
    }
    assertThat(lines()).noneMatch(line -> line.message().contains("GET"));
  }

  @Test
  void runAScriptUntilItShowsWhatIsWaitedFor() throws Exception {
    Path ready = data.resolve("ready");
    save(
        "scripts.shell.CommandsTrigger",
        "runner: PROCESS",
        "interval: PT0.1S",
        "exitCondition: exit 0",
        "commands: ['test -e %s']".formatted(ready));
    TriggerState looked = await(each -> each.date() != null && !each.isLocked());
    await(each -> !Objects.equals(each.date(), looked.date()));
    assertThat(ended.soFar()).isEmpty();

    Files.createFile(ready);

    assertThat(variables(ended.next())).containsEntry("exitCode", 0);
  }

  @Test
  void sayWhyTheyFailAndWaitLongerEachTime() {
    save("http.Trigger", "uri: 'http://127.0.0.1:1/'", "interval: PT0.1S", "maxInterval: PT1H");

    TriggerState failed = await(each -> each.problem() != null);

    assertThat(failed.evaluation()).isNull();
    assertThat(lines())
        .anyMatch(line -> line.execution() == null && line.message().contains("next try"));
    await(each -> Duration.between(each.updatedAt(), each.nextDate()).toMillis() >= 400);
    assertThat(application.triggers().restart(TRIGGER)).isInstanceOf(Changed.class);
  }

  @Test
  void makeAFailedExecutionOfAFailureWhenTheirAuthorWantsThat() throws InterruptedException {
    save(
        "http.Trigger", "uri: 'http://127.0.0.1:1/'", "failOnTriggerError: true", "interval: PT1H");

    assertThat(ended.next().status().name()).isEqualTo("FAILED");
  }

  @Test
  void listenAndStartOneExecutionForEachElement() throws InterruptedException {
    save("test.Beats", "count: 5");

    List<Object> numbers =
        IntStream.range(0, 5).mapToObj(_ -> nextNumber()).sorted().map(Object.class::cast).toList();

    assertThat(numbers).containsExactly(1, 2, 3, 4, 5);
    assertThat(state().evaluation()).isNotNull();
    assertThat(state().execution()).isNull();
  }

  private int nextNumber() {
    try {
      return (int) variables(ended.next()).get("number");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void startNothingTwiceForTheSameKeyWhenTheyListenAgain() throws InterruptedException {
    save("test.Beats", "count: 2", "fails: true");
    ended.next();
    ended.next();

    TriggerState failed = await(each -> each.problem() != null);
    assertThat(failed.problem()).isEqualTo("The drummer is tired.");
    await(each -> each.problem() != null && each.updatedAt().isAfter(failed.updatedAt()));

    assertThat(ended.soFar()).isEmpty();
  }

  @Test
  void stopToListenWhenTheirFlowChangesOrGoes() throws InterruptedException {
    save("test.Beats", "count: 1");
    ended.next();
    TriggerState.Evaluation first = state().evaluation();

    save("test.Beats", "count: 1", "description: other");
    ended.next();
    assertThat(state().evaluation()).isNotEqualTo(first);

    application.flows().delete(FLOW);
    awaitTrue(() -> application.evaluatingTriggers() == 0);
  }

  @Test
  void listenAgainAfterTheServerWasStopped() throws InterruptedException {
    save("test.Beats", "count: 1");
    ended.next();

    application.close();
    open();

    assertThat(variables(ended.next())).containsEntry("number", 1);
  }

  private String address() {
    return "http://127.0.0.1:" + site.getAddress().getPort() + "/";
  }

  private void save(String type, String... properties) {
    String name = type.startsWith("http") ? "core." + type : type;
    String trigger =
        String.join("\n", List.of(properties))
            .indent(4)
            .replaceFirst("^", "  - id: watch\n    type: io.kestra.plugin." + name + "\n");
    String source =
        """
        id: watching
        namespace: company
        tasks:
          - {id: hi, type: io.kestra.plugin.core.log.Log, message: hi}
        triggers:
        """
            + trigger;
    assertThat(application.flows().save(source)).isInstanceOf(Saved.class);
  }

  private static Map<String, Object> variables(ExecutionRecord execution) {
    return Objects.requireNonNull(execution.origin()).variables();
  }

  private TriggerState state() {
    return application.triggers().find(TRIGGER).orElseThrow();
  }

  private List<LogEntry> lines() {
    return application
        .storage()
        .logs()
        .search(
            List.of(Filter.of(LogField.TRIGGER_ID, Operator.EQUALS, "watch")),
            new PageRequest<>(1, 100, List.of()))
        .results();
  }

  private TriggerState await(Predicate<TriggerState> wanted) {
    awaitTrue(() -> wanted.test(state()));
    return state();
  }

  private static void awaitTrue(java.util.function.BooleanSupplier wanted) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!wanted.getAsBoolean() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(wanted.getAsBoolean()).isTrue();
  }
}
