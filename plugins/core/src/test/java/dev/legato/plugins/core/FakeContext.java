package dev.legato.plugins.core;

import dev.legato.plugin.Attempt;
import dev.legato.plugin.Children;
import dev.legato.plugin.Executions;
import dev.legato.plugin.FlowRevisions;
import dev.legato.plugin.KeptFile;
import dev.legato.plugin.KeyValues;
import dev.legato.plugin.Logs;
import dev.legato.plugin.NamespaceFiles;
import dev.legato.plugin.Programs;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskFiles;
import dev.legato.plugin.TaskLog;
import dev.legato.plugin.TriggerSwitch;
import dev.legato.plugin.flow.FlowRevisionPurge;
import dev.legato.plugin.http.HttpClient;
import dev.legato.plugin.http.HttpFailure;
import dev.legato.plugin.type.ConversionException;
import dev.legato.plugin.type.TypeCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Everything that tasks use, in memory. */
public final class FakeContext implements TaskContext {
  public static final Instant NOW = Instant.parse("2026-05-04T12:00:00Z");
  private static final TypeCatalog TYPES =
      TypeCatalog.of(List.of(FakeContext.class.getClassLoader()));

  public final FakeFiles storage;
  public final FakeNamespaceFiles shared = new FakeNamespaceFiles();
  public final Map<String, FakeKeptFile> kept = new LinkedHashMap<>();
  public final FakeKeyValues values = new FakeKeyValues();
  public final List<String> lines = new ArrayList<>();
  public final Map<String, Double> counts = new LinkedHashMap<>();

  /** What was switched, in order. */
  public final List<String> switches = new ArrayList<>();

  /** Which revisions were to be removed, in order. */
  public final List<FlowRevisionPurge> purges = new ArrayList<>();

  public Executions executions = new FakeExecutions();
  public Logs logs = new FakeLogs();
  public Children children = (_, _) -> {};
  public HttpClient http =
      _ -> {
        throw new HttpFailure("no network here");
      };

  /** What templates render to; themselves unless a test says otherwise. */
  public BiFunction<String, Map<String, ?>, @Nullable Object> templates = (template, _) -> template;

  private final Path directory;
  private final @Nullable String value;

  public FakeContext(Path directory) {
    this(directory, null);
  }

  /**
   * A context in a loop.
   *
   * @param value of the loop's round
   */
  public FakeContext(Path directory, @Nullable String value) {
    this.directory = directory;
    this.value = value;
    this.storage = new FakeFiles();
  }

  /** Runs a task from the values of its properties. */
  public Record run(String type, Map<String, ?> properties)
      throws TaskFailure, IOException, InterruptedException {
    return task(type, properties).run(this);
  }

  private static Task<?> task(String type, Map<String, ?> properties) throws TaskFailure {
    try {
      return TYPES.binder("core." + type).orElseThrow().bind(properties);
    } catch (ConversionException e) {
      throw new TaskFailure(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public Attempt attempt() {
    return new Attempt("execution1", "shop.eu", "orders", 3, "task", "taskrun1", value, 0);
  }

  @Override
  public TaskLog log() {
    return (level, message) -> lines.add(level + " " + message);
  }

  @Override
  public void count(String name, double amount, Map<String, String> tags) {
    counts.merge(name, amount, Double::sum);
  }

  @Override
  public void time(String name, Duration duration, Map<String, String> tags) {}

  @Override
  public void gauge(String name, double value, Map<String, String> tags) {}

  @Override
  public void sleep(Duration duration) {}

  @Override
  public InstantSource clock() {
    return InstantSource.fixed(NOW);
  }

  @Override
  public String render(String template, Map<String, ?> further) throws TaskFailure {
    return String.valueOf(evaluate(template, further));
  }

  @Override
  public @Nullable Object evaluate(String template, Map<String, ?> further) throws TaskFailure {
    if (template.contains("gone")) {
      throw new TaskFailure("'%s' cannot be rendered".formatted(template));
    }
    return templates.apply(template, further);
  }

  @Override
  public Path workingDirectory() throws IOException {
    return Files.createDirectories(directory);
  }

  @Override
  public TaskFiles files() {
    return storage;
  }

  @Override
  public Map<String, String> sealed(String secret) {
    return Map.of("type", "sealed", "value", Integer.toHexString(secret.hashCode()));
  }

  @Override
  public KeptFile kept(String task, @Nullable String key) {
    return kept.computeIfAbsent(task + "/" + key, _ -> new FakeKeptFile());
  }

  @Override
  public NamespaceFiles namespaceFiles() {
    return shared;
  }

  @Override
  public KeyValues keyValues() {
    return values;
  }

  @Override
  public Executions executions() {
    return executions;
  }

  @Override
  public FlowRevisions flowRevisions() {
    return purge -> {
      purges.add(purge);
      return purges.size();
    };
  }

  @Override
  public TriggerSwitch triggers() {
    return (namespace, flow, trigger, on) ->
        switches.add("%s/%s/%s %s".formatted(namespace, flow, trigger, on ? "on" : "off"));
  }

  @Override
  public Logs logs() {
    return logs;
  }

  @Override
  public HttpClient http() {
    return http;
  }

  @Override
  public Programs programs() {
    throw new UnsupportedOperationException("there are no programs here");
  }

  @Override
  public Children children() {
    return children;
  }

  @Override
  public Record runTask(String definition) throws TaskFailure, IOException, InterruptedException {
    return run("debug.Return", Map.of("format", definition));
  }
}
