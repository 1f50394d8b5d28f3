package dev.legato.worker;

import dev.legato.model.execution.Job;
import dev.legato.plugin.AllowedFolders;
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
import dev.legato.plugin.TriggerSwitch;
import dev.legato.plugin.http.HttpClient;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.SafePath;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What a task may use while it runs. */
final class AttemptContext implements TaskContext {
  private final RunningAttempt running;
  private final Attempt attempt;
  private final TaskPreparation preparation;
  private final TaskServices services;
  private final Waiting waiting;
  private final WorkingDirectory directory;
  private final AtomicBoolean runsAnother = new AtomicBoolean();

  AttemptContext(
      RunningAttempt running,
      TaskPreparation preparation,
      TaskServices services,
      Waiting waiting,
      WorkingDirectory directory) {
    this.running = running;
    this.attempt = attempt(running.job());
    this.preparation = preparation;
    this.services = services;
    this.waiting = waiting;
    this.directory = directory;
  }

  /** How attempts know and await time. */
  record Waiting(InstantSource clock, Deadlines deadlines) {}

  private static Attempt attempt(Job job) {
    return new Attempt(
        job.execution().value(),
        job.flow().namespace(),
        job.flow().id(),
        job.revision(),
        job.step().id(),
        job.taskRunId(),
        loopValue(job),
        job.attempt());
  }

  private static @Nullable String loopValue(Job job) {
    return job.variables().get("taskrun") instanceof Map<?, ?> taskRun
            && taskRun.get("value") instanceof String value
        ? value
        : null;
  }

  @Override
  public Attempt attempt() {
    return attempt;
  }

  @Override
  public TaskLog log() {
    return running.log();
  }

  @Override
  public void count(String name, double amount, Map<String, String> tags) {
    running.metrics().count(name, amount, tags);
  }

  @Override
  public void time(String name, Duration duration, Map<String, String> tags) {
    running.metrics().time(name, duration, tags);
  }

  @Override
  public void gauge(String name, double value, Map<String, String> tags) {
    running.metrics().gauge(name, value, tags);
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    running.beginWait(end(duration));
    CountDownLatch over = new CountDownLatch(1);
    Deadlines.Cancellation alarm = waiting.deadlines().after(duration, over::countDown);
    try {
      over.await();
    } finally {
      alarm.cancel();
      running.endWait();
    }
  }

  private Instant end(Duration wait) {
    Instant now = waiting.clock().instant();
    boolean endless = wait.compareTo(Duration.between(now, Instant.MAX)) > 0;
    return endless ? Instant.MAX : now.plus(wait);
  }

  @Override
  public InstantSource clock() {
    return waiting.clock();
  }

  @Override
  public String render(String template, Map<String, ?> further) throws TaskFailure {
    return preparation.text(template, variables(further));
  }

  @Override
  public @Nullable Object evaluate(String template, Map<String, ?> further) throws TaskFailure {
    return preparation.value(template, variables(further));
  }

  private Map<String, ?> variables(Map<String, ?> further) {
    return LayeredVariables.of(further, running.job().variables());
  }

  @Override
  public Path workingDirectory() throws IOException {
    return directory.path();
  }

  @Override
  public TaskFiles files() {
    return new StoredTaskFiles(services, FileScope.of(running.job()), directory);
  }

  @Override
  public Map<String, String> sealed(String secret) {
    running.log().secrets().add(secret); // the task may go on to log it
    return services.sealed(secret);
  }

  @Override
  public NamespaceFiles namespaceFiles() {
    return services.namespaceFiles(attempt, running.log());
  }

  @Override
  public KeptFile kept(String task, @Nullable String key) {
    SafePath place =
        FileLayout.cache(running.job().flow(), task, key == null ? null : OutputCache.digest(key));
    return new StoredKeptFile(services.files(), place, waiting.clock());
  }

  @Override
  public KeyValues keyValues() {
    return services.keyValues(attempt);
  }

  @Override
  public Executions executions() {
    return services.executions(attempt);
  }

  @Override
  public TriggerSwitch triggers() {
    return services.triggers();
  }

  @Override
  public FlowRevisions flowRevisions() {
    return services.flowRevisions();
  }

  @Override
  public Logs logs() {
    return services.logs(attempt);
  }

  @Override
  public AllowedFolders folders() {
    return services.folders();
  }

  @Override
  public HttpClient http() {
    return services.http();
  }

  @Override
  public Programs programs() {
    return services.programs();
  }

  @Override
  public Children children() {
    return services.children(attempt);
  }

  @Override
  public Record runTask(String definition) throws TaskFailure, IOException, InterruptedException {
    if (runsAnother.getAndSet(true)) {
      throw new TaskFailure(
          "A task that is run by another one cannot run a third; write the inner task itself.");
    }
    try {
      return preparation.task(definition, running.job()).run(this);
    } finally {
      runsAnother.set(false);
    }
  }
}
