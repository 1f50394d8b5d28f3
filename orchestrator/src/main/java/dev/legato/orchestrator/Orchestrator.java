package dev.legato.orchestrator;

import dev.legato.engine.Engine;
import dev.legato.engine.Evaluator;
import dev.legato.model.command.Command;
import dev.legato.model.command.Command.AdmitExecution;
import dev.legato.model.command.Command.CompleteAttempt;
import dev.legato.model.command.Command.FireTimer;
import dev.legato.model.command.Command.Loss;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.limit.Limits;
import dev.legato.orchestrator.limit.Slots;
import dev.legato.orchestrator.limit.Waiting;
import dev.legato.orchestrator.live.LiveFeed;
import dev.legato.orchestrator.shard.Consequences;
import dev.legato.orchestrator.shard.Errands;
import dev.legato.orchestrator.shard.PlanSource;
import dev.legato.orchestrator.shard.Request;
import dev.legato.orchestrator.shard.Shard;
import dev.legato.orchestrator.shard.Workers;
import dev.legato.orchestrator.time.DueQueue;
import dev.legato.storage.CommitBatch.ExecutionChange;
import dev.legato.storage.Storage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns all executions: spreads commands over shards, fires timers and tells watchers what became
 * durable.
 */
public final class Orchestrator implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Orchestrator.class);

  private final Storage storage;
  private final PlanSource plans;
  private final Engine engine;
  private final InstantSource clock;
  private final OrchestratorConfig config;
  private final Slots slots;
  private final DueQueue<Timer.Key> timers;
  private final LiveFeed live = new LiveFeed();
  private final Ends ends;
  private volatile Watcher watcher = Watcher.NONE;
  private final List<Shard> shards = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final List<Consumer<ExecutionRecord>> listeners = new CopyOnWriteArrayList<>();

  /**
   * @param limits how many executions of a flow may run at once
   */
  public Orchestrator(
      Storage storage,
      PlanSource plans,
      Limits limits,
      Evaluator evaluator,
      InstantSource clock,
      OrchestratorConfig config) {
    this.storage = storage;
    this.plans = plans;
    this.engine = new Engine(evaluator);
    this.clock = clock;
    this.config = config;
    this.slots = new Slots(storage.executions()::findRecord, limits);
    this.timers = new DueQueue<>(clock);
    this.ends = new Ends(storage.executions());
  }

  /**
   * Recovers what has not ended and begins to work.
   *
   * @param workers run the attempts and report to {@link #attemptEnded}
   * @param errands do what needs no worker and report through {@link #submit}
   * @param factory makes the few threads that work until {@link #close}
   */
  public void start(Workers workers, Errands errands, ThreadFactory factory) {
    storage.logs().listen(live::logsWritten);
    storage.executions().timers().forEach(timer -> timers.set(timer.key(), timer.due()));
    var ports =
        new Shard.Ports(storage.executions(), plans, workers, errands, slots, new AfterCommit());
    Loss loss = storage.wasClosed() ? Loss.STOP : Loss.CRASH;
    for (int number = 0; number < config.shards(); number++) {
      var shard = new Shard(number, ports, engine, clock, config.shard(), loss);
      shards.add(shard);
      start(factory, shard::run);
    }
    start(factory, () -> timers.run(this::fire));
    log.atInfo().addKeyValue("shards", shards.size()).log("orchestrator started");
  }

  /** Takes what a worker reports; returns at once. */
  public void attemptEnded(Job.Key job, AttemptResult result) {
    submit(new CompleteAttempt(job.execution(), job.taskRun(), job.attempt(), result));
  }

  /**
   * Hands over a request from outside.
   *
   * @return false when too much waits already; the request was not taken
   */
  public boolean offer(Request request) {
    return shard(request.command().execution()).offer(request);
  }

  /** Hands over a request that follows from work that was accepted, and so is never refused. */
  public void submit(Request request) {
    shard(request.command().execution()).submit(request);
  }

  /**
   * Answers commands to an execution again after a {@code RemoveExecution} that was accepted: its
   * rows are gone, or are to stay after all.
   */
  public void removed(ExecutionId execution) {
    shard(execution).removed(execution);
  }

  /** Takes note that a flow has a new revision, whose limit may let more executions run. */
  public void flowChanged(FlowId flow) {
    slots.limitChanged(flow).forEach(next -> submit(new AdmitExecution(next)));
  }

  /** What an execution waits for that stands in a queue; empty when it does not. */
  public Optional<Waiting> waiting(ExecutionRecord execution) {
    return slots.waiting(execution);
  }

  /** How many executions of a flow take up one of its places. */
  public int running(FlowId flow) {
    return slots.used(flow);
  }

  /**
   * Tells a listener of every execution that has changed, once that is durable; on a thread of the
   * store, so it has to be quick.
   */
  public void listen(Consumer<ExecutionRecord> listener) {
    listeners.add(listener);
  }

  /** Lets somebody hear of certain changes even after a crash; before {@link #start}. */
  public void watch(Watcher newWatcher) {
    watcher = newWatcher;
  }

  /** Somebody who has to hear of certain changes even after a crash. */
  public interface Watcher {
    /** Has to hear of nothing. */
    Watcher NONE =
        new Watcher() {
          @Override
          public boolean awaits(ExecutionRecord execution, ExecutionStatus status) {
            return false;
          }

          @Override
          public void noted() {}
        };

    /** Whether a note is to be written when the execution reaches the status; quick. */
    boolean awaits(ExecutionRecord execution, ExecutionStatus status);

    /** Notes were written, see {@link dev.legato.storage.TriggerStore#notes}; quick. */
    void noted();
  }

  /** Where changes can be watched. */
  public LiveFeed live() {
    return live;
  }

  /** Where the end of executions can be waited for. */
  public Ends ends() {
    return ends;
  }

  /** How many commands wait to be decided. */
  public int waiting() {
    return shards.stream().mapToInt(Shard::waiting).sum();
  }

  /** Stops deciding; what is in memory only follows from the store again at the next start. */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      joinUninterruptibly(thread);
    }
  }

  private void start(ThreadFactory factory, Runnable work) {
    Thread thread = factory.newThread(work);
    threads.add(thread);
    thread.start();
  }

  private void fire(Timer.Key timer, Instant due) {
    submit(new FireTimer(timer.execution(), timer.kind(), timer.taskRun(), due));
  }

  private void submit(Command command) {
    submit(Request.of(command));
  }

  private Shard shard(ExecutionId execution) {
    return shards.get(Math.floorMod(execution.hashCode(), shards.size()));
  }

  private static void joinUninterruptibly(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private final class AfterCommit implements Consequences {
    @Override
    public void timerSet(Timer timer) {
      timers.set(timer.key(), timer.due());
    }

    @Override
    public void timerCancelled(Timer.Key timer) {
      timers.cancel(timer);
    }

    @Override
    public void takenOver() {
      ends.lookAgain();
    }

    @Override
    public boolean isAwaited(ExecutionRecord execution, ExecutionStatus status) {
      return watcher.awaits(execution, status);
    }

    @Override
    public void noted() {
      watcher.noted();
    }

    @Override
    public void written(List<ExecutionChange> changes) {
      changes.forEach(live::written);
    }

    @Override
    public void changed(List<ExecutionRecord> executions) {
      for (ExecutionRecord execution : executions) {
        live.executionChanged(execution.id());
        ends.changed(execution);
        listeners.forEach(listener -> listener.accept(execution));
      }
    }
  }
}
