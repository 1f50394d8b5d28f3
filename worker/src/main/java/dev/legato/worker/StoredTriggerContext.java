package dev.legato.worker;

import dev.legato.language.secret.SecretMask;
import dev.legato.plugin.AllowedFolders;
import dev.legato.plugin.Attempt;
import dev.legato.plugin.KeptFile;
import dev.legato.plugin.KeyValues;
import dev.legato.plugin.Programs;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskFiles;
import dev.legato.plugin.TaskLog;
import dev.legato.plugin.TriggerContext;
import dev.legato.plugin.TriggerName;
import dev.legato.plugin.http.HttpClient;
import dev.legato.storage.file.FileLayout;
import dev.legato.worker.AttemptContext.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** What a trigger may use while it looks or listens. */
final class StoredTriggerContext implements TriggerContext {
  private final TriggerWork work;
  private final AttemptLog log;
  private final TaskPreparation preparation;
  private final TaskServices services;
  private final Waiting waiting;
  private final WorkingDirectory directory;

  StoredTriggerContext(
      TriggerWork work,
      AttemptLog log,
      TaskPreparation preparation,
      TaskServices services,
      Waiting waiting,
      WorkingDirectory directory) {
    this.work = work;
    this.log = log;
    this.preparation = preparation;
    this.services = services;
    this.waiting = waiting;
    this.directory = directory;
  }

  SecretMask secrets() {
    return log.secrets();
  }

  @Override
  public TriggerName trigger() {
    return new TriggerName(work.flow().namespace(), work.flow().id(), work.trigger());
  }

  @Override
  public Map<String, String> sealed(String secret) {
    log.secrets().add(secret);
    return services.sealed(secret);
  }

  @Override
  public TaskLog log() {
    return log;
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    Deadlines.Cancellation alarm = waiting.deadlines().after(duration, over::countDown);
    try {
      over.await();
    } finally {
      alarm.cancel();
    }
  }

  @Override
  public InstantSource clock() {
    return waiting.clock();
  }

  @Override
  public String render(String template, Map<String, ?> further) throws TaskFailure {
    return preparation.text(template, LayeredVariables.of(further, work.variables()));
  }

  @Override
  public @Nullable Object evaluate(String template, Map<String, ?> further) throws TaskFailure {
    return preparation.value(template, LayeredVariables.of(further, work.variables()));
  }

  @Override
  public KeyValues keyValues() {
    return services.keyValues(
        new Attempt(
            work.upcoming().get().value(),
            work.flow().namespace(),
            work.flow().id(),
            0,
            work.trigger(),
            work.trigger(),
            null,
            0));
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
  public Path workingDirectory() throws IOException {
    return directory.path();
  }

  @Override
  public Programs programs() {
    return services.programs();
  }

  @Override
  public KeptFile kept() {
    return new StoredKeptFile(
        services.files(), FileLayout.remembered(work.flow(), work.trigger()), waiting.clock());
  }

  @Override
  public TaskFiles files() {
    return new StoredTaskFiles(services, FileScope.of(work), directory);
  }
}
