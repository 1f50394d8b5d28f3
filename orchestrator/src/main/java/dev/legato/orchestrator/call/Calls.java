package dev.legato.orchestrator.call;

import dev.legato.model.command.Command.CompleteAttempt;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Call;
import dev.legato.model.execution.Job;
import dev.legato.orchestrator.shard.Request;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** The calls that are under way. */
final class Calls {
  private final Means means;
  private final ConcurrentHashMap<Job.Key, Ongoing> ongoing = new ConcurrentHashMap<>();

  /** What calls work with. */
  record Means(
      CallPorts ports,
      CalledExecutions executions,
      Offspring offspring,
      Waits waits,
      Executor executor) {}

  Calls(Means means) {
    this.means = means;
  }

  void run(Call call) {
    var report = new CallReport(means.ports(), call, () -> ongoing.remove(call.key()));
    Ongoing begun =
        switch (call.step().kind()) {
          case SUBFLOW -> new SubflowCall(means, call, report);
          case FOR_EACH_ITEM -> new ItemsCall(means, call, report);
        };
    if (ongoing.putIfAbsent(call.key(), begun) == null) {
      means.executor().execute(() -> report.guard(begun::start));
    }
  }

  void kill(Job.Key call, boolean cascade) {
    Ongoing known = ongoing.get(call);
    if (known != null) {
      known.kill(cascade);
    } else {
      means.executor().execute(() -> killForgotten(call, cascade));
    }
  }

  /** Nobody has begun the call since the process started, but its executions may be there. */
  private void killForgotten(Job.Key call, boolean cascade) {
    CompletableFuture<Void> gone =
        cascade ? means.offspring().killAndAwait(call) : CompletableFuture.completedFuture(null);
    var _ =
        gone.whenComplete(
            (_, _) ->
                means
                    .ports()
                    .orchestrator()
                    .submit(
                        Request.of(
                            new CompleteAttempt(
                                call.execution(),
                                call.taskRun(),
                                call.attempt(),
                                AttemptResult.killed()))));
  }
}
