package dev.legato.orchestrator.shard;

import dev.legato.engine.Admission;
import dev.legato.engine.Decision;
import dev.legato.engine.Engine;
import dev.legato.engine.ExecutionState;
import dev.legato.model.command.Command;
import dev.legato.model.command.Command.ContinueExecution;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.command.Command.FireTimer;
import dev.legato.model.command.Command.Loss;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.Timer;
import dev.legato.orchestrator.shard.Failover.Failed;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.ShardLease;
import dev.legato.storage.StorageException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The single writer of some executions. One thread takes all waiting commands, decides them one
 * after the other and commits the outcome once; while that commit is under way it decides the next
 * turn. Nothing is answered, dispatched or shown before its commit.
 *
 * <p>{@link #submit} may be called from any thread, everything else by the owning thread only.
 */
public final class Shard {
  private static final Logger log = LoggerFactory.getLogger(Shard.class);

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Ports ports;
  private final Engine engine;
  private final InstantSource clock;
  private final ShardConfig config;
  private final Inbox inbox;
  private final Semaphore commits;
  private final Failover failover;
  private final Map<ExecutionId, ExecutionState> hot = new HashMap<>();
  private final Queue<ExecutionState> ended = new ConcurrentLinkedQueue<>();
  private ShardLease lease;
  private Instant now = Instant.MIN;

  /** What a shard works with. */
  public record Ports(
      ExecutionStore store, PlanSource plans, Workers workers, Consequences consequences) {}

  /**
   * Takes over the shard and queues the recovery of all its executions.
   *
   * @param loss how attempts were lost that the owner before had running
   */
  public Shard(
      int number, Ports ports, Engine engine, InstantSource clock, ShardConfig config, Loss loss) {
    this.ports = ports;
    this.engine = engine;
    this.clock = clock;
    this.config = config;
    this.inbox = new Inbox(config.inboxCapacity());
    this.commits = new Semaphore(config.commitsInFlight());
    this.failover = new Failover(ports, inbox);
    this.lease = ports.store().acquire(number);
    failover.queueRecovery(loss);
  }

  /**
   * Hands over a request from outside.
   *
   * @return false when too much waits already; the request was not taken
   */
  public boolean offer(Request request) {
    return inbox.offer(request);
  }

  /** Hands over a request that must not be turned away. */
  public void submit(Command command) {
    inbox.add(Request.of(command));
  }

  /** How many commands wait. */
  public int waiting() {
    return inbox.size();
  }

  /** Turns for ever, until the thread is interrupted. */
  public void run() {
    try {
      while (true) {
        inbox.await();
        commits.acquire();
        commits.release();
        turn();
        if (failover.isDue()) {
          pause();
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives a store in trouble time to come back. */
  private static void pause() throws InterruptedException {
    LockSupport.parkNanos(PAUSE.toNanos());
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** Whether a turn would do something now. */
  public boolean canTurn() {
    return failover.isDue()
        ? nothingUnderWay()
        : inbox.size() > 0 && commits.availablePermits() > 0;
  }

  /** Decides what waits and asks for its commit. */
  public void turn() {
    forgetEnded();
    if (failover.isDue() && !takeOver()) {
      return;
    }
    var batch = new Batch();
    try {
      fill(batch);
    } catch (RuntimeException bug) {
      // a decision that broke off may have changed its state halfway: nothing of the turn is kept
      failover.report(new Failed(batch.requests(), bug));
      inbox.wake();
      return;
    }
    if (!batch.isEmpty()) {
      commit(batch);
    }
  }

  private void fill(Batch batch) {
    while (batch.requests().size() < config.commandsPerCommit()
        && batch.weight() < config.rowsPerCommit()) {
      Request request = inbox.poll();
      if (request == null) {
        return;
      }
      decide(request, batch);
    }
    inbox.wake();
  }

  /** Waits until no commit is under way. */
  public void drain() throws InterruptedException {
    commits.acquire(config.commitsInFlight());
    commits.release(config.commitsInFlight());
  }

  void continueLater(ExecutionId execution) {
    inbox.add(Request.of(new ContinueExecution(execution)));
  }

  private void decide(Request request, Batch batch) {
    Command command = request.command();
    if (failover.isQuarantined(command.execution())) {
      refuse(request, batch, "The execution was set aside after repeated internal errors.");
      return;
    }
    Optional<ExecutionState> found;
    try {
      found = find(command);
    } catch (RuntimeException unreadable) {
      log.atError()
          .addKeyValue("execution", command.execution())
          .setCause(unreadable)
          .log("execution cannot be restored");
      request.fail(unreadable);
      return;
    }
    if (found.isEmpty()) {
      refuse(request, batch, "There is no execution %s.".formatted(command.execution()));
      return;
    }
    decide(request, found.get(), batch);
  }

  private void decide(Request request, ExecutionState state, Batch batch) {
    ExecutionId execution = request.command().execution();
    try {
      Decision decision = engine.decide(state, request.command(), Admission.ALWAYS, nextInstant());
      String refusal = decision.refusal();
      if (refusal == null) {
        hot.put(execution, state);
        batch.accept(request, state, decision);
      } else {
        refuse(request, batch, refusal);
      }
    } catch (RuntimeException bug) {
      failover.countFailure(execution);
      log.atError()
          .addKeyValue("execution", execution)
          .addKeyValue("command", request.command().getClass().getSimpleName())
          .log("command could not be decided");
      request.fail(bug);
      throw bug;
    }
  }

  private void refuse(Request request, Batch batch, String reason) {
    if (request.command() instanceof FireTimer timer) {
      batch.cancel(new Timer.Key(timer.execution(), timer.kind(), timer.taskRun()));
    }
    batch.refuse(request, reason);
  }

  private Optional<ExecutionState> find(Command command) {
    ExecutionState known = hot.get(command.execution());
    if (known != null) {
      return Optional.of(known);
    }
    if (command instanceof CreateExecution create) {
      return Optional.of(new ExecutionState(ports.plans().plan(create.flow(), create.revision())));
    }
    return ports.store().find(command.execution()).map(this::restore);
  }

  private ExecutionState restore(StoredExecution stored) {
    var header = stored.execution();
    passBy(header.history().last());
    stored.taskRuns().forEach(taskRun -> passBy(taskRun.history().last()));
    return ExecutionState.restore(ports.plans().plan(header.flow(), header.revision()), stored);
  }

  private void commit(Batch batch) {
    commits.acquireUninterruptibly();
    var _ =
        ports
            .store()
            .commit(batch.seal(lease))
            .whenComplete((_, failure) -> committed(batch, failure));
  }

  // runs on a thread of the store
  private void committed(Batch batch, @Nullable Throwable failure) {
    try {
      if (failure == null) {
        batch.carryOut(this, ports.workers(), ports.consequences());
        batch.ended().forEach(ended::add);
      } else {
        failover.report(new Failed(batch.requests(), failure));
      }
    } catch (RuntimeException bug) {
      // what was decided is durable, but not all of it was carried out: recovery does the rest
      failover.report(new Failed(batch.requests(), bug));
    } finally {
      commits.release();
      inbox.wake();
    }
  }

  /**
   * After a failed commit nothing in memory can be trusted: start again from the store.
   *
   * @return false when commits are still under way or the store cannot be reached; to be tried
   *     again later
   */
  private boolean takeOver() {
    if (!nothingUnderWay()) {
      return false;
    }
    hot.clear();
    ended.clear();
    try {
      lease = ports.store().acquire(lease.shard());
      failover.queueRecovery(Loss.STOP); // what workers do not run was never handed to them
      return true;
    } catch (StorageException unreachable) {
      log.atError().setCause(unreachable).log("store cannot be reached, will try again");
      inbox.wake();
      return false;
    }
  }

  private boolean nothingUnderWay() {
    return commits.availablePermits() == config.commitsInFlight();
  }

  private void forgetEnded() {
    for (ExecutionState state = ended.poll(); state != null; state = ended.poll()) {
      hot.remove(state.id(), state);
    }
  }

  /** Time never runs backwards for an execution, whatever the clock does. */
  private Instant nextInstant() {
    passBy(clock.instant());
    return now;
  }

  /**
   * Takes note that an instant is over: an earlier owner of the shard may have had a fast clock.
   */
  private void passBy(Instant instant) {
    now = instant.isAfter(now) ? instant : now;
  }
}
