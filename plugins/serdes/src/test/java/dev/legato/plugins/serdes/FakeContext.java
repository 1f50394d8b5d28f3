package dev.legato.plugins.serdes;

import dev.legato.plugin.Attempt;
import dev.legato.plugin.Children;
import dev.legato.plugin.Executions;
import dev.legato.plugin.KeyValues;
import dev.legato.plugin.Logs;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskLog;
import dev.legato.plugin.http.HttpClient;
import dev.legato.plugin.type.ConversionException;
import dev.legato.plugin.type.TypeCatalog;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What tasks about files need, in memory. */
public final class FakeContext implements TaskContext {
  private static final TypeCatalog TYPES =
      TypeCatalog.of(List.of(FakeContext.class.getClassLoader()));

  public final FakeFiles storage = new FakeFiles();
  public final List<String> lines = new ArrayList<>();
  public final Map<String, Double> counts = new LinkedHashMap<>();

  private final Path directory;

  public FakeContext(Path directory) {
    this.directory = directory;
  }

  /** Runs a task from the values of its properties. */
  public Record run(String type, Map<String, ?> properties)
      throws TaskFailure, IOException, InterruptedException {
    Task<?> task;
    try {
      task = TYPES.binder(type).orElseThrow().bind(properties);
    } catch (ConversionException e) {
      throw new TaskFailure(String.valueOf(e.getMessage()), e);
    }
    return task.run(this);
  }

  /** Stores a text in UTF-8. */
  public URI given(String name, String text) {
    return storage.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The text of a stored file in UTF-8. */
  public String text(URI file) {
    return new String(storage.files.get(file), StandardCharsets.UTF_8);
  }

  @Override
  public Attempt attempt() {
    return new Attempt("execution1", "shop.eu", "orders", 3, "task", "taskrun1", null, 0);
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
  public void sleep(Duration duration) {}

  @Override
  public InstantSource clock() {
    return InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Override
  public String render(String template, Map<String, ?> further) {
    return template;
  }

  @Override
  public Object evaluate(String template, Map<String, ?> further) {
    return template;
  }

  @Override
  public Path workingDirectory() throws IOException {
    return Files.createDirectories(directory);
  }

  @Override
  public FakeFiles files() {
    return storage;
  }

  @Override
  public KeyValues keyValues() {
    return unused(KeyValues.class);
  }

  @Override
  public Executions executions() {
    return unused(Executions.class);
  }

  @Override
  public Logs logs() {
    return unused(Logs.class);
  }

  @Override
  public HttpClient http() {
    return unused(HttpClient.class);
  }

  @Override
  public Children children() {
    return unused(Children.class);
  }

  @Override
  public Record runTask(String definition) {
    throw new IllegalStateException("Expected no task in a task, but got " + definition);
  }

  private static <T> T unused(Class<T> service) {
    return service.cast(
        Proxy.newProxyInstance(
            service.getClassLoader(),
            new Class<?>[] {service},
            (_, method, _) -> {
              throw new IllegalStateException("Expected no call of " + method);
            }));
  }
}
