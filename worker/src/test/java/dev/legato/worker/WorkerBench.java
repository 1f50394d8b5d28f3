package dev.legato.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Job;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.plan.Step.TaskStep;
import dev.legato.model.plan.StepHeader;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.type.TypeCatalog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A worker on fakes. Templates render by replacing names in braces by variables. */
final class WorkerBench implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
  static final ExecutionId EXECUTION = new ExecutionId("0123456789ABCDEFGHIJKL");
  static final FlowId FLOW = new FlowId("company.team", "sales");
  static final WorkerConfig CONFIG = WorkerConfig.DEFAULTS;

  private static final long PATIENCE_SECONDS = 20;
  private static final TypeCatalog TYPES =
      TypeCatalog.of(List.of(WorkerBench.class.getClassLoader()));

  final FakeLogStore logs = new FakeLogStore();
  final FakeMetricStore metrics = new FakeMetricStore();
  final ManualDeadlines deadlines = new ManualDeadlines();
  final Worker worker;
  private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
  final MemoryFiles files = new MemoryFiles();
  final Path temporary = Path.of("target", "working-directories");
  private int taskRuns;

  /**
   * What the listener heard.
   *
   * @param lines how many log lines had been kept by then
   */
  record Ended(Job.Key attempt, AttemptResult result, int lines) {}

  WorkerBench() {
    this(CONFIG);
  }

  WorkerBench(WorkerConfig config) {
    AttemptReports reports =
        new AttemptReports(
            logs,
            metrics,
            (attempt, result) -> ended.add(new Ended(attempt, result, logs.lines().size())));
    var language = new TaskLanguage(TYPES, new BraceRenderer(_ -> {}), WorkerBench::task);
    var services = new NoServices(temporary, files);
    worker = new Worker(language, services, reports, () -> NOW, config, deadlines);
  }

  /** Lets triggers look, with the same stores. */
  TriggerRunner triggers() {
    var language = new TaskLanguage(TYPES, new BraceRenderer(_ -> {}), WorkerBench::task);
    return new TriggerRunner(language, new NoServices(temporary, files), logs, () -> NOW, CONFIG);
  }

  /** Reads {@code type message}. */
  private static TaskStep task(String definition) throws TaskFailure {
    String[] words = definition.split(" ", 2);
    if (words.length < 2) {
      throw new TaskFailure("'%s' is no task".formatted(definition));
    }
    StepHeader header = new StepHeader("inner", words[0], null, false, false, null);
    return new TaskStep(header, Map.of("message", words[1]), null, null);
  }

  static WorkerConfig withSlots(int slots) {
    return new WorkerConfig(
        slots,
        CONFIG.killGrace(),
        CONFIG.shutdownGrace(),
        CONFIG.maxLineBytes(),
        CONFIG.maxLogBytes(),
        CONFIG.maxMetrics(),
        CONFIG.maxOutputBytes());
  }

  static WorkerConfig withoutShutdownGrace() {
    return new WorkerConfig(
        CONFIG.maxConcurrent(),
        CONFIG.killGrace(),
        Duration.ZERO,
        CONFIG.maxLineBytes(),
        CONFIG.maxLogBytes(),
        CONFIG.maxMetrics(),
        CONFIG.maxOutputBytes());
  }

  Job job(String type, Map<String, @Nullable Object> properties) {
    return job(type, properties, null, null);
  }

  Job job(Scripted.Body body) {
    return job("test.Scripted", Scripted.properties(body));
  }

  Job jobWithTimeout(String timeout, Scripted.Body body) {
    return job("test.Scripted", Scripted.properties(body), timeout, null);
  }

  Job job(
      String type,
      Map<String, @Nullable Object> properties,
      @Nullable String timeout,
      @Nullable LogLevel logLevel) {
    StepHeader header = new StepHeader("task", type, null, false, false, null);
    TaskStep step = new TaskStep(header, properties, timeout, logLevel);
    int taskRun = taskRuns++;
    Map<String, @Nullable Object> variables =
        Map.of("name", "World", "key", "color", "list", "[1, 2]", "wait", "PT3S");
    return new Job(EXECUTION, FLOW, 1, taskRun, "run" + taskRun, 0, step, null, variables);
  }

  /** Runs a job to its end. */
  AttemptResult run(Job job) throws InterruptedException {
    worker.submit(job);
    Ended result = awaitEnd();
    assertThat(result.attempt()).isEqualTo(job.key());
    return result.result();
  }

  Ended awaitEnd() throws InterruptedException {
    Ended next = ended.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(next).as("the end of an attempt").isNotNull();
    return next;
  }

  /** What else the listener heard; ask when nothing runs any more. */
  List<Ended> otherEnds() {
    return List.copyOf(ended);
  }

  @Override
  public void close() {
    worker.close();
  }

  /** A template that asks for a variable of that name gets a secret. */
  private record BraceRenderer(Consumer<String> secrets) implements PropertyRenderer {
    @Override
    public PropertyRenderer tellingSecrets(Consumer<String> listener) {
      return new BraceRenderer(listener);
    }

    @Override
    public @Nullable Object evaluate(String template, Map<String, ?> variables)
        throws RenderingException {
      boolean isOne = template.matches("\\{\\{\\w+}}");
      Object value = isOne ? variables.get(template.replaceAll("[{}]", "")) : null;
      return value == null ? text(template, variables) : value;
    }

    @Override
    public Object render(Object value, Map<String, ?> variables) throws RenderingException {
      return switch (value) {
        case String text -> text(text, variables);
        case List<?> list -> {
          var rendered = new ArrayList<Object>();
          for (Object element : list) {
            rendered.add(render(element, variables));
          }
          yield rendered;
        }
        case Map<?, ?> map -> {
          var rendered = new LinkedHashMap<String, Object>();
          for (Map.Entry<?, ?> entry : map.entrySet()) {
            rendered.put(
                (String) render(entry.getKey(), variables), render(entry.getValue(), variables));
          }
          yield rendered;
        }
        default -> value;
      };
    }

    private String text(String text, Map<String, ?> variables) throws RenderingException {
      String rendered = text;
      if (text.contains("{{secret}}")) {
        secrets.accept(String.valueOf(variables.get("secret")));
      }
      for (Map.Entry<String, ?> variable : variables.entrySet()) {
        rendered =
            rendered.replace("{{" + variable.getKey() + "}}", variable.getValue().toString());
      }
      if (rendered.contains("{{")) {
        throw new RenderingException("no such variable in " + text, new RuntimeException(text));
      }
      return rendered;
    }
  }
}
