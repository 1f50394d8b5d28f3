package dev.legato.orchestrator.shard;

import dev.legato.model.command.Command.CompleteAttempt;
import dev.legato.model.command.Command.RecoverExecution;
import dev.legato.model.execution.ExecutionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a shard does when it starts and when a commit failed: every execution that has not ended is
 * recovered from the store. Reports of workers that were part of a failed commit are kept and decided
 * again; whoever waits for an answer is told that nothing was stored.
 */
final class Failover {
  private static final Logger log = LoggerFactory.getLogger(Failover.class);

  private static final int MAX_FAILURES = 3;

  private final Shard.Ports ports;
  private final Inbox inbox;
  private final Queue<Failed> failed = new ConcurrentLinkedQueue<>();
  private final Map<ExecutionId, Integer> failures = new HashMap<>();

  /** The requests of a commit that failed. */
  record Failed(List<Request> requests, Throwable cause) {}

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

  /** May be called from any thread. */
  void report(Failed failure) {
    log.atError().setCause(failure.cause()).log("commit failed, executions will be recovered");
    failed.add(failure);
  }

  boolean isDue() {
    return !failed.isEmpty();
  }

  /** Takes what must be decided again, and tells everybody else that nothing was stored. */
  private List<Request> takeReports() {
    var reports = new ArrayList<Request>();
    for (Failed failure = failed.poll(); failure != null; failure = failed.poll()) {
      for (Request request : failure.requests()) {
        if (request.belongsToCaller()) {
          request.fail(failure.cause());
        } else {
          reports.add(request);
        }
      }
    }
    return reports;
  }

  /** Queues the recovery of every execution that has not ended, and then the reports of failed commits. */
  void queueRecovery() {
    Map<ExecutionId, Set<Integer>> running = new HashMap<>();
    List<ExecutionId> live = ports.store().live();
    List<Request> reports = takeReports();
    for (ExecutionId execution : live) {
      running.put(execution, new HashSet<>(ports.workers().running(execution)));
    }
    // workers report before they forget: what is in neither place is lost
    Stream.concat(reports.stream(), inbox.waiting().stream())
        .forEach(request -> addReported(request, running));
    var queue = new ArrayList<Request>();
    for (ExecutionId execution : live) {
      Set<Integer> stillRunning = running.getOrDefault(execution, Set.of());
      queue.add(Request.of(new RecoverExecution(execution, stillRunning)));
    }
    queue.addAll(reports);
    inbox.addFirst(queue);
  }

  private static void addReported(Request request, Map<ExecutionId, Set<Integer>> running) {
    if (request.command() instanceof CompleteAttempt completion) {
      running
          .computeIfAbsent(completion.execution(), _ -> new HashSet<>())
          .add(completion.taskRun());
    }
  }
}
