package dev.legato.orchestrator.call;

import dev.legato.model.command.Command.CompleteAttempt;
import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Call;
import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Job;
import dev.legato.orchestrator.execution.Children;
import dev.legato.orchestrator.shard.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The calls that are under way. */
final class Calls {
  private final Means means;
  private final ConcurrentHashMap<Job.Key, Ongoing> ongoing = new ConcurrentHashMap<>();

  /** What calls work with. */
  record Means(CallPorts ports, CalledExecutions executions, Waits waits, Executor executor) {}

  Calls(Means means) {
    this.means = means;
  }

  void run(Call call) {
    var report = new CallReport(means.ports(), call, () -> ongoing.remove(call.key()));
    Ongoing begun =
        switch (call.step().kind()) {
          case SUBFLOW ->
              new SubflowCall(means.ports(), means.executions(), means.waits(), call, report);
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
    List<ExecutionId> live = cascade ? live(call) : List.of();
    live.forEach(
        child -> means.ports().orchestrator().submit(Request.of(new KillExecution(child, true))));
    var _ =
        CompletableFuture.allOf(
                live.stream().map(means.waits()::end).toArray(CompletableFuture[]::new))
            .whenComplete(
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

  private List<ExecutionId> live(Job.Key call) {
    var live = new ArrayList<ExecutionId>();
    new Children(means.ports().executions())
        .forEachLive(
            call.execution(),
            child -> {
              if (belongsTo(child.caller(), call)) {
                live.add(child.id());
              }
            });
    return live;
  }

  private static boolean belongsTo(@Nullable Caller caller, Job.Key call) {
    return caller != null
        && caller.execution().equals(call.execution())
        && caller.taskRun() == call.taskRun();
  }
}
