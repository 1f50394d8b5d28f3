package dev.legato.orchestrator.shard;

import dev.legato.model.command.Command.AdmitExecution;
import dev.legato.model.command.Command.ChangeExecutionStatus;
import dev.legato.model.command.Command.CompleteAttempt;
import dev.legato.model.command.Command.ConfirmNewExecution;
import dev.legato.model.command.Command.ContinueExecution;
import dev.legato.model.command.Command.CopyExecution;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.command.Command.FireTimer;
import dev.legato.model.command.Command.ForceRunExecution;
import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.command.Command.Loss;
import dev.legato.model.command.Command.PauseExecution;
import dev.legato.model.command.Command.ProvideAnswer;
import dev.legato.model.command.Command.RecoverExecution;
import dev.legato.model.command.Command.RemoveExecution;
import dev.legato.model.command.Command.ReportProgress;
import dev.legato.model.command.Command.RestartExecution;
import dev.legato.model.command.Command.ResumeExecution;
import dev.legato.model.command.Command.ResumeFromBreakpoint;
import dev.legato.model.command.Command.SetLabels;
import dev.legato.model.command.Command.UnqueueExecution;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.Timer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a shard does when it starts and when a commit failed: every execution that has not ended is
 * recovered from the store, and its timers are set again. Reports of workers that were part of a
 * failed commit are kept and decided again; whoever waits for an answer is told that nothing was
 * stored. All other commands followed from a state that is given up, and recovery makes them anew.
 */
final class Failover {
  private static final Logger log = LoggerFactory.getLogger(Failover.class);

  private static final int MAX_FAILURES = 3;

  private final Shard.Ports ports;
  private final Inbox inbox;
  private final Queue<Failed> failed = new ConcurrentLinkedQueue<>();
  private final Map<ExecutionId, Integer> failures = new HashMap<>();

  /**
   * A turn that was not decided, stored and carried out to its end.
   *
   * @param cancelled timers that it was to cancel; the store knows which of them are set
   */
  record Failed(List<Request> requests, Set<Timer.Key> cancelled, Throwable cause) {
    static Failed of(Batch batch, Throwable cause) {
      return new Failed(batch.requests(), batch.timersCancelled(), cause);
    }
  }

  Failover(Shard.Ports ports, Inbox inbox) {
    this.ports = ports;
    this.inbox = inbox;
  }

  /** Notes that an execution made the engine break off. */
  void countFailure(ExecutionId execution) {
    failures.merge(execution, 1, Integer::sum);
  }

  /** Whether an execution broke the engine so often that it is left alone. */
  boolean isQuarantined(ExecutionId execution) {
    return failures.getOrDefault(execution, 0) >= MAX_FAILURES;
  }

  /** Executions that are left alone. */
  List<ExecutionId> quarantined() {
    return failures.keySet().stream().filter(this::isQuarantined).toList();
  }

  /** May be called from any thread. */
  void report(Failed failure) {
    log.atError().setCause(failure.cause()).log("turn failed, executions will be recovered");
    failed.add(failure);
  }

  boolean isDue() {
    return !failed.isEmpty();
  }

  /** Takes what must be decided again, and tells everybody else that nothing was stored. */
  private List<Request> takeReports() {
    var reports = new ArrayList<Request>();
    for (Failed failure = failed.poll(); failure != null; failure = failed.poll()) {
      failure.cancelled().forEach(ports.consequences()::timerCancelled);
      for (Request request : failure.requests()) {
        if (request.belongsToCaller()) {
          request.fail(failure.cause());
        } else if (!isMadeAnew(request)) {
          reports.add(request);
        }
      }
    }
    return reports;
  }

  /**
   * Queues the recovery of every execution that has not ended, and then the reports of failed
   * commits.
   */
  void queueRecovery(Loss loss) {
    Map<ExecutionId, Set<Integer>> running = new HashMap<>();
    List<ExecutionId> live = ports.store().live();
    List<Timer> timers = ports.store().timers();
    List<ExecutionId> admitted = ports.slots().rebuild(live);
    List<Request> reports = takeReports();
    inbox.removeIf(Failover::isMadeAnew);
    timers.forEach(ports.consequences()::timerSet);
    ports.consequences().takenOver();
    for (ExecutionId execution : live) {
      running.put(execution, new HashSet<>(ports.workers().running(execution)));
    }
    try {
      addReported(Stream.concat(reports.stream(), inbox.waiting().stream()).toList(), running);
    } catch (RuntimeException unreadable) {
      report(new Failed(reports, Set.of(), unreadable));
      throw unreadable;
    }
    var queue = new ArrayList<Request>();
    for (ExecutionId execution : live) {
      Set<Integer> stillRunning = running.getOrDefault(execution, Set.of());
      queue.add(Request.of(new RecoverExecution(execution, stillRunning, loss)));
    }
    queue.addAll(reports);
    admitted.forEach(execution -> queue.add(Request.of(new AdmitExecution(execution))));
    inbox.addFirst(queue);
  }

  /** An old one must not be decided: it says what was true of a state that is gone. */
  private static boolean isMadeAnew(Request request) {
    return switch (request.command()) {
      case RecoverExecution _,
          ContinueExecution _,
          FireTimer _,
          AdmitExecution _,
          ProvideAnswer _,
          ReportProgress _ ->
          true;
      case CreateExecution _,
          CopyExecution _,
          KillExecution _,
          PauseExecution _,
          ResumeExecution _,
          ResumeFromBreakpoint _,
          RestartExecution _,
          ChangeExecutionStatus _,
          SetLabels _,
          ForceRunExecution _,
          UnqueueExecution _,
          ConfirmNewExecution _,
          RemoveExecution _,
          CompleteAttempt _ ->
          false;
    };
  }

  /** Workers report before they forget: an attempt that is in neither place is lost. */
  private void addReported(List<Request> waiting, Map<ExecutionId, Set<Integer>> running) {
    Map<ExecutionId, Optional<StoredExecution>> stored = new HashMap<>();
    for (Request request : waiting) {
      if (request.command() instanceof CompleteAttempt report
          && running.containsKey(report.execution())
          && stored
              .computeIfAbsent(report.execution(), ports.store()::find)
              .filter(execution -> isLatest(report, execution))
              .isPresent()) {
        running.get(report.execution()).add(report.taskRun());
      }
    }
  }

  /** A report that came twice says nothing about a later attempt. */
  private static boolean isLatest(CompleteAttempt report, StoredExecution execution) {
    return execution
        .taskRun(report.taskRun())
        .filter(run -> run.attempts().size() == report.attempt() + 1)
        .isPresent();
  }
}
