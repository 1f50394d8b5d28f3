package dev.legato.orchestrator.trigger;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.orchestrator.time.DueQueue;
import dev.legato.orchestrator.trigger.Birth.Outcome;
import dev.legato.orchestrator.trigger.Birth.Outcome.Born;
import dev.legato.orchestrator.trigger.Birth.Outcome.Impossible;
import dev.legato.orchestrator.trigger.Birth.Outcome.NotStored;
import dev.legato.orchestrator.trigger.Subjects.Subject;
import dev.legato.storage.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at triggers whose turn it is. Those that are due together are looked at together: where
 * they stand is read at once, their executions begin in one commit, and where they stand then is
 * written at once. A trigger that somebody works on, or that has to ask for something that may
 * answer late, is looked at alone, so that the others need not wait for it.
 */
final class Turns {
  private static final Logger log = LoggerFactory.getLogger(Turns.class);

  private static final int TOGETHER = 500;

  /** So that what people do does not stand in a queue behind thousands of firings. */
  private static final int GROUPS_AT_ONCE = 4;

  private static final int ALONE_AT_ONCE = 512;

  /** When a trigger is looked at again after a failure that may pass. */
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final Scheduler.Ports ports;
  private final KeyLocks<TriggerId> locks;
  private final DueQueue<TriggerId> due;
  private final Releases releases;
  private final Owner owner;
  private final Semaphore groups = new Semaphore(GROUPS_AT_ONCE);
  private final Semaphore alone = new Semaphore(ALONE_AT_ONCE);

  /** Who knows the triggers. */
  interface Owner extends Standings {
    /** What is to be looked at; empty when the trigger does nothing now. */
    Optional<Subject> subject(TriggerState state);

    /** What is done for triggers of this kind. */
    TimedTrigger kind(TriggerState state);

    /** Where a trigger stands is durable. */
    void stored(TriggerState state);

    /** An execution that a trigger waits for may be over. */
    void lookAfter(ExecutionId execution);
  }

  private record Looked(Subject subject, TimedTrigger kind, Look look) {
    TriggerId id() {
      return look.standing().id();
    }
  }

  Turns(
      Scheduler.Ports ports,
      KeyLocks<TriggerId> locks,
      DueQueue<TriggerId> due,
      Releases releases,
      Owner owner) {
    this.ports = ports;
    this.locks = locks;
    this.due = due;
    this.releases = releases;
    this.owner = owner;
  }

  /** Looks at triggers on other threads; waits while many others are being looked at. */
  void take(List<TriggerId> ids) {
    for (int from = 0; from < ids.size(); from += TOGETHER) {
      List<TriggerId> group = ids.subList(from, Math.min(ids.size(), from + TOGETHER));
      groups.acquireUninterruptibly();
      ports
          .threads()
          .execute(
              () -> {
                try {
                  together(group);
                } finally {
                  groups.release();
                }
              });
    }
  }

  private void together(List<TriggerId> ids) {
    var slow = new ArrayList<TriggerId>();
    List<TriggerId> busy = locks.withThoseFree(ids, free -> slow.addAll(look(free, true)));
    busy.forEach(this::alone);
    slow.forEach(this::alone);
  }

  private void alone(TriggerId id) {
    ports
        .threads()
        .execute(
            () -> {
              alone.acquireUninterruptibly();
              try {
                locks.with(id, () -> look(List.of(id), false));
              } finally {
                alone.release();
              }
            });
  }

  /**
   * Under the locks of the triggers.
   *
   * @return those that were not looked at because they may be slow
   */
  private List<TriggerId> look(List<TriggerId> ids, boolean onlyQuick) {
    var slow = new ArrayList<TriggerId>();
    var looked = new ArrayList<Looked>();
    List<TriggerState> states;
    try {
      states = ports.store().find(ids);
    } catch (StorageException unreachable) {
      ids.forEach(id -> notStored(id, unreachable));
      return List.of();
    }
    for (TriggerState state : states) {
      try {
        owner
            .subject(state)
            .ifPresent(
                subject -> {
                  TimedTrigger kind = owner.kind(state);
                  if (onlyQuick && !kind.isQuick(subject.flow(), subject.trigger())) {
                    slow.add(state.id());
                  } else {
                    looked.add(new Looked(subject, kind, look(kind, subject, state)));
                  }
                });
      } catch (StorageException unreachable) {
        notStored(state.id(), unreachable);
      } catch (RuntimeException mistake) {
        impossible(state.id(), mistake);
      }
    }
    ports.births().figures().looked(looked.size());
    finish(looked);
    return slow;
  }

  private Look look(TimedTrigger kind, Subject subject, TriggerState state) {
    return kind.look(subject.flow(), subject.trigger(), state, ports.clock().instant());
  }

  private void finish(List<Looked> looked) {
    Map<TriggerId, Looked> done = new LinkedHashMap<>();
    var bearing = new ArrayList<Looked>();
    var standings = new ArrayList<TriggerState>();
    for (Looked each : looked) {
      done.put(each.id(), each);
      if (each.look().birth() == null) {
        standings.add(each.look().standing());
      } else {
        bearing.add(each);
      }
    }
    try {
      standings.addAll(bear(bearing));
      Set<TriggerId> written = ports.store().update(standings);
      for (TriggerState standing : standings) {
        if (written.contains(standing.id())) {
          owner.stored(standing);
          Looked each = Objects.requireNonNull(done.get(standing.id()));
          each.kind().stored(each.subject().flow(), each.subject().trigger(), standing, owner);
        }
      }
    } catch (StorageException notStored) {
      looked.forEach(each -> notStored(each.id(), notStored));
    } catch (RuntimeException mistake) {
      looked.forEach(each -> impossible(each.id(), mistake));
    }
  }

  /** Creates executions; gives where those triggers stand then whose execution exists. */
  private List<TriggerState> bear(List<Looked> bearing) {
    List<Birth> births =
        bearing.stream().map(each -> Objects.requireNonNull(each.look().birth())).toList();
    // before it exists: it may end at once
    for (Birth birth : births) {
      Firing firing = birth.firing();
      releases.await(firing.execution(), new TriggerId(firing.flow().id(), firing.trigger().id()));
    }
    List<Outcome> outcomes = ports.births().all(births);
    var standings = new ArrayList<TriggerState>();
    for (int i = 0; i < outcomes.size(); i++) {
      TriggerId id = bearing.get(i).id();
      if (!(outcomes.get(i) instanceof Born born && born.isNew())) {
        releases.forget(births.get(i).firing().execution());
      }
      switch (outcomes.get(i)) {
        case Born(ExecutionId execution, boolean isNew) -> {
          TriggerState standing = bearing.get(i).look().standing();
          standings.add(standing.firedFor(execution, ports.clock().instant()));
          if (!isNew) {
            releases.await(execution, id);
            owner.lookAfter(execution);
          }
        }
        case NotStored(StorageException reason) -> notStored(id, reason);
        case Impossible(RuntimeException mistake) -> impossible(id, mistake);
      }
    }
    return standings;
  }

  private void notStored(TriggerId id, StorageException reason) {
    log.atWarn().addKeyValue("trigger", id).setCause(reason).log("trigger could not fire");
    due.set(id, ports.clock().instant().plus(PAUSE_AFTER_FAILURE));
  }

  private void impossible(TriggerId id, RuntimeException mistake) {
    log.atError().addKeyValue("trigger", id).setCause(mistake).log("trigger cannot be looked at");
    due.set(id, ports.clock().instant().plus(PAUSE_AFTER_FAILURE.multipliedBy(60)));
  }
}
