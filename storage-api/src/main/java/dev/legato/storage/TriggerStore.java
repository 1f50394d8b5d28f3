package dev.legato.storage;

import dev.legato.model.flow.FlowId;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where triggers stand. A row exists from the moment its flow is saved, see {@link FlowStore#add}.
 * Methods return when their effect is durable.
 */
public interface TriggerStore {
  Optional<TriggerState> find(TriggerId id);

  /** Those of one flow, sorted by id. */
  List<TriggerState> ofFlow(FlowId flow);

  /** Those that match all filters. */
  Page<TriggerState> search(List<Filter<TriggerField>> filters, PageRequest<TriggerField> page);

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
  boolean update(TriggerState state);

  /**
   * Forgets a trigger.
   *
   * @return false when there is none
   */
  boolean remove(TriggerId id);

  /** When a trigger has to be looked at. */
  record Due(TriggerId id, Instant date) {}
}
