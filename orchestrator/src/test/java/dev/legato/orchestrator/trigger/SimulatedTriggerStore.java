package dev.legato.orchestrator.trigger;

import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.TriggerKind;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.model.trigger.TriggerWindow;
import dev.legato.storage.Filter;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.TriggerField;
import dev.legato.storage.TriggerStore;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Where simulated triggers stand; it outlives the server, and may fail around each write. */
final class SimulatedTriggerStore implements TriggerStore {
  private final Map<TriggerId, TriggerState> rows = new TreeMap<>();
  private final PlantedBug bug;
  private final Runnable danger;
  private final Consumer<TriggerId> written;

  /**
   * @param danger called before and after each write; may throw
   * @param written hears of each row that has changed
   */
  SimulatedTriggerStore(PlantedBug bug, Runnable danger, Consumer<TriggerId> written) {
    this.bug = bug;
    this.danger = danger;
    this.written = written;
  }

  /** What is stored, without the mistakes that were planted. */
  Optional<TriggerState> row(TriggerId id) {
    return Optional.ofNullable(rows.get(id));
  }

  /**
   * As the transaction does that saves a flow.
   *
   * @param durable done with it
   */
  void define(FlowId flow, List<TriggerState> triggers, Runnable durable) {
    danger.run();
    List<TriggerId> kept = triggers.stream().map(TriggerState::id).toList();
    List<TriggerId> gone =
        rows.keySet().stream().filter(id -> id.flow().equals(flow) && !kept.contains(id)).toList();
    gone.forEach(this::forget);
    for (TriggerState each : triggers) {
      TriggerState old = rows.get(each.id());
      if (old == null) {
        put(each);
      } else if (!old.fingerprint().equals(each.fingerprint())) {
        put(redefined(old, each));
      }
    }
    durable.run();
    danger.run();
  }

  private static TriggerState redefined(TriggerState old, TriggerState added) {
    return new TriggerState(
        old.id(),
        added.kind(),
        added.fingerprint(),
        old.disabled(),
        old.date(),
        added.nextDate(),
        old.execution(),
        null,
        null,
        null,
        old.lastFired(),
        added.updatedAt());
  }

  private void put(TriggerState state) {
    rows.put(state.id(), state);
    written.accept(state.id());
  }

  private void forget(TriggerId id) {
    rows.remove(id);
    written.accept(id);
  }

  @Override
  public Optional<TriggerState> find(TriggerId id) {
    Optional<TriggerState> found = row(id);
    return switch (bug) {
      case FIRES_SWITCHED_OFF ->
          found.map(
              state ->
                  state.disabled()
                      ? state.switched(false, state.nextDate(), state.updatedAt())
                      : state);
      case FIRES_LOCKED -> found.map(state -> state.unlocked(state.updatedAt()));
      default -> found;
    };
  }

  @Override
  public List<TriggerState> ofFlow(FlowId flow) {
    return rows.values().stream().filter(state -> state.id().flow().equals(flow)).toList();
  }

  @Override
  public List<Due> due() {
    return rows.values().stream()
        .filter(state -> state.nextDate() != null && !state.disabled())
        .map(state -> new Due(state.id(), Objects.requireNonNull(state.nextDate())))
        .skip(bug == PlantedBug.FORGOTTEN_AT_START ? 1 : 0)
        .toList();
  }

  @Override
  public List<TriggerState> locked() {
    return bug == PlantedBug.WAITS_FOR_EVER
        ? List.of()
        : rows.values().stream().filter(TriggerState::isLocked).toList();
  }

  @Override
  public Set<TriggerId> update(Collection<TriggerState> states) {
    danger.run();
    Set<TriggerId> current = new LinkedHashSet<>();
    for (TriggerState state : states) {
      TriggerState old = rows.get(state.id());
      if (old != null
          && (bug == PlantedBug.STALE_WRITE || old.fingerprint().equals(state.fingerprint()))) {
        put(state);
        current.add(state.id());
      }
    }
    danger.run();
    return current;
  }

  @Override
  public List<TriggerState> find(Collection<TriggerId> ids) {
    return ids.stream().flatMap(id -> find(id).stream()).toList();
  }

  @Override
  public boolean remove(TriggerId id) {
    boolean known = rows.containsKey(id);
    forget(id);
    return known;
  }

  @Override
  public List<TriggerState> ofKind(TriggerKind kind) {
    return rows.values().stream().filter(state -> state.kind() == kind).toList();
  }

  @Override
  public Page<TriggerState> search(
      List<Filter<TriggerField>> filters, PageRequest<TriggerField> page) {
    throw new IllegalStateException("Expected no search in a simulation");
  }

  @Override
  public List<Pending> notes(int limit) {
    return List.of();
  }

  @Override
  public List<TriggerWindow> windows(TriggerId id) {
    return List.of();
  }

  @Override
  public void settle(List<TriggerWindow> windows, List<Long> notes) {
    throw new IllegalStateException("Expected no windows in a simulation");
  }
}
