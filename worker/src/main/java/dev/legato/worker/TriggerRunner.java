package dev.legato.worker;

import dev.legato.model.log.LogEntry;
import dev.legato.plugin.Finding;
import dev.legato.plugin.PollingTrigger;
import dev.legato.plugin.RealtimeTrigger;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TriggerSource;
import dev.legato.storage.LogStore;
import dev.legato.storage.file.FileLayout;
import dev.legato.worker.AttemptContext.Waiting;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets triggers of plugins look and listen, on the threads of its callers. Safe to use from any
 * thread.
 */
public final class TriggerRunner implements AutoCloseable {
  private final TaskPreparation preparation;
  private final TaskServices services;
  private final LogStore logs;
  private final WorkerConfig config;
  private final Waiting waiting;
  private final JsonOutputs json = new JsonOutputs();

  public TriggerRunner(
      TaskLanguage language,
      TaskServices services,
      LogStore logs,
      InstantSource clock,
      WorkerConfig config) {
    this.preparation = new TaskPreparation(language);
    this.services = services;
    this.logs = logs;
    this.config = config;
    this.waiting = new Waiting(clock, WorkerThreads.deadlines());
  }

  /** Hears what a trigger has found while it listens. */
  @FunctionalInterface
  public interface Listener {
    /** Returns when the execution exists. */
    void hear(TriggerFinding finding) throws InterruptedException;
  }

  /**
   * Looks once.
   *
   * @throws TriggerFailure when it could not; it has been logged
   * @throws InterruptedException when the calling thread was interrupted
   */
  public Optional<TriggerFinding> look(TriggerWork work)
      throws TriggerFailure, InterruptedException {
    if (!work.logToFile()) {
      return look(work, new StoredLog(logs));
    }
    var held = new HeldLog(logs);
    try {
      Optional<TriggerFinding> found = look(work, held);
      List<LogEntry> lines = held.take();
      return found.map(finding -> finding.withLogFile(stored(lines, work)));
    } catch (TriggerFailure e) {
      held.show(); // no execution has a file that tells what happened
      throw e;
    }
  }

  private Optional<TriggerFinding> look(TriggerWork work, LogTarget log)
      throws TriggerFailure, InterruptedException {
    return call(
        work,
        log,
        (source, context) -> {
          if (!(source instanceof PollingTrigger<?> polling)) {
            throw new TaskFailure("'%s' listens; it cannot look.".formatted(work.type()));
          }
          Finding<?> finding = polling.poll(context).orElse(null);
          return finding == null ? Optional.empty() : Optional.of(finding(finding, context));
        });
  }

  private @Nullable String stored(List<LogEntry> lines, TriggerWork work) {
    var file =
        new LogFile(
            () ->
                FileLayout.trigger(work.flow(), work.upcoming().get(), work.trigger())
                    .resolve("look.log"),
            services.files(),
            services.temporaryFolder());
    file.append(lines);
    return file.close();
  }

  /**
   * Listens until the calling thread is interrupted.
   *
   * @throws TriggerFailure when it has stopped to listen; it has been logged
   * @throws InterruptedException when the calling thread was interrupted
   */
  public void listen(TriggerWork work, Listener listener)
      throws TriggerFailure, InterruptedException {
    call(
        work,
        new StoredLog(logs),
        (source, context) -> {
          if (!(source instanceof RealtimeTrigger<?> realtime)) {
            throw new TaskFailure("'%s' looks; it cannot listen.".formatted(work.type()));
          }
          realtime.listen(context, finding -> listener.hear(heard(finding, context)));
          throw new TaskFailure("The source has ended.");
        });
  }

  private interface Work<T> {
    T on(TriggerSource<?> source, StoredTriggerContext context)
        throws TaskFailure, IOException, InterruptedException;
  }

  private <T> T call(TriggerWork work, LogTarget target, Work<T> body)
      throws TriggerFailure, InterruptedException {
    var log = new AttemptLog(LogOwner.of(work), target, waiting.clock(), config);
    var directory = new WorkingDirectory(services.temporaryFolder());
    TaskPreparation own = preparation.tellingSecrets(log.secrets()::add);
    try {
      TriggerSource<?> source = own.trigger(work);
      return body.on(
          source, new StoredTriggerContext(work, log, own, services, waiting, directory));
    } catch (InterruptedException e) {
      throw e;
    } catch (Throwable e) { // plugins may throw anything
      log.failure(Complaint.of(e), e);
      throw new TriggerFailure(log.secrets().hide(Complaint.of(e)), e);
    } finally {
      remove(directory);
    }
  }

  private static void remove(WorkingDirectory directory) throws TriggerFailure {
    boolean interrupted = Thread.interrupted(); // or files would be left behind
    try {
      directory.remove();
    } catch (IOException e) {
      throw new TriggerFailure("The working directory could not be removed: " + e, e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private TriggerFinding heard(Finding<?> finding, StoredTriggerContext context) {
    try {
      return finding(finding, context);
    } catch (TaskFailure e) {
      throw new IllegalArgumentException(e.getMessage(), e); // of the plugin that has made it
    }
  }

  @SuppressWarnings("unchecked") // a map of texts stays one
  private TriggerFinding finding(Finding<?> finding, StoredTriggerContext context)
      throws TaskFailure {
    try {
      Map<String, @Nullable Object> outputs = json.of(finding.outputs());
      long bytes = outputs.isEmpty() ? 0 : JsonSize.of(outputs);
      if (bytes > config.maxOutputBytes()) {
        throw new TaskFailure(
            "What was found takes %d bytes, but may take at most %d; store large data in a file."
                .formatted(bytes, config.maxOutputBytes()));
      }
      Object shown = context.secrets().hideDeep(outputs);
      return new TriggerFinding(
          (Map<String, @Nullable Object>) Objects.requireNonNull(shown),
          finding.key(),
          finding.afterwards(),
          null);
    } catch (UnfitOutputException e) {
      throw new TaskFailure(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    waiting.deadlines().close();
  }
}
