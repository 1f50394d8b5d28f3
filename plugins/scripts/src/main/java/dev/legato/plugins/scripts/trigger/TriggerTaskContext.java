package dev.legato.plugins.scripts.trigger;

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
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskFiles;
import dev.legato.plugin.TaskLog;
import dev.legato.plugin.TriggerContext;
import dev.legato.plugin.TriggerName;
import dev.legato.plugin.TriggerSwitch;
import dev.legato.plugin.http.HttpClient;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets a trigger run a script as a task would: with all that needs no execution. */
final class TriggerTaskContext implements TaskContext {
  private final TriggerContext context;
  private final Attempt attempt;

  TriggerTaskContext(TriggerContext context) {
    this.context = context;
    TriggerName name = context.trigger();
    // another name for each look: a container of an earlier one is not taken up again
    String look = name.trigger() + "-" + context.clock().millis();
    this.attempt = new Attempt("", name.namespace(), name.flow(), 0, name.trigger(), look, null, 0);
  }

  private static UnsupportedOperationException needsExecution(String what) {
    return new UnsupportedOperationException("A trigger has no " + what + "; use a task for that.");
  }

  @Override
  public Attempt attempt() {
    return attempt;
  }

  @Override
  public TaskLog log() {
    return context.log();
  }

  @Override
  public void count(String name, double amount, Map<String, String> tags) {} // nobody keeps it

  @Override
  public void time(String name, Duration duration, Map<String, String> tags) {}

  @Override
  public void gauge(String name, double value, Map<String, String> tags) {}

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    context.sleep(duration);
  }

  @Override
  public InstantSource clock() {
    return context.clock();
  }

  @Override
  public String render(String template, Map<String, ?> further) throws TaskFailure {
    return context.render(template, further);
  }

  @Override
  public @Nullable Object evaluate(String template, Map<String, ?> further) throws TaskFailure {
    return context.evaluate(template, further);
  }

  @Override
  public Path workingDirectory() throws IOException {
    return context.workingDirectory();
  }

  @Override
  public TaskFiles files() {
    return context.files();
  }

  @Override
  public KeyValues keyValues() {
    return context.keyValues();
  }

  @Override
  public HttpClient http() {
    return context.http();
  }

  @Override
  public Programs programs() {
    return context.programs();
  }

  @Override
  public KeptFile kept(String task, @Nullable String key) {
    return context.kept();
  }

  @Override
  public Map<String, String> sealed(String secret) {
    throw needsExecution("sealed outputs");
  }

  @Override
  public NamespaceFiles namespaceFiles() {
    throw needsExecution("files of its namespace");
  }

  @Override
  public Executions executions() {
    throw needsExecution("way to other executions");
  }

  @Override
  public FlowRevisions flowRevisions() {
    throw needsExecution("way to revisions of flows");
  }

  @Override
  public TriggerSwitch triggers() {
    throw needsExecution("way to other triggers");
  }

  @Override
  public Logs logs() {
    throw needsExecution("way to logs");
  }

  @Override
  public Children children() {
    throw needsExecution("children");
  }

  @Override
  public Record runTask(String definition) {
    throw needsExecution("tasks");
  }
}
