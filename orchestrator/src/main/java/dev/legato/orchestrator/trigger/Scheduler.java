package dev.legato.orchestrator.trigger;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Trigger;
import dev.legato.model.flow.TriggerKind;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.orchestrator.time.DueQueue;
import dev.legato.storage.StorageException;
import dev.legato.storage.TriggerStore;
import dev.legato.storage.TriggerStore.Due;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at each trigger when its instant comes. In memory it only has the instants; where a trigger
 * stands is read when it is its turn, and changed under a lock of its own.
 */
final class Scheduler implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Scheduler.class);

  /** How many triggers are looked at at once; the others wait for their turn. */
  private static final int AT_ONCE = 512;

  /** When a trigger is looked at again after a failure that may pass. */
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final TriggerStore store;
  private final Function<ExecutionId, Optional<ExecutionRecord>> executions;
  private final Function<FlowId, Optional<Flow>> flows;
  private final InstantSource clock;
  private final Executor threads;
  private final Map<TriggerKind, TimedTrigger> kinds;
  private final EventTriggers events;
  private final DueQueue<TriggerId> due;
  private final KeyLocks locks = new KeyLocks();
  private final Map<ExecutionId, TriggerId> awaited = new ConcurrentHashMap<>();
  private final Semaphore turns = new Semaphore(AT_ONCE);
  private @Nullable Thread loop;
  private volatile boolean closed;

  /**
   * What a scheduler works with.
   *
   * @param executions finds what is stored of an execution
   * @param flows finds the flow that would run now; empty when it is gone or cannot run
   * @param threads let triggers be looked at that may have to wait for the store
   */
  record Ports(
      TriggerStore store,
      Function<ExecutionId, Optional<ExecutionRecord>> executions,
      Function<FlowId, Optional<Flow>> flows,
      InstantSource clock,
      Executor threads) {}

  /**
   * @param kinds what to do for triggers of each kind that has instants
   * @param events hears which triggers of the other kinds have changed
   */
  Scheduler(Ports ports, Map<TriggerKind, TimedTrigger> kinds, EventTriggers events) {
    this.store = ports.store();
    this.executions = ports.executions();
    this.flows = ports.flows();
    this.clock = ports.clock();
    this.threads = ports.threads();
    this.kinds = kinds;
    this.events = events;
    this.due = new DueQueue<>(clock);
  }

  /** Takes up where the triggers stand, and begins to look at them. */
  void start(ThreadFactory factory) {
    load();
    loop = factory.newThread(() -> due.run(this::dispatch));
    loop.start();
  }

  /** Takes up where the triggers stand. */
  void load() {
    for (Due each : store.due()) {
      due.set(each.id(), each.date());
    }
    for (TriggerState locked : store.locked()) {
      recover(locked);
    }
  }

  /** When a trigger has to be looked at next; empty for never. */
  Optional<Instant> next() {
    return due.next();
  }

  /** Looks at the triggers whose instant has come. */
  void lookAtDue() {
    due.takeDue(clock.instant()).forEach(this::dispatch);
  }

  /** A worker that was busy is gone, and an execution may have ended while nobody looked. */
  private void recover(TriggerState locked) {
    ExecutionId execution = locked.execution();
    if (execution != null) {
      awaited.put(execution, locked.id());
      Optional<ExecutionRecord> found = executions.apply(execution);
      if (found.isEmpty() || found.get().over()) {
        released(execution, found.map(ExecutionRecord::status));
      }
    }
    if (locked.evaluation() != null) {
      change(locked.id(), state -> Optional.of(state.abandoned(clock.instant())));
    }
  }

  /** The triggers of a flow may have changed. */
  void flowChanged(FlowId flow) {
    List<TriggerState> triggers = store.ofFlow(flow);
    triggers.forEach(this::arm);
    kinds.values().forEach(kind -> kind.kept(flow, triggers));
  }

  /** How many triggers have an instant. */
  int armed() {
    return due.size();
  }

  /** Hears of changes of executions; on a thread of the store, so it is quick. */
  void changed(ExecutionRecord execution) {
    if (!closed && execution.over() && awaited.containsKey(execution.id())) {
      threads.execute(() -> released(execution.id(), Optional.of(execution.status())));
    }
  }

  /**
   * Changes where a trigger stands, and looks at it when it is due.
   *
   * @param change gives what it is to be; empty to leave it as it is
   * @return what it is now; empty when there is no such trigger
   */
  Optional<TriggerState> change(TriggerId id, Change change) {
    return locks.with(
        id,
        () -> {
          while (true) {
            Optional<TriggerState> found = store.find(id);
            if (found.isEmpty()) {
              return Optional.empty();
            }
            Optional<TriggerState> changed = change.of(found.get());
            if (changed.isEmpty()) {
              return found;
            }
            if (put(changed.get())) {
              return changed;
            }
            // its flow was saved in between: the change is wanted for the new definition, too
          }
        });
  }

  /** What a trigger is to be. */
  @FunctionalInterface
  interface Change {
    Optional<TriggerState> of(TriggerState state);
  }

  /** Forgets a trigger; it is known again when its flow is saved. */
  boolean remove(TriggerId id) {
    return locks.with(
        id,
        () -> {
          due.cancel(id);
          boolean removed = store.remove(id);
          List<TriggerState> others = store.ofFlow(id.flow());
          kinds.values().forEach(kind -> kind.kept(id.flow(), others));
          events.changed(id.flow());
          return removed;
        });
  }

  private void dispatch(TriggerId id) {
    if (closed) {
      return;
    }
    turns.acquireUninterruptibly();
    threads.execute(
        () -> {
          try {
            look(id);
          } finally {
            turns.release();
          }
        });
  }

  private void look(TriggerId id) {
    try {
      locks.with(id, () -> store.find(id).map(this::look));
    } catch (StorageException notStored) {
      log.atWarn().addKeyValue("trigger", id).setCause(notStored).log("trigger could not fire");
      due.set(id, clock.instant().plus(PAUSE_AFTER_FAILURE));
    } catch (RuntimeException mistake) {
      log.atError().addKeyValue("trigger", id).setCause(mistake).log("trigger cannot be looked at");
      due.set(id, clock.instant().plus(PAUSE_AFTER_FAILURE.multipliedBy(60)));
    }
  }

  /** Under the lock of the trigger. */
  private boolean look(TriggerState state) {
    Instant next = state.nextDate();
    if (closed || state.disabled() || next == null || state.evaluation() != null) {
      return false;
    }
    Optional<Subject> subject = subject(state);
    if (subject.isEmpty()) {
      return false; // it is armed again when its flow is saved
    }
    if (state.execution() != null && !subject.get().trigger().allowConcurrent()) {
      return false; // it is armed again when the execution has ended
    }
    Flow flow = subject.get().flow();
    Trigger trigger = subject.get().trigger();
    TimedTrigger kind = kind(state);
    TriggerState looked = kind.look(flow, trigger, state, clock.instant());
    boolean written = put(looked);
    if (written) {
      kind.stored(flow, trigger, looked, this::change);
    }
    return written;
  }

  private TimedTrigger kind(TriggerState state) {
    TimedTrigger kind = kinds.get(state.kind());
    if (kind == null) {
      throw new IllegalStateException(
          "Expected a trigger that has dates, but %s is of kind %s"
              .formatted(state.id(), state.kind()));
    }
    return kind;
  }

  private record Subject(Flow flow, Trigger trigger) {}

  private Optional<Subject> subject(TriggerState state) {
    return flows
        .apply(state.id().flow())
        .filter(flow -> !flow.disabled())
        .flatMap(
            flow ->
                flow.triggers().stream()
                    .filter(trigger -> trigger.id().equals(state.id().trigger()))
                    .filter(trigger -> !trigger.disabled())
                    .findFirst()
                    .map(trigger -> new Subject(flow, trigger)));
  }

  /** Under the lock of the trigger. */
  private boolean put(TriggerState state) {
    ExecutionId execution = state.execution();
    if (execution != null) {
      awaited.put(execution, state.id());
    }
    boolean written = store.update(state);
    if (written) {
      if (!state.kind().isTimed()) {
        events.changed(state.id().flow());
      }
      arm(state);
      if (execution != null) {
        // it may have ended before it was awaited
        executions.apply(execution).ifPresent(this::changed);
      }
    }
    return written;
  }

  private void arm(TriggerState state) {
    TimedTrigger timed = kinds.get(state.kind());
    if (timed != null) {
      timed.changed(state);
    }
    Instant next = state.nextDate();
    if (next == null || state.disabled() || state.evaluation() != null) {
      due.cancel(state.id());
    } else {
      due.set(state.id(), kind(state).lookAt(state, clock.instant()));
    }
  }

  /**
   * @param status with which the execution ended; empty when it was removed
   */
  private void released(ExecutionId execution, Optional<ExecutionStatus> status) {
    TriggerId id = awaited.remove(execution);
    if (id == null) {
      return;
    }
    change(id, state -> Optional.of(ended(state, execution, status)));
  }

  private TriggerState ended(
      TriggerState state, ExecutionId execution, Optional<ExecutionStatus> status) {
    Instant now = clock.instant();
    TriggerState free = execution.equals(state.execution()) ? state.unlocked(now) : state;
    boolean stops =
        status.isPresent()
            && subject(state)
                .filter(subject -> subject.trigger().stopsAfter(status.get().name()))
                .isPresent();
    return stops ? free.switched(true, state.nextDate(), now) : free;
  }

  /** Looks at nothing more; what has begun ends, and the rows tell where to go on. */
  @Override
  public void close() {
    closed = true;
    Thread running = loop;
    if (running != null) {
      running.interrupt();
    }
    kinds.values().forEach(TimedTrigger::close);
  }
}
