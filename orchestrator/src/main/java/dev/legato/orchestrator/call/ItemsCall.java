package dev.legato.orchestrator.call;

import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Call;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.LogLevel;
import dev.legato.orchestrator.shard.Request;
import dev.legato.storage.StorageException;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.UnsafePathException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A call that starts one execution for each line of a file. It reads the file as it goes, and goes
 * no faster than its executions end: a million of them need no more memory than a few hundred.
 */
final class ItemsCall implements Ongoing {
  /** How many executions of one call may live at once. */
  private static final int WINDOW = 200;

  private final CallPorts ports;
  private final CalledExecutions executions;
  private final Offspring offspring;
  private final Waits waits;
  private final Executor executor;
  private final Call call;
  private final CallReport report;
  private final Semaphore window = new Semaphore(WINDOW);
  private final Tally tally = new Tally();
  private final Set<ExecutionId> live = ConcurrentHashMap.newKeySet();
  private final Progress progress;
  private volatile boolean killed;
  private volatile boolean cascades;
  private volatile @Nullable String failure;
  private int batches;

  ItemsCall(Calls.Means means, Call call, CallReport report) {
    this.ports = means.ports();
    this.executions = means.executions();
    this.offspring = means.offspring();
    this.waits = means.waits();
    this.executor = means.executor();
    this.call = call;
    this.report = report;
    this.progress = new Progress(executor, this::showProgress);
  }

  @Override
  public void start() {
    try {
      CallProperties properties = properties(call.variables());
      boolean waits = properties.flag("wait", true);
      boolean transmits = properties.flag("transmitFailed", true);
      startAll(properties.requiredText("splits"), waits);
      window.acquire(WINDOW); // all that were started have ended
      awaitForgotten(waits);
      finish(waits && transmits);
    } catch (CallFailure refused) {
      report.failed(refused.reason());
    } catch (ExecutionException lost) {
      report.failed("The ends of executions cannot be known: " + lost.getCause());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt(); // the next start does it again
    }
  }

  /** Those that were started before a crash, and that it has not come to since. */
  private void awaitForgotten(boolean waits) throws InterruptedException, ExecutionException {
    if (killed && cascades) {
      offspring.killAndAwait(call.key()).get();
    } else if (failure != null && waits) {
      offspring.ends(call.key()).get();
    }
  }

  private CallProperties properties(Map<String, @Nullable Object> variables) {
    return new CallProperties(ports.expressions(), call.step().properties(), variables);
  }

  private void startAll(String list, boolean waits) throws InterruptedException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                ports.files().open(SafePath.parseUri(list)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isBlank()) {
          continue;
        }
        window.acquire();
        if (killed || failure != null) {
          window.release();
          return;
        }
        int iteration = batches++;
        String items = line.strip();
        executor.execute(() -> begin(iteration, items, waits));
      }
    } catch (IOException | StorageException | UnsafePathException unreadable) {
      failure =
          "The list of batches '%s' cannot be read: %s".formatted(list, unreadable.getMessage());
    }
  }

  private void begin(int iteration, String items, boolean waits) {
    if (killed) {
      window.release();
      return;
    }
    try {
      var scope = new ItemScope(call.variables(), iteration, items);
      ExecutionId child = executions.start(call, properties(scope), iteration);
      if (!waits) {
        tally.count(ExecutionStatus.CREATED);
        progress.changed();
        window.release();
        return;
      }
      live.add(child);
      progress.changed();
      if (killed && cascades) {
        kill(child);
      }
      var _ = this.waits.end(child).whenComplete((ended, lost) -> ended(child, ended, lost));
    } catch (CallFailure refused) {
      giveUp("Batch %d cannot be started: %s".formatted(iteration, refused.reason()));
    } catch (RuntimeException bug) {
      giveUp("Batch %d cannot be started: %s".formatted(iteration, bug.getMessage()));
    }
  }

  private void ended(ExecutionId child, @Nullable ExecutionRecord ended, @Nullable Throwable lost) {
    live.remove(child);
    if (ended == null) {
      giveUp("The end of execution '%s' cannot be known: %s".formatted(child, lost));
      return;
    }
    tally.count(ended.status());
    progress.changed();
    window.release();
  }

  /** Starts nothing more; what runs goes on to its end. */
  private void giveUp(String reason) {
    failure = reason;
    window.release();
  }

  /** How many executions run and how the others have ended, while the call goes on. */
  private void showProgress() {
    Map<String, Object> iterations = tally.asMap();
    int running = live.size();
    if (running > 0) {
      iterations.put(ExecutionStatus.RUNNING.name(), running);
    }
    report.progress(Map.of("iterations", iterations));
  }

  private void finish(boolean transmits) {
    progress.end();
    var results = new LinkedHashMap<String, @Nullable Object>();
    results.put("iterations", tally.asMap());
    results.put("numberOfBatches", batches);
    results.put(
        "subflowOutputsBaseUri",
        FileLayout.taskRun(call.flow(), call.key().execution(), call.step().id(), call.taskRunId())
            .uri());
    String reason = failure;
    TaskRunStatus status = transmits ? tally.worst() : TaskRunStatus.SUCCESS;
    if (killed) {
      report.killed(results);
    } else if (reason != null) {
      report.log(LogLevel.ERROR, reason);
      report.send(new AttemptResult(TaskRunStatus.FAILED, results, reason));
    } else if (status == TaskRunStatus.FAILED) {
      String error =
          "%d of %d executions have failed.".formatted(tally.of(ExecutionStatus.FAILED), batches);
      report.log(LogLevel.ERROR, error);
      report.send(new AttemptResult(status, results, error));
    } else {
      report.send(new AttemptResult(status, results, null));
    }
  }

  @Override
  public void kill(boolean cascade) {
    cascades = cascade;
    killed = true;
    if (cascade) {
      executor.execute(() -> offspring.kill(call.key()));
    } else {
      report.killed(Map.of());
    }
  }

  private void kill(ExecutionId child) {
    ports.orchestrator().submit(Request.of(new KillExecution(child, true)));
  }
}
