package dev.legato.testkit.simulation;

import dev.legato.model.command.Command.CompleteAttempt;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.command.Command.RestartExecution;
import dev.legato.model.command.Command.StartingPoint.Failures;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Call;
import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Ids;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.FlowId;
import dev.legato.model.plan.Step.CallStep;
import dev.legato.orchestrator.shard.Request;
import dev.legato.orchestrator.shard.Request.Reply;
import dev.legato.storage.CommitBatch.RequestKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one process: they start executions whose ids follow from the call, wait for their
 * ends and report, all in virtual time.
 */
final class SimulatedCalls {
  /** The flow that a call starts. */
  static final String FLOW = "flow";

  /** How many executions of it. */
  static final String ITEMS = "items";

  /** Whether the call waits for their ends. */
  static final String WAIT = "wait";

  /** How deep flows may call each other; deeper calls fail. */
  static final int MAX_DEPTH = 3;

  private static final long SECOND = 1_000_000;

  private final World world;
  private final ServerProcess process;
  private final Map<Job.Key, Ongoing> ongoing = new LinkedHashMap<>();
  private final Map<ExecutionId, List<Consumer<ExecutionRecord>>> waiting = new LinkedHashMap<>();

  /** A call that has not reported yet. */
  private static final class Ongoing {
    final Call call;
    final Set<ExecutionId> started = new LinkedHashSet<>();
    final List<TaskRunStatus> ends = new ArrayList<>();
    boolean killed;
    boolean cascades;
    int left;

    Ongoing(Call call) {
      this.call = call;
    }
  }

  SimulatedCalls(World world, ServerProcess process) {
    this.world = world;
    this.process = process;
  }

  /** Whether a call ends only when the executions have that it starts. */
  static boolean waits(CallStep step) {
    return Boolean.TRUE.equals(step.properties().get(WAIT));
  }

  void run(Call call) {
    if (!ongoing.containsKey(call.key())) {
      var begun = new Ongoing(call);
      ongoing.put(call.key(), begun);
      process.later(world.dice().between(100, 50_000), () -> begin(begun));
    }
  }

  boolean runs(ExecutionId execution, int taskRun) {
    return ongoing.keySet().stream()
        .anyMatch(key -> key.execution().equals(execution) && key.taskRun() == taskRun);
  }

  boolean areIdle() {
    return ongoing.isEmpty();
  }

  private void begin(Ongoing it) {
    Call call = it.call;
    int items = (Integer) call.step().properties().getOrDefault(ITEMS, 1);
    it.left = items;
    if (it.killed) { // but what it has started before a crash may be there
      killForgotten(call.key(), it.cascades, () -> report(it, AttemptResult.killed()));
      return;
    }
    if (call.flows().size() >= MAX_DEPTH) {
      report(it, AttemptResult.failed("flows call each other too deep"));
    } else if (items == 0) {
      report(it, AttemptResult.success(Map.of()));
    }
    for (int number = 0; number < items && ongoing.containsValue(it); number++) {
      start(it, number);
    }
  }

  private void start(Ongoing it, int number) {
    Call call = it.call;
    ExecutionId own = id(call, call.key().attempt(), number);
    boolean fresh = world.image().find(own).isEmpty();
    for (int attempt = call.key().attempt() - 1;
        attempt >= 0 && call.restarted() && fresh;
        attempt--) {
      DurableExecution earlier = world.image().find(id(call, attempt, number)).orElse(null);
      if (earlier != null) {
        goOn(it, earlier.execution(), number);
        return;
      }
    }
    create(creation(call, own, number), () -> started(it, own));
  }

  private ExecutionId id(Call call, int attempt, int number) {
    if (world.isPlanted(PlantedBug.STARTS_CHILDREN_TWICE)) {
      return Ids.newExecution(world.agenda().instant(), world.dice());
    }
    Job.Key key = call.key();
    return Ids.called(key.execution(), key.taskRun(), attempt, number, call.starts().get(attempt));
  }

