package dev.legato.testkit.simulation;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.FlowId;
import dev.legato.storage.CommitBatch;
import dev.legato.storage.CommitBatch.RequestKey;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Filter;
import dev.legato.storage.FlowCount;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.Removal;
import dev.legato.storage.ShardLease;
import dev.legato.storage.StaleLeaseException;
import dev.legato.storage.StorageException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A store whose commits take virtual time, become durable in order, and sometimes fail. Its {@link
 * DurableImage} is all that outlives a crash.
 */
final class SimulatedStore implements ExecutionStore {
  private final World world;
  private final DurableImage image;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private long epoch;
  private boolean refusing;
  private boolean takeOverExpected;
  private long busyUntil;

  private record Pending(CommitBatch batch, CompletableFuture<Void> done) {}

  SimulatedStore(World world, DurableImage image) {
    this.world = world;
    this.image = image;
  }

  /** How many commits are under way. */
  int commitsUnderWay() {
    return pending.size();
  }

  /** Whether something has failed and nobody has taken the shard over since. */
  boolean awaitsTakeOver() {
    return refusing || takeOverExpected;
  }

  /** Something has failed after its commit, so that the shard must start over. */
  void expectTakeOver() {
    takeOverExpected = true;
  }

  @Override
  public ShardLease acquire(int shard) {
    if (world.dice().happens(world.faults().unreachable())) {
      throw new StorageException("The store cannot be reached, says the simulation");
    }
    epoch++;
    refusing = false;
    takeOverExpected = false;
    world.trace().add("acquire", "epoch " + epoch, "");
    return new ShardLease(shard, epoch);
  }

  @Override
  public CompletableFuture<Void> commit(CommitBatch batch) {
    if (batch.lease().epoch() != epoch) {
      return CompletableFuture.failedFuture(new StaleLeaseException(batch.lease()));
    }
    if (refusing) {
      return CompletableFuture.failedFuture(new StorageException("An earlier commit has failed"));
    }
    var commit = new Pending(batch, new CompletableFuture<>());
    pending.add(commit);
    world.replayCheck().committing(batch);
    long latency = world.dice().between(200, 5_000);
    if (world.dice().happens(world.faults().slowCommit())) {
      latency *= 50;
    }
    busyUntil = Math.max(busyUntil, world.agenda().now() + latency);
    world.agenda().in(busyUntil - world.agenda().now(), () -> complete(commit));
    if (world.isPlanted(PlantedBug.ACKNOWLEDGES_BEFORE_COMMIT)) {
      commit.done().complete(null);
    }
    return commit.done();
  }

  private void complete(Pending commit) {
    if (!commit.equals(pending.peek())) {
      return;
    }
    if (world.dice().happens(world.faults().failedCommit())) {
      world.tally().see(Sight.FAILED_COMMIT);
      fail("commit failed");
    } else if (world.dice().happens(world.faults().unknownCommit())) {
      world.tally().see(Sight.UNKNOWN_COMMIT);
      image.write(commit.batch());
      fail("commit unknown");
    } else {
      pending.remove();
      image.write(commit.batch());
      world.trace().add("committed", epoch, image.commits());
      commit.done().complete(null);
    }
  }

  /** The first commit under way fails, and with it all that were built upon it. */
  private void fail(String how) {
    boolean goesOn = world.isPlanted(PlantedBug.WRITES_AFTER_A_FAILED_COMMIT);
    refusing = true;
    world.trace().add(how, epoch, pending.size() + " under way");
    for (Pending failed = pending.poll(); failed != null; failed = pending.poll()) {
      failed.done().completeExceptionally(new StorageException("It fails, says the simulation"));
      if (goesOn && !pending.isEmpty()) {
        image.write(pending.getLast().batch());
      }
    }
  }

  /** The process that writes dies: some of what is under way becomes durable, in order. */
  void crash() {
    int durable = world.dice().nextInt(pending.size() + 1);
    for (int i = 0; i < durable; i++) {
      image.write(pending.remove().batch());
    }
    if (world.isPlanted(PlantedBug.LOSES_ACKNOWLEDGED_COMMIT)) {
      image.undoLast();
    }
    world.trace().add("crash", durable + " durable", pending.size() + " lost");
    for (Pending late : pending) {
      world.agenda().in(world.dice().between(1_000, 60_000_000), () -> arriveLate(late.batch()));
    }
    pending.clear();
    refusing = false;
  }

  /** What a dead owner has sent arrives; there may be a new owner by now. */
  private void arriveLate(CommitBatch batch) {
    boolean current = batch.lease().epoch() == epoch;
    if (!current && world.isPlanted(PlantedBug.ACCEPTS_STALE_LEASE)) {
      image.write(batch);
    }
  }

  @Override
  public Optional<StoredExecution> find(ExecutionId id) {
    return image.find(id).map(DurableExecution::stored).map(world.mistakes()::read);
  }

  @Override
  public Optional<ExecutionRecord> findRecord(ExecutionId id) {
    return world.mistakes().read(image.find(id).map(DurableExecution::execution), id);
  }

  @Override
  public List<ExecutionId> live() {
    return world.mistakes().live(image.live());
  }

  @Override
  public List<Timer> timers() {
    return world.isPlanted(PlantedBug.LOSES_TIMERS) ? List.of() : image.timers();
  }

  @Override
  public Optional<RequestKey> findRequest(String key) {
    return image.request(key);
  }

  @Override
  public Set<ExecutionId> existing(Collection<ExecutionId> ids) {
    throw notSimulated();
  }

  @Override
  public Page<ExecutionRecord> search(
      List<Filter<ExecutionField>> filters, PageRequest<ExecutionField> page) {
    throw notSimulated();
  }

  @Override
  public List<ExecutionRecord> list(
      List<Filter<ExecutionField>> filters, Optional<ExecutionRecord> after, int limit) {
    throw notSimulated();
  }

  @Override
  public List<TaskRunRecord> taskRuns(ExecutionId id, int after, int limit) {
    throw notSimulated();
  }

  @Override
  public List<TaskRunRecord> taskRuns(ExecutionId id, Collection<Integer> sequences) {
    throw notSimulated();
  }

  @Override
  public Optional<TaskRunRecord> taskRun(ExecutionId id, String taskRunId) {
    throw notSimulated();
  }

  @Override
  public List<ExecutionRecord> newest(FlowId flow, int limit) {
    throw notSimulated();
  }

  @Override
  public List<FlowCount> countByFlow(List<Filter<ExecutionField>> filters) {
    throw notSimulated();
  }

  @Override
  public Map<ExecutionStatus, Integer> countCalled(ExecutionId caller, int taskRun) {
    throw notSimulated();
  }

  @Override
  public boolean delete(ExecutionId id) {
    return image.delete(id);
  }

  @Override
  public Removal.Count remove(List<ExecutionId> executions, Removal removal) {
    throw notSimulated();
  }

  @Override
  public int deleteRequestsBefore(Instant instant) {
    throw notSimulated();
  }

  private static UnsupportedOperationException notSimulated() {
    return new UnsupportedOperationException("Shards do not use this, so it is not simulated");
  }
}
