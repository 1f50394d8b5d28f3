package dev.legato.storage;

import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.TriggerKind;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.model.trigger.TriggerWindow;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where triggers stand. A row exists from the moment its flow is saved, see {@link FlowStore#add}.
 * Methods return when their effect is durable.
 */
public interface TriggerStore {
  Optional<TriggerState> find(TriggerId id);

  /** Those of the given ones that exist, in no order. */
  List<TriggerState> find(Collection<TriggerId> ids);

  /** Those of one flow, sorted by id. */
  List<TriggerState> ofFlow(FlowId flow);

  /** Those that match all filters. */
  Page<TriggerState> search(List<Filter<TriggerField>> filters, PageRequest<TriggerField> page);

  /** All of a kind, in no order. */
  List<TriggerState> ofKind(TriggerKind kind);

  /** All that are switched on and have to be looked at some time, in no order. */
  List<Due> due();

  /** All that wait for an execution or a worker. */
  List<TriggerState> locked();

  /**
   * Writes where a trigger stands, unless it is gone or its definition has changed since: then what
   * is stored is newer.
   *
   * @return whether it was written
   */
  default boolean update(TriggerState state) {
    return !update(List.of(state)).isEmpty();
  }

  /**
   * Writes where several triggers stand, in one transaction; each as {@link #update(TriggerState)}.
   *
   * @return those that were written
   */
  Set<TriggerId> update(Collection<TriggerState> states);

  /**
   * Forgets a trigger.
   *
   * @return false when there is none
   */
  boolean remove(TriggerId id);

  /**
   * What was noted in a {@link CommitBatch} and not dealt with yet, oldest first; the same order
   * each time.
   */
  List<Pending> notes(int limit);

  /** The windows of a trigger that something has come true in; each join has one at most. */
  List<TriggerWindow> windows(TriggerId id);

  /**
   * Writes windows, each in place of the one that its join had, and forgets notes: all of it or
   * nothing. Windows of triggers that are gone are not written.
   *
   * @param notes their numbers
   */
  void settle(List<TriggerWindow> windows, List<Long> notes);

  /**
   * A note that waits.
   *
   * @param number later notes have greater ones
   */
  record Pending(long number, StatusNote note) {}

  /** When a trigger has to be looked at. */
  record Due(TriggerId id, Instant date) {}
}