  /** An execution of an earlier attempt is there: it goes on, restarted if need be. */
  private void goOn(Ongoing it, ExecutionRecord earlier, int number) {
    boolean failed =
        switch (earlier.status()) {
          case FAILED, KILLED, CANCELLED -> true;
          case CREATED, QUEUED, RUNNING, PAUSED, RETRYING, BREAKPOINT, RESTARTED, KILLING -> false;
          case SUCCESS, WARNING, RETRIED -> false;
        };
    String key = "call %s %d".formatted(it.call.key(), number);
    if (!failed || world.store().findRequest(key).isPresent()) {
      started(it, earlier.id());
      return;
    }
    world.people().takeBack(earlier.id());
    var restart = new RestartExecution(earlier.id(), new Failures());
    var requestKey = new RequestKey(key, "", earlier.id(), world.agenda().instant());
    process.ask(
        Request.withReply(restart, requestKey),
        reply -> {
          switch (reply) {
            case null -> process.later(SECOND / 5, () -> goOn(it, earlier, number));
            case Reply.Accepted _ -> started(it, earlier.id());
            case Reply.Refused _ -> {
              ExecutionId own = id(it.call, it.call.key().attempt(), number);
              create(creation(it.call, own, number), () -> started(it, own));
            }
          }
        });
  }

  private static CreateExecution creation(Call call, ExecutionId id, int number) {
    Integer iteration = call.step().kind() == CallStep.Kind.SUBFLOW ? null : number;
    Job.Key key = call.key();
    return new CreateExecution(
        id,
        (FlowId) Objects.requireNonNull(call.step().properties().get(FLOW)),
        1,
        Map.of(),
        List.of(),
        null,
        null,
        new Caller(key.execution(), key.taskRun(), key.attempt(), iteration, call.flows()),
        null,
        null);
  }

  /** Sees to it that an execution exists, then goes on. */
  void create(CreateExecution command, Runnable then) {
    if (world.image().find(command.execution()).isPresent()) {
      then.run();
      return;
    }
    process.ask(
        Request.withReply(command, null),
        reply -> {
          world.trace().add("child", command.execution(), String.valueOf(reply));
          if (reply == null) {
            process.later(SECOND / 5, () -> create(command, then));
          } else {
            then.run();
          }
        });
  }

  /** Kills an execution, then goes on. */
  void killDurably(ExecutionId execution, Runnable then) {
    process.ask(
        Request.withReply(new KillExecution(execution, true), null),
        reply -> {
          if (reply == null) {
            process.later(SECOND / 5, () -> killDurably(execution, then));
          } else {
            then.run();
          }
        });
  }

  private void started(Ongoing it, ExecutionId child) {
    it.started.add(child);
    if (!waits(it.call.step())) {
      ended(it, TaskRunStatus.SUCCESS);
      return;
    }
    if (it.killed && it.cascades) {
      kill(child);
    }
    awaitEnd(child, record -> ended(it, transmitted(record.status())));
  }

  private void awaitEnd(ExecutionId child, Consumer<ExecutionRecord> then) {
    ExecutionRecord record =
        world.image().find(child).map(DurableExecution::execution).orElse(null);
    if (record == null || record.status().isTerminal()) {
      process.later(world.dice().between(10, 20_000), () -> tell(child, then));
    } else {
      waiting.computeIfAbsent(child, _ -> new ArrayList<>()).add(then);
    }
  }

  /** An execution has changed, and that is durable. */
  void changed(ExecutionRecord record) {
    if (record.status().isTerminal()) {
      List<Consumer<ExecutionRecord>> told = waiting.remove(record.id());
      if (told != null) {
        told.forEach(then -> awaitEnd(record.id(), then));
      }
    }
  }

  /** Something may have become durable that nobody was told of. */
  void lookAgain() {
    for (ExecutionId child : List.copyOf(waiting.keySet())) {
      world.image().find(child).map(DurableExecution::execution).ifPresent(this::changed);
    }
  }

