package dev.legato.testkit.task;

import dev.legato.plugin.Attempt;
import dev.legato.plugin.Children;
import dev.legato.plugin.Executions;
import dev.legato.plugin.FlowRevisions;
import dev.legato.plugin.KeptFile;
import dev.legato.plugin.KeyValues;
import dev.legato.plugin.Logs;
import dev.legato.plugin.NamespaceFiles;
import dev.legato.plugin.Programs;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFiles;
import dev.legato.plugin.TaskLog;
import dev.legato.plugin.TriggerSwitch;
import dev.legato.plugin.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Notes what a program tells; has nothing else. */
public final class RecordingContext implements TaskContext {
  public final List<String> lines = new CopyOnWriteArrayList<>();
  public final List<String> figures = new CopyOnWriteArrayList<>();
  public TaskLog log = (level, message) -> lines.add(level + " " + message);

  @Override
  public Attempt attempt() {
    return new Attempt("execution1", "shop.eu", "orders", 3, "task", "taskrun1", null, 0);
  }

  @Override
  public TaskLog log() {
    return log;
  }

  @Override
  public void count(String name, double amount, Map<String, String> tags) {
    figures.add("count %s %s %s".formatted(name, amount, tags));
  }

  @Override
  public void time(String name, Duration duration, Map<String, String> tags) {
    figures.add("time %s %s %s".formatted(name, duration, tags));
  }

  @Override
  public void gauge(String name, double value, Map<String, String> tags) {
    figures.add("gauge %s %s %s".formatted(name, value, tags));
  }

  @Override
  public void sleep(Duration duration) {}

  @Override
  public InstantSource clock() {
    throw new UnsupportedOperationException();
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
  public Path workingDirectory() {
    throw new UnsupportedOperationException();
  }

  @Override
  public TaskFiles files() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, String> sealed(String secret) {
    throw new UnsupportedOperationException();
  }

  @Override
  public KeptFile kept(String task, @Nullable String key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public NamespaceFiles namespaceFiles() {
    throw new UnsupportedOperationException();
  }

  @Override
  public KeyValues keyValues() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Executions executions() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Logs logs() {
    throw new UnsupportedOperationException();
  }

  @Override
  public HttpClient http() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Programs programs() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Children children() {
    throw new UnsupportedOperationException();
  }

  @Override
  public FlowRevisions flowRevisions() {
    throw new UnsupportedOperationException();
  }

  @Override
  public TriggerSwitch triggers() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Record runTask(String definition) {
    throw new UnsupportedOperationException();
  }
}
