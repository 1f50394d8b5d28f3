package dev.legato.orchestrator.trigger;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.TriggerKind;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.orchestrator.time.DueQueue;
import dev.legato.orchestrator.trigger.Releases.Ended;
import dev.legato.orchestrator.trigger.Subjects.Subject;
import dev.legato.storage.StorageException;
import dev.legato.storage.TriggerStore;
import dev.legato.storage.TriggerStore.Due;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at each trigger when its instant comes. In memory it only has the instants; where a trigger
 * stands is read when it is its turn, and changed under a lock of its own. Those that are due at
 * the same time are looked at together: their executions begin in one commit.
 */
final class Scheduler implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Scheduler.class);

  /** When ends of executions that could not be noted are told again. */
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final TriggerStore store;
  private final Function<ExecutionId, Optional<ExecutionRecord>> executions;
  private final InstantSource clock;
  private final Map<TriggerKind, TimedTrigger> kinds;
  private final EventTriggers events;
  private final DueQueue<TriggerId> due;
  private final KeyLocks<TriggerId> locks = new KeyLocks<>();
  private final Subjects subjects;
  private final Releases releases;
  private final Turns turns;
  private @Nullable Thread loop;
  private volatile boolean closed;

  /**
   * What a scheduler works with.
   *
   * @param executions finds what is stored of an execution
   * @param flows finds the flow that would run now; empty when it is gone or cannot run
   * @param births create executions
   * @param threads let triggers be looked at that may have to wait for the store
   */
  record Ports(
      TriggerStore store,
      Function<ExecutionId, Optional<ExecutionRecord>> executions,
      Function<FlowId, Optional<Flow>> flows,
      Births births,
      InstantSource clock,
      Executor threads) {}

  /**
   * @param kinds what to do for triggers of each kind that has instants
   * @param events hears which triggers of the other kinds have changed
   */
  Scheduler(Ports ports, Map<TriggerKind, TimedTrigger> kinds, EventTriggers events) {
    this.store = ports.store();
    this.executions = ports.executions();
    this.clock = ports.clock();
    this.kinds = kinds;
    this.events = events;
    this.due = new DueQueue<>(clock);
    this.subjects = new Subjects(ports.flows());
    this.releases = new Releases(ports.threads(), this::release);
    this.turns = new Turns(ports, locks, due, releases, new Turned());
  }

  /** Takes up where the triggers stand, and begins to look at them. */
  void start(ThreadFactory factory) {
    load();
    loop = factory.newThread(() -> due.runTogether(this::dispatch));
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
    dispatch(due.takeDue(clock.instant()));
  }

  private void dispatch(List<TriggerId> ids) {
    if (!closed) {
      turns.take(ids);
    }
  }

  /** A worker that was busy is gone, and an execution may have ended while nobody looked. */
  private void recover(TriggerState locked) {
    ExecutionId execution = locked.execution();
    if (execution != null) {
      releases.await(execution, locked.id());
      lookAfter(execution);
    }
    if (locked.evaluation() != null) {
      change(locked.id(), state -> Optional.of(state.abandoned(clock.instant())));
    }
  }

  /** An execution that is awaited may have ended, or be gone, without anybody having noticed. */
  private void lookAfter(ExecutionId execution) {
    Optional<ExecutionRecord> found = executions.apply(execution);
    if (found.isEmpty() || found.get().over()) {
      releases.ended(execution, found.map(ExecutionRecord::status));
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
    if (!closed && execution.over()) {
      releases.ended(execution.id(), Optional.of(execution.status()));
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
            if (put(found.get(), changed.get())) {
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

  private TimedTrigger kind(TriggerState state) {
    TimedTrigger kind = kinds.get(state.kind());
    if (kind == null) {
      throw new IllegalStateException(
          "Expected a trigger that has dates, but %s is of kind %s"
              .formatted(state.id(), state.kind()));
    }
    return kind;
  }

  /** Under the lock of the trigger. */
  private boolean put(TriggerState before, TriggerState state) {
    ExecutionId execution = state.execution();
    if (execution != null) {
      releases.await(execution, state.id());
    }
    boolean written = store.update(state);
    if (written) {
      stored(state);
      if (execution != null && !execution.equals(before.execution())) {
        lookAfter(execution); // it may have ended before it was awaited
      }
    }
    return written;
  }

  private void stored(TriggerState state) {
    if (!state.kind().isTimed()) {
      events.changed(state.id().flow());
    }
    arm(state);
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

  /** Executions that triggers waited for have ended, or were removed. */
  private void release(Map<TriggerId, List<Ended>> ended) {
    List<TriggerId> ids = List.copyOf(ended.keySet());
    try {
      List<TriggerId> busy = locks.withThoseFree(ids, free -> releaseHeld(free, ended));
      if (!busy.isEmpty()) {
        postpone(busy, ended);
        releases.goOnAfter(() -> locks.with(busy.getLast(), () -> true));
      }
    } catch (StorageException notStored) {
      log.atWarn().setCause(notStored).log("triggers cannot go on, will try again");
      postpone(ids, ended);
      ids.forEach(id -> due.set(id, clock.instant().plus(PAUSE_AFTER_FAILURE)));
    }
  }

  private void postpone(List<TriggerId> ids, Map<TriggerId, List<Ended>> ended) {
    ids.forEach(id -> releases.postpone(ended.getOrDefault(id, List.of())));
  }

  /** Under the locks of the triggers. */
  private void releaseHeld(List<TriggerId> ids, Map<TriggerId, List<Ended>> ended) {
    Map<TriggerId, TriggerState> free = new LinkedHashMap<>();
    for (TriggerState state : store.find(ids)) {
      TriggerState released = released(state, ended.getOrDefault(state.id(), List.of()));
      if (!released.equals(state)) {
        free.put(state.id(), released);
      }
    }
    for (TriggerId written : store.update(free.values())) {
      stored(Objects.requireNonNull(free.remove(written)));
    }
    for (TriggerId id : free.keySet()) { // its flow was saved in between
      change(id, state -> Optional.of(released(state, ended.getOrDefault(id, List.of()))));
    }
  }

  private TriggerState released(TriggerState state, List<Ended> ended) {
    Instant now = clock.instant();
    TriggerState free = state;
    for (Ended each : ended) {
      free = each.execution().equals(free.execution()) ? free.released(now) : free;
      boolean stops =
          each.status().isPresent()
              && subjects
                  .of(state)
                  .filter(subject -> subject.trigger().stopsAfter(each.status().get().name()))
                  .isPresent();
      free = stops ? free.switched(true, free.nextDate(), now) : free;
    }
    return free;
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

  /** What turns have led to. */
  private final class Turned implements Turns.Owner {
    @Override
    public Optional<Subject> subject(TriggerState state) {
      Instant next = state.nextDate();
      if (closed || state.disabled() || next == null || state.evaluation() != null) {
        return Optional.empty();
      }
      Optional<Subject> subject = subjects.of(state); // if none, it is armed when its flow is saved
      ExecutionId execution = state.execution();
      if (execution == null || subject.isEmpty() || subject.get().trigger().allowConcurrent()) {
        return subject;
      }
      releases.goOn(); // it is armed again when the execution has ended
      return Optional.empty();
    }

    @Override
    public TimedTrigger kind(TriggerState state) {
      return Scheduler.this.kind(state);
    }

    @Override
    public void stored(TriggerState state) {
      Scheduler.this.stored(state);
    }

    @Override
    public void lookAfter(ExecutionId execution) {
      Scheduler.this.lookAfter(execution);
    }

    @Override
    public Optional<TriggerState> change(TriggerId id, Change change) {
      return Scheduler.this.change(id, change);
    }
  }
}
