package dev.legato.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.MetricEntry;
import dev.legato.plugin.NoOutput;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskLog.Level;
import dev.legato.plugin.Warned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an attempt leaves behind: its result, its log and its figures. */
@Timeout(60)
class AttemptOutcomeTest {
  private static final WorkerConfig SMALL =
      new WorkerConfig(10, Duration.ofSeconds(5), Duration.ofSeconds(5), 10, 30, 3, 100);

  private final WorkerBench bench = new WorkerBench(SMALL);

  @AfterEach
  void close() {
    bench.close();
  }

  private record Rows(@Nullable Object rows) {}

  static Stream<Arguments> failures() {
    return Stream.of(
        arguments(body(new TaskFailure("No rows")), "No rows"),
        arguments(body(new IllegalStateException("odd")), "IllegalStateException: odd"),
        arguments(body(new NullPointerException()), "NullPointerException"),
        arguments(body(new NoClassDefFoundError("a/B")), "NoClassDefFoundError: a/B"),
        arguments(
            body(new InterruptedException()),
            "The task gave up because something in it interrupted it."));
  }

  private static Scripted.Body body(Throwable thrown) {
    return _ -> {
      switch (thrown) {
        case TaskFailure e -> throw e;
        case InterruptedException e -> throw e;
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        default -> throw new AssertionError(thrown);
      }
    };
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("failures")
  void whatTheTaskThrowsIsToldAndItsStackTraceKept(Scripted.Body body, String message)
      throws Exception {
    try (var roomy = new WorkerBench()) {
      assertThat(roomy.run(roomy.job(body))).isEqualTo(AttemptResult.failed(message));

      assertThat(roomy.logs.lines().getFirst()).isEqualTo("ERROR " + message);
      assertThat(roomy.logs.lines().get(1)).startsWith("TRACE ").contains("AttemptOutcomeTest");
    }
  }

  @Test
  void anExceptionThatCannotBeDescribedStillEndsTheAttempt() throws Exception {
    class Hostile extends RuntimeException {
      private static final long serialVersionUID = 1L;

      @Override
      public String getMessage() {
        throw new IllegalStateException("no");
      }
    }

    assertThat(bench.run(bench.job(body(new Hostile()))))
        .isEqualTo(
            AttemptResult.failed(
                "The end of the task could not be understood: java.lang.IllegalStateException"));
  }

  @Test
  void aFailureMayLeaveOutputs() throws Exception {
    AttemptResult result =
        bench.run(bench.job(_ -> fail(new TaskFailure("Half done", null, new Rows(5)))));

    assertThat(result)
        .isEqualTo(new AttemptResult(TaskRunStatus.FAILED, Map.of("rows", 5), "Half done"));
  }

  private record Cautious(int rows, boolean warned) implements Warned {}

  @ParameterizedTest
  @CsvSource({"true, WARNING", "false, SUCCESS"})
  void outputsSayWhetherTheTaskWarned(boolean warned, TaskRunStatus expected) throws Exception {
    assertThat(bench.run(bench.job(_ -> new Cautious(5, warned))))
        .isEqualTo(new AttemptResult(expected, Map.of("rows", 5, "warned", warned), null));
  }

  @Test
  void aSecretReachesNeitherLogNorFiguresNorResult() throws Exception {
    AttemptResult result =
        bench.run(
            bench.job(
                context -> {
                  String secret = context.render("{{secret}}", Map.of("secret", "hunter-22"));
                  context.log().info("it is " + secret);
                  context.count("calls", 1, Map.of("user", secret));
                  return fail(new TaskFailure("No: " + secret, null, new Rows(List.of(secret))));
                }));

    assertThat(result)
        .isEqualTo(
            new AttemptResult(
                TaskRunStatus.FAILED, Map.of("rows", List.of("**masked*")), "No: **masked*"));
    assertThat(String.join("", bench.logs.lines().stream().map(AttemptOutcomeTest::text).toList()))
        .startsWith("it is **masked*No: **masked*") // in lines as long as this worker allows
        .doesNotContain("hunter");
    assertThat(bench.metrics.find(WorkerBench.EXECUTION).getFirst().tags())
        .containsEntry("user", "**masked*");
  }

  @Test
  void outputsThatAreTooLargeFailTheAttempt() throws Exception {
    String message =
        "The outputs take 211 bytes, but may take at most 100; write large data to a file.";

    AttemptResult result = bench.run(bench.job(_ -> new Rows("é".repeat(100))));

    assertThat(result).isEqualTo(AttemptResult.failed(message));
  }

  @Test
  void outputsThatAreTooLargeDoNotHideAFailure() throws Exception {
    Rows large = new Rows("x".repeat(200));

    assertThat(bench.run(bench.job(_ -> fail(new TaskFailure("Half done", null, large)))))
        .isEqualTo(AttemptResult.failed("Half done"));
  }

  @Test
  void outputsThatHoldThemselvesFailTheAttempt() throws Exception {
    List<Object> list = new ArrayList<>();
    list.add(list);

    assertThat(bench.run(bench.job(_ -> new Rows(list))))
        .isEqualTo(AttemptResult.failed("The outputs are nested too deeply, or hold themselves."));
  }

  @Test
  void aTypeThatIsNotInstalledFailsTheAttempt() throws Exception {
    assertThat(bench.run(bench.job("no.such.Type", Map.of())))
        .isEqualTo(AttemptResult.failed("No installed plugin has the task type 'no.such.Type'."));
  }

  static Stream<Arguments> unfitProperties() {
    return Stream.of(
        arguments(
            Map.of(), "The task cannot start: property 'message' is missing; it must be any value"),
        arguments(
            Map.of("message", "a", "level", "LOUD", "size", 1),
            "The task cannot start: property 'level' must be one of TRACE, DEBUG, INFO, WARN,"
                + " ERROR, but is the text 'LOUD'; property 'size' is not known here; known are"
                + " message, level"),
        arguments(
            Map.of("message", "{{nobody}}"),
            "Property 'message' cannot be rendered: no such variable in {{nobody}}"),
        arguments(
            Map.of("format", "{{name}}", "message", "a"),
            "The task cannot start: property 'format' is not known here; known are message,"
                + " level"));
  }

  @ParameterizedTest
  @MethodSource("unfitProperties")
  void propertiesThatDoNotFitFailTheAttempt(
      Map<String, @Nullable Object> properties, String message) throws Exception {
    assertThat(bench.run(bench.job("core.log.Log", properties)))
        .isEqualTo(AttemptResult.failed(message));
  }

  @Test
  void aValueThatATemplateRenderedToIsNotTold() throws Exception {
    AttemptResult result = bench.run(bench.job("core.flow.Sleep", Map.of("duration", "{{name}}")));

    assertThat(result.error())
        .isEqualTo(
            "The task cannot start: property 'duration' must be a duration such as PT30S, or a"
                + " number of seconds, but is another text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "PT0S", "-5", "{{key}}", "{{nobody}}"})
  void aTimeoutThatIsNoneFailsTheAttempt(String timeout) throws Exception {
    AttemptResult result = bench.run(bench.jobWithTimeout(timeout, _ -> NoOutput.NONE));

    assertThat(result.status()).isEqualTo(TaskRunStatus.FAILED);
    assertThat(result.error()).contains("timeout");
  }

  @ParameterizedTest
  @EnumSource(LogLevel.class)
  void onlyLinesOfTheWantedLevelsAreKept(LogLevel threshold) throws Exception {
    Scripted.Body everyLevel =
        context -> {
          for (Level level : Level.values()) {
            context.log().log(level, "x");
          }
          return NoOutput.NONE;
        };

    bench.run(bench.job("test.Scripted", Scripted.properties(everyLevel), null, threshold));

    assertThat(bench.logs.lines())
        .isEqualTo(
            Stream.of(LogLevel.values())
                .filter(level -> level.isAtLeast(threshold))
                .map(level -> level + " x")
                .toList());
  }

  @Test
  void theStackTraceObeysTheWantedLevel() throws Exception {
    Map<String, @Nullable Object> properties = Map.of("errorMessage", "no");

    bench.run(bench.job("core.execution.Fail", properties, null, LogLevel.DEBUG));

    assertThat(bench.logs.lines()).containsExactly("ERROR no");
  }

  @Test
  void aLongLineBecomesSeveral() throws Exception {
    bench.run(bench.job("core.log.Log", Map.of("message", "0123456789012345678")));
    bench.run(bench.job("core.log.Log", Map.of("message", "1234567😀🚀")));

    assertThat(bench.logs.lines())
        .containsExactly("INFO 0123456789", "INFO 012345678", "INFO 1234567", "INFO 😀🚀");
  }

  @Test
  void aLogThatIsTooLongIsCutButTheReasonOfAFailureStays() throws Exception {
    Scripted.Body talkative =
        context -> {
          for (int i = 0; i < 100; i++) {
            context.log().info("012345678");
          }
          return fail(new TaskFailure("short"));
        };

    bench.run(bench.job("test.Scripted", Scripted.properties(talkative), null, LogLevel.INFO));

    assertThat(bench.logs.lines()).filteredOn(line -> line.equals("INFO 012345678")).hasSize(3);
    assertThat(bench.logs.lines()).contains("WARN The log of").endsWith("ERROR short");
  }

  @Test
  void countsAreAddedUpAndTimesKept() throws Exception {
    bench.run(
        bench.job(
            context -> {
              context.count("rows", 2, Map.of("table", "a"));
              context.count("rows", 3, Map.of("table", "a"));
              context.count("rows", 4, Map.of("table", "b"));
              context.time("load", Duration.ofMillis(1_500), Map.of());
              context.time("load", Duration.ofMillis(1_600), Map.of());
              return NoOutput.NONE;
            }));

    assertThat(bench.metrics.find(WorkerBench.EXECUTION))
        .extracting(MetricEntry::value)
        .containsExactly(5.0, 4.0, 1.5);
    assertThat(String.join("", bench.logs.lines()).replace("WARN ", ""))
        .isEqualTo("The task reported more than 3 figures; the others are left out.");
  }

  @Test
  void aStoreThatIsBrokenDoesNotKeepTheResultBack() throws Exception {
    bench.logs.breakDown();

    AttemptResult result = bench.run(bench.job("core.log.Log", Map.of("message", "a")));

    assertThat(result).isEqualTo(AttemptResult.failed("StorageException: disk full"));
  }

  private static NoOutput fail(TaskFailure failure) throws TaskFailure {
    throw failure;
  }

  /** A line without its level. */
  private static String text(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }
}
