package dev.legato.worker;

import dev.legato.language.secret.SecretMask;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.plan.Step.TaskCache;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.Warned;
import dev.legato.storage.file.SafePath;
import dev.legato.worker.AttemptContext.Waiting;
import dev.legato.worker.Deadlines.Cancellation;
import dev.legato.worker.StopReason.Killed;
import dev.legato.worker.StopReason.ShutDown;
import dev.legato.worker.StopReason.TimedOut;
import dev.legato.worker.TaskPreparation.Prepared;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Runs a task from its properties to its result. */
final class AttemptRunner {
  private final TaskPreparation preparation;
  private final TaskServices services;
  private final WorkingDirectories directories;
  private final Waiting waiting;
  private final BiConsumer<RunningAttempt, StopReason> stop;
  private final OutputCache cachedOutputs;
  private final long maxOutputBytes;
  private final JsonOutputs json = new JsonOutputs();

  /**
   * @param stop called when an attempt has taken too long
   */
  AttemptRunner(
      TaskPreparation preparation,
      TaskServices services,
      Waiting waiting,
      BiConsumer<RunningAttempt, StopReason> stop,
      OutputCache cachedOutputs,
      long maxOutputBytes) {
    this.preparation = preparation;
    this.services = services;
    this.directories = new WorkingDirectories(services.temporaryFolder());
    this.waiting = waiting;
    this.stop = stop;
    this.cachedOutputs = cachedOutputs;
    this.maxOutputBytes = maxOutputBytes;
  }

  /** Removes the folder that tasks of a task run have shared. */
  void release(ExecutionId execution, int taskRun) {
    directories.release(execution, taskRun);
  }

  /** Runs the task on the calling thread. */
  Outcome run(RunningAttempt attempt) {
    Cancellation alarm = Cancellation.NONE;
    WorkingDirectory directory = directories.of(attempt.job());
    try {
      TaskPreparation own = preparation.tellingSecrets(attempt.log().secrets()::add);
      Prepared prepared = own.task(attempt.job());
      Optional<SafePath> place = OutputCache.place(attempt.job(), prepared.values());
      Optional<Map<String, @Nullable Object>> known = place.flatMap(it -> known(attempt.job(), it));
      if (known.isPresent()) {
        return new Known(known.get());
      }
      Optional<Duration> timeout = own.timeout(attempt.job());
      if (timeout.isPresent()) {
        StopReason reason = new TimedOut(timeout.get());
        alarm = waiting.deadlines().after(timeout.get(), () -> stop.accept(attempt, reason));
      }
      attempt.checkNotStopped();
      var context = new AttemptContext(attempt, own, services, waiting, directory);
      return new Returned(prepared.task().run(context), place.orElse(null));
    } catch (Throwable e) { // plugins may throw anything, and each attempt must be reported
      return new Threw(e);
    } finally {
      alarm.cancel();
      if (attempt.job().directory() == null) { // else others go on with it
        remove(directory, attempt);
      }
    }
  }

  private Optional<Map<String, @Nullable Object>> known(Job job, SafePath place) {
    TaskCache cache = job.step().cache();
    return cache == null ? Optional.empty() : cachedOutputs.find(place, cache);
  }