  private void tell(ExecutionId child, Consumer<ExecutionRecord> then) {
    DurableExecution found = world.image().find(child).orElse(null);
    if (found == null || !found.execution().status().isTerminal()) {
      awaitEnd(child, then); // somebody has restarted it
    } else if (found.execution().status() == ExecutionStatus.RETRIED) {
      ExecutionId successor = successor(child);
      if (successor == null) {
        process.later(SECOND, () -> tell(child, then));
      } else {
        awaitEnd(successor, then);
      }
    } else {
      then.accept(found.execution());
    }
  }

  private @Nullable ExecutionId successor(ExecutionId retried) {
    return world.image().executions().stream()
        .map(DurableExecution::execution)
        .filter(it -> retried.equals(it.parentId()) && it.attemptNumber() > 1)
        .filter(it -> !Epochs.isCopy(it))
        .map(ExecutionRecord::id)
        .findFirst()
        .orElse(null);
  }

  private static TaskRunStatus transmitted(ExecutionStatus status) {
    return switch (status) {
      case FAILED -> TaskRunStatus.FAILED;
      case KILLED -> TaskRunStatus.KILLED;
      case WARNING -> TaskRunStatus.WARNING;
      case SUCCESS, CANCELLED, RETRIED -> TaskRunStatus.SUCCESS;
      case CREATED, QUEUED, RUNNING, PAUSED, RETRYING, BREAKPOINT, RESTARTED, KILLING ->
          throw new IllegalStateException(
              "Expected an execution that has ended, but it is " + status);
    };
  }

  private void ended(Ongoing it, TaskRunStatus status) {
    it.ends.add(status);
    if (--it.left > 0) {
      return;
    }
    TaskRunStatus worst = Outcomes.worst(it.ends, TaskRunStatus.SUCCESS);
    TaskRunStatus end = it.killed ? TaskRunStatus.KILLED : worst;
    report(it, new AttemptResult(end, Map.of(), null));
  }

  private void report(Ongoing it, AttemptResult result) {
    Job.Key key = it.call.key();
    if (ongoing.remove(key, it)) {
      world.trace().add("call ends", key.execution(), key.taskRun() + " " + result.status());
      process.submit(new CompleteAttempt(key.execution(), key.taskRun(), key.attempt(), result));
    }
  }

  void kill(Job.Key call, boolean cascade) {
    Ongoing known = ongoing.get(call);
    boolean forgets = world.isPlanted(PlantedBug.LEAVES_CHILDREN_ALIVE);
    if (known != null) {
      known.killed = true;
      known.cascades = cascade;
      if (!cascade || forgets) {
        report(known, AttemptResult.killed());
      } else {
        live(call).forEach(this::kill);
      }
    } else if (!forgets) {
      Runnable report =
          () ->
              process.submit(
                  new CompleteAttempt(
                      call.execution(), call.taskRun(), call.attempt(), AttemptResult.killed()));
      process.later(SECOND / 100, () -> killForgotten(call, cascade, report));
    }
  }

  /** The executions of a call that have not ended, or are about to try again. */
  private List<ExecutionId> live(Job.Key call) {
    List<ExecutionId> live = new ArrayList<>();
    for (ExecutionId child : world.family().childrenOf(call.execution())) {
      ExecutionRecord record =
          world.image().find(child).map(DurableExecution::execution).orElse(null);
      Caller caller = record == null ? null : record.caller();
      if (record != null
          && caller != null
          && caller.taskRun() == call.taskRun()
          && (!record.status().isTerminal() || record.awaitsSuccessor())) {
        live.add(child);
      }
    }
    return live;
  }

  /** Nobody has begun the call since the process started, but its executions may be there. */
  private void killForgotten(Job.Key call, boolean cascade, Runnable report) {
    List<ExecutionId> live = cascade ? live(call) : List.of();
    live.forEach(this::kill);
    var left = new LinkedHashSet<>(live);
    if (left.isEmpty()) {
      report.run();
    }
    for (ExecutionId child : live) {
      awaitEnd(
          child,
          _ -> {
            left.remove(child);
            if (left.isEmpty()) {
              report.run();
            }
          });
    }
  }

  private void kill(ExecutionId child) {
    process.submit(new KillExecution(child, true));
  }
}
