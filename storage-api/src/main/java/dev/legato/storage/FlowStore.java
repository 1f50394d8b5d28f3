package dev.legato.storage;

import dev.legato.model.flow.FlowId;
import dev.legato.model.trigger.TriggerState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Flows and all their revisions. Methods return when their effect is durable. */
public interface FlowStore {
  /**
   * Adds a revision, and makes the triggers of the flow those given. One that is known with the
   * same fingerprint stays as it is; one whose fingerprint has changed starts anew, but stays
   * switched off if it was.
   *
   * @return false when that revision exists already: someone else was faster, and nothing changed
   */
  boolean add(StoredFlow flow, List<TriggerState> triggers);

  /** The newest revision, also when it records a removal. */
  Optional<StoredFlow> latest(FlowId id);

  Optional<StoredFlow> find(FlowId id, int revision);

  /** The revision before another one, which need not exist; revisions can have been removed. */
  Optional<StoredFlow> before(FlowId id, int revision);

  /** Oldest first. */
  List<StoredFlow> revisions(FlowId id);

  /** Forgets revisions, but never the newest one; returns how many. */
  int removeRevisions(FlowId id, Collection<Integer> revisions);

  /** Newest revisions of the flows that are not removed and match all filters. */
  Page<StoredFlow> search(List<Filter<FlowField>> filters, PageRequest<FlowField> page);

  /** Namespaces that hold at least one flow, sorted. */
  List<String> namespaces();
}
