package dev.legato.orchestrator.shard;

import dev.legato.engine.Decision;
import dev.legato.engine.Engine;
import dev.legato.engine.ExecutionState;
import dev.legato.model.command.Command;
import dev.legato.model.command.Command.AdmitExecution;
import dev.legato.model.command.Command.ContinueExecution;
import dev.legato.model.command.Command.FireTimer;
import dev.legato.model.command.Command.Loss;
import dev.legato.model.command.Command.RemoveExecution;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Timer;
import dev.legato.orchestrator.limit.Slots;
import dev.legato.orchestrator.shard.Failover.Failed;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.ShardLease;
import dev.legato.storage.StorageException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
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
  private final ShardConfig config;
  private final SteadyClock clock;
  private final Inbox inbox;
  private final Semaphore commits;
  private final Failover failover;
  private final HotExecutions hot;
  private final Parking parking = new Parking();
  private final Departures departures = new Departures();
  private final Endings endings = new Endings();
  private final AtomicLong commitsDurable = new AtomicLong();
  private long commitsAsked;
  private ShardLease lease;

  /** What a shard works with. */
  public record Ports(
      ExecutionStore store,
      PlanSource plans,
      Workers workers,
      Errands errands,
      Slots slots,
      Consequences consequences) {}

  /**
   * Takes over the shard and queues the recovery of all its executions.
   *
   * @param loss how attempts were lost that the owner before had running
   */
  public Shard(
      int number, Ports ports, Engine engine, InstantSource clock, ShardConfig config, Loss loss) {
    this.ports = ports;
    this.engine = engine;
    this.config = config;
    this.clock = new SteadyClock(clock);
    this.hot = new HotExecutions(ports, this.clock);
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
  public void submit(Request request) {
    inbox.add(request);
  }

  /**
   * Answers commands to an execution again after a {@code RemoveExecution} that was accepted: its
   * rows are gone, or are to stay after all.
   */
  public void removed(ExecutionId execution) {
    departures.end(execution);
  }

  /** How many commands wait. */
  public int waiting() {
    return inbox.size() + parking.size();
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
        : (inbox.size() > 0 || parking.hasReady(commitsDurable.get()))
            && commits.availablePermits() > 0;
  }

  /** Decides what waits and asks for its commit. */
  public void turn() {
    hot.forgetOver();
    if (failover.isDue() && !takeOver()) {
      return;
    }
    var batch = new Batch();
    try {
      fill(batch);
    } catch (RuntimeException bug) {
      // a decision that broke off may have changed its state halfway: nothing of the turn is kept
      fail(Failed.of(batch, bug));
      inbox.wake();
      return;
    }
    if (!batch.isEmpty()) {
      commit(batch);
    }
  }

  private void fail(Failed failed) {
    for (Request request : failed.requests()) {
      if (request.command() instanceof RemoveExecution removal) {
        departures.end(removal.execution()); // it may not be over after all
      }
    }
    failover.report(failed);
  }

  private void fill(Batch batch) {
    decideParked(batch);
    while (batch.requests().size() < config.commandsPerCommit()
        && batch.weight() < config.rowsPerCommit()) {
      Request request = inbox.poll();
      if (request == null) {
        return;
      }
      if (!isParked(request, batch)) {
        decide(request, batch);
      }
    }
    inbox.wake();
  }

  private void decideParked(Batch batch) {
    for (Optional<List<Request>> ready = parking.takeReady(commitsDurable.get());
        ready.isPresent();
        ready = parking.takeReady(commitsDurable.get())) {
      List<Request> requests = ready.get();
      inbox.addFirst(requests.subList(1, requests.size()));
      decide(requests.getFirst(), batch);
    }
  }

  /** Whether the command has to wait for what was decided before to become durable. */
  private boolean isParked(Request request, Batch batch) {
    if (parking.holds(request.command().execution())) {
      parking.add(request);
      return true;
    }
    ExecutionState outdated = hot.outdatedFor(request.command());
    if (outdated == null) {
      return false;
    }
    long lastChange = batch.touches(outdated) ? commitsAsked + 1 : commitsAsked;
    if (lastChange <= commitsDurable.get()) {
      return false;
    }
    parking.park(request, lastChange);
    return true;
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
      refuse(request, batch, Quarantine.REASON);
      if (command instanceof AdmitExecution) {
        ports
            .store()
            .findRecord(command.execution())
            .ifPresent(stored -> admit(ports.slots().notAdmitted(stored)));
      }
      return;
    }
    if (departures.holds(command.execution())) {
      refuse(request, batch, Departures.REASON);
      return;
    }
    if (command instanceof RemoveExecution removal) {
      batch.answer(request, departures.begin(removal, hot.record(removal.execution())));
      return;
    }
    Optional<ExecutionState> found;
    try {
      found = hot.find(command);
    } catch (UnusablePlanException unusable) {
      endUnusable(request, batch, unusable.reason());
      return;
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
      Decision decision = engine.decide(state, request.command(), ports.slots(), clock.next());
      String refusal = decision.refusal();
      if (refusal == null) {
        hot.keep(state);
        batch.accept(request, state, decision);
        admit(ports.slots().decided(state.header()));
      } else {
        refuse(request, batch, refusal);
        if (request.command() instanceof AdmitExecution) {
          admit(ports.slots().notAdmitted(state.header()));
        }
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

  private void admit(List<ExecutionId> executions) {
    executions.forEach(execution -> inbox.add(Request.of(new AdmitExecution(execution))));
  }

  private void commit(Batch batch) {
    commits.acquireUninterruptibly();
    commitsAsked++;
    var _ =
        ports
            .store()
            .commit(batch.seal(lease, ports.consequences()))
            .whenComplete((_, failure) -> committed(batch, failure));
  }

  // runs on a thread of the store
  private void committed(Batch batch, @Nullable Throwable failure) {
    try {
      if (failure == null) {
        batch.carryOut(this, ports);
        hot.areOver(batch.over());
        commitsDurable.incrementAndGet();
      } else {
        fail(Failed.of(batch, failure));
      }
    } catch (RuntimeException bug) {
      // what was decided is durable, but not all of it was carried out: recovery does the rest
      failover.report(Failed.of(batch, bug));
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
    hot.forgetAll();
    commitsDurable.set(commitsAsked);
    inbox.addFirst(parking.takeAll());
    try {
      lease = ports.store().acquire(lease.shard());
      failover.queueRecovery(Loss.STOP); // what workers do not run was never handed to them
      setAside();
      return true;
    } catch (StorageException unreachable) {
      log.atError().setCause(unreachable).log("store cannot be reached, will try again");
      inbox.wake();
      return false;
    }
  }

  /** Ends executions that broke the engine too often, so that nobody waits for them. */
  private void setAside() {
    var batch = new Batch();
    for (ExecutionId execution : failover.quarantined()) {
      ports
          .store()
          .find(execution)
          .filter(stored -> !stored.execution().over())
          .ifPresent(stored -> setAside(Quarantine.of(stored, clock.next()), batch));
    }
    if (batch.hasChanges()) {
      commit(batch);
    }
  }

  /** Nobody can go on with an execution that has no plan: it fails and says why. */
  private void endUnusable(Request request, Batch batch, String reason) {
    ExecutionId execution = request.command().execution();
    if (!endings.areUnderWay(execution, commitsDurable.get())) {
      ports
          .store()
          .find(execution)
          .filter(stored -> !stored.execution().over())
          .ifPresent(
              stored -> {
                setAside(Quarantine.of(stored, reason, clock.next()), batch);
                endings.add(execution, commitsAsked + 1);
              });
    }
    refuse(request, batch, reason);
  }

  private void setAside(Quarantine quarantine, Batch batch) {
    batch.end(quarantine);
    admit(ports.slots().decided(quarantine.execution()));
    quarantine.running().forEach(ports.workers()::kill);
  }

  private boolean nothingUnderWay() {
    return commits.availablePermits() == config.commitsInFlight();
  }
}
