package dev.legato.orchestrator.call;

import dev.legato.model.command.Command.ConfirmNewExecution;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.effect.Effect.Ask;
import dev.legato.model.effect.Effect.StartInPlaceOf;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Call;
import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Job;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.RetryPolicy;
import dev.legato.model.flow.RetryPolicy.Behavior;
import dev.legato.model.plan.Handlers;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.CallStep;
import dev.legato.model.plan.Step.SequenceStep;
import dev.legato.model.plan.Step.TaskStep;
import dev.legato.model.plan.StepHeader;
import dev.legato.orchestrator.Orchestrator;
import dev.legato.orchestrator.OrchestratorConfig;
import dev.legato.orchestrator.shard.Errands;
import dev.legato.orchestrator.shard.LiteralEvaluator;
import dev.legato.orchestrator.shard.Request;
import dev.legato.orchestrator.shard.Workers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An orchestrator whose tasks, calls and threads are in the hands of a test. */
final class CallingServer implements AutoCloseable {
  static final FlowId CALLS = new FlowId("test", "calls");
  static final FlowId CALLED = new FlowId("test", "called");

  /** Is tried again in a new execution, an hour later. */
  static final FlowId PATIENT = new FlowId("test", "patient");

  /** The same, at once. */
  static final FlowId HASTY = new FlowId("test", "hasty");

  private static final int PATIENCE_SECONDS = 60;

  final Orchestrator orchestrator;
  final Calls calls;
  final Waits waits;
  private final MemoryStorage storage;
  private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
  private final BlockingQueue<Call> begun = new LinkedBlockingQueue<>();
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();

  CallingServer(MemoryStorage storage, InstantSource clock) {
    this.storage = storage;
    this.orchestrator =
        new Orchestrator(
            storage,
            (flow, _) -> plan(flow),
            _ -> Optional.empty(),
            new LiteralEvaluator(),
            clock,
            OrchestratorConfig.DEFAULTS);
    var ports = new CallPorts(orchestrator, null, storage, null, null, clock);
    this.waits = new Waits(storage.executions(), orchestrator.ends(), tasks::add);
    this.calls =
        new Calls(new Calls.Means(ports, null, new Offspring(ports, waits), waits, tasks::add));
    orchestrator.start(new ByHand(), new Errand(), Thread.ofPlatform()::unstarted);
  }

  void create(ExecutionId id, FlowId flow, @Nullable Caller caller, @Nullable Instant date) {
    orchestrator.submit(
        Request.of(
            new CreateExecution(id, flow, 1, Map.of(), List.of(), null, date, caller, null, null)));
  }

  /** The next task that is to run. */
  Job job() throws InterruptedException {
    return present(jobs.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "task");
  }

  /** The next call that is to be carried out; nothing has begun it. */
  Call call() throws InterruptedException {
    return present(begun.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "call");
  }

  /** Does what was handed to other threads until something has come. */
  <T> T workUntil(CompletableFuture<T> awaited) throws InterruptedException {
    var _ = awaited.whenComplete((_, _) -> tasks.add(() -> {}));
    while (!awaited.isDone()) {
      present(tasks.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "thing to do").run();
    }
    return awaited.join();
  }

  /** Does what was handed to other threads so far. */
  void work() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  ExecutionStatus status(ExecutionId id) {
    return storage.executions().findRecord(id).orElseThrow().status();
  }

  private static <T> T present(@Nullable T thing, String what) {
    if (thing == null) {
      throw new AssertionError("Expected another %s by now".formatted(what));
    }
    return thing;
  }

  @Override
  public void close() {
    orchestrator.close();
  }

  private static Plan plan(FlowId flow) {
    Step step =
        flow.equals(CALLS)
            ? new CallStep(header("call", null), CallStep.Kind.SUBFLOW, Map.of())
            : new TaskStep(header("task", retry(flow)), Map.of(), null, null);
    var root = SequenceStep.of(header("flow", null), List.of(step), Handlers.NONE);
    return new Plan(flow, 1, root, List.of(), Map.of());
  }

  private static @Nullable RetryPolicy retry(FlowId flow) {
    var again = new RetryPolicy.Limits(2, null, false, Behavior.CREATE_NEW_EXECUTION);
    if (flow.equals(PATIENT)) {
      return new RetryPolicy.Constant(Duration.ofHours(1), again);
    }
    return flow.equals(HASTY) ? new RetryPolicy.Constant(Duration.ofMillis(1), again) : null;
  }

  private static StepHeader header(String id, @Nullable RetryPolicy retry) {
    return new StepHeader(id, "test", null, false, false, retry);
  }

  private final class ByHand implements Workers {
    @Override
    public void run(Job job) {
      jobs.add(job);
    }

    @Override
    public void kill(Job.Key job) {
      orchestrator.attemptEnded(job, AttemptResult.killed());
    }

    @Override
    public Set<Integer> running(ExecutionId execution) {
      return Set.of();
    }
  }

  private final class Errand implements Errands {
    @Override
    public void run(Call call) {
      begun.add(call);
    }

    @Override
    public void kill(Job.Key call, boolean cascade) {
      calls.kill(call, cascade);
    }

    @Override
    public void ask(Ask question) {
      throw new IllegalStateException("Expected no question, but got " + question);
    }

    @Override
    public void start(StartInPlaceOf successor) {
      ExecutionId id = successor.command().execution();
      orchestrator.submit(Request.of(successor.command()));
      orchestrator.submit(
          Request.of(new ConfirmNewExecution(successor.ended(), id, successor.kill())));
      waits.succeeded(successor.ended(), id);
    }
  }
}