  // an interrupt that comes now would leave files behind
  private static void remove(WorkingDirectory directory, RunningAttempt attempt) {
    boolean interrupted = Thread.interrupted();
    try {
      directory.remove();
    } catch (IOException | RuntimeException e) {
      String message = "The working directory could not be removed: " + e;
      attempt.log().note(LogLevel.WARN, message);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What to report, having told people in the log; empty when there is nothing to report. */
  Optional<AttemptResult> conclude(RunningAttempt attempt, Outcome outcome) {
    try {
      Optional<AttemptResult> result =
          conclusion(attempt, outcome).map(it -> withoutSecrets(attempt, it));
      if (outcome instanceof Returned(_, SafePath place)) {
        result
            .filter(it -> it.status() == TaskRunStatus.SUCCESS)
            .ifPresent(it -> keep(attempt, place, it));
      }
      return result;
    } catch (RuntimeException | Error e) { // such as an exception whose message cannot be had
      String message = "The end of the task could not be understood: " + e.getClass().getName();
      attempt.log().note(LogLevel.ERROR, message);
      return Optional.of(AttemptResult.failed(message));
    }
  }

  private void keep(RunningAttempt attempt, @Nullable SafePath place, AttemptResult result) {
    if (place != null && !cachedOutputs.keep(place, result.outputs())) {
      attempt.log().note(LogLevel.WARN, "The outputs could not be kept for later runs.");
    }
  }

  @SuppressWarnings("unchecked") // a map of texts stays one
  private static AttemptResult withoutSecrets(RunningAttempt attempt, AttemptResult result) {
    SecretMask secrets = attempt.log().secrets();
    if (secrets.isEmpty()) {
      return result;
    }
    String error = result.error();
    return new AttemptResult(
        result.status(),
        (Map<String, @Nullable Object>) Objects.requireNonNull(secrets.hideDeep(result.outputs())),
        error == null ? null : secrets.hide(error));
  }

  private Optional<AttemptResult> conclusion(RunningAttempt attempt, Outcome outcome) {
    return switch (attempt.stopReason()) {
      case ShutDown _ when outcome instanceof Threw -> stopped(attempt, new ShutDown());
      case ShutDown _ -> Optional.of(unstopped(attempt, outcome));
      case null -> Optional.of(unstopped(attempt, outcome));
      case StopReason reason -> stopped(attempt, reason);
    };
  }

  /** What to report of an attempt that was told to give up, whatever its task did then. */
  Optional<AttemptResult> stopped(RunningAttempt attempt, StopReason reason) {
    AttemptLog log = attempt.log();
    return switch (reason) {
      case Killed _ -> {
        log.note(LogLevel.INFO, "The attempt was killed.");
        yield Optional.of(AttemptResult.killed());
      }
      case TimedOut(Duration timeout) -> {
        String message = "The task took longer than its timeout of %s.".formatted(timeout);
        log.note(LogLevel.ERROR, message);
        yield Optional.of(AttemptResult.failed(message));
      }
      case ShutDown _ -> {
        log.note(LogLevel.WARN, "The server shuts down; the attempt will be run again.");
        yield Optional.empty();
      }
    };
  }

  private AttemptResult unstopped(RunningAttempt attempt, Outcome outcome) {
    return switch (outcome) {
      case Returned(Record outputs, _) -> success(attempt, outputs);
      case Known(var outputs) -> {
        attempt.log().note(LogLevel.INFO, "The outputs of an earlier run are used again.");
        yield AttemptResult.success(outputs);
      }
      case Threw(TaskFailure failure) -> failure(attempt, failure);
      case Threw(InterruptedException e) ->
          failed(attempt, "The task gave up because something in it interrupted it.", e);
      case Threw(Throwable e) -> failed(attempt, Complaint.of(e), e);
    };
  }

  private AttemptResult success(RunningAttempt attempt, Record outputs) {
    try {
      TaskRunStatus status =
          outputs instanceof Warned it && it.warned()
              ? TaskRunStatus.WARNING
              : TaskRunStatus.SUCCESS;
      return new AttemptResult(status, checkedOutputs(outputs), null);
    } catch (UnfitOutputException e) {
      return failed(attempt, e.getMessage(), e);
    } catch (RuntimeException e) {
      return failed(attempt, Complaint.of(e), e);
    }
  }

  private AttemptResult failure(RunningAttempt attempt, TaskFailure failure) {
    String message = String.valueOf(failure.getMessage());
    attempt.log().failure(message, failure);
    Record outputs = failure.outputs();
    if (outputs == null) {
      return AttemptResult.failed(message);
    }
    try {
      return new AttemptResult(TaskRunStatus.FAILED, checkedOutputs(outputs), message);
    } catch (UnfitOutputException | RuntimeException e) {
      attempt.log().note(LogLevel.ERROR, Complaint.of(e));
      return AttemptResult.failed(message);
    }
  }

  private static AttemptResult failed(RunningAttempt attempt, String message, Throwable cause) {
    attempt.log().failure(message, cause);
    return AttemptResult.failed(message);
  }

  private Map<String, @Nullable Object> checkedOutputs(Record record) throws UnfitOutputException {
    Map<String, @Nullable Object> outputs;
    long bytes;
    try {
      outputs = json.of(record);
      bytes = outputs.isEmpty() ? 0 : JsonSize.of(outputs);
    } catch (StackOverflowError _) {
      throw new UnfitOutputException("The outputs are nested too deeply, or hold themselves.");
    }
    if (bytes > maxOutputBytes) {
      throw new UnfitOutputException(
          "The outputs take %d bytes, but may take at most %d; write large data to a file."
              .formatted(bytes, maxOutputBytes));
    }
    return outputs;
  }

  /** How the task's method ended. */
  sealed interface Outcome {}

  /**
   * It came to its end.
   *
   * @param place where to keep the outputs for later runs; absent when that is not wanted
   */
  record Returned(Record outputs, @Nullable SafePath place) implements Outcome {}

  /** It need not run, because it has run before. */
  record Known(Map<String, @Nullable Object> outputs) implements Outcome {}

  record Threw(Throwable cause) implements Outcome {}
}
