package dev.legato.orchestrator.limit;

import dev.legato.engine.Admission;
import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.flow.Concurrency;
import dev.legato.model.flow.FlowId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The places of flows that limit how many of their executions run at once: the one owner, who
 * derives everything from the executions themselves and counts nothing.
 *
 * <p>An execution has a place from its start to its end, also while it is paused or waits for a
 * retry. An execution that was called, directly or through others, by one of the same flow shares
 * the place of that one, because it would wait for ever for a place that only its own end sets
 * free.
 *
 * <p>The places follow what is decided, which is ahead of what is durable; when decisions are given
 * up, {@link #rebuild} begins again from the store. Safe for use by many threads.
 */
public final class Slots implements Admission {
  private final Function<ExecutionId, Optional<ExecutionRecord>> stored;
  private final Limits limits;
  private final Map<FlowId, Places> flows = new HashMap<>();

  /**
   * @param stored reads executions
   */
  public Slots(Function<ExecutionId, Optional<ExecutionRecord>> stored, Limits limits) {
    this.stored = stored;
    this.limits = limits;
  }

  /** What becomes of an execution that is about to start. Changes nothing. */
  @Override
  public synchronized Verdict ask(ExecutionRecord execution) {
    Concurrency limit = limits.of(execution.flow()).orElse(null);
    Places places = flows.get(execution.flow());
    if (limit == null || places == null) {
      return Verdict.GRANTED;
    }
    ExecutionId place = placeOf(execution);
    boolean othersCameFirst = places.someoneWaits() && !places.isTaken(place);
    if (places.hasRoom(place, limit.limit()) && !othersCameFirst) {
      return Verdict.GRANTED;
    }
    return switch (limit.behavior()) {
      case QUEUE -> Verdict.QUEUED;
      case CANCEL -> Verdict.CANCELLED;
      case FAIL -> Verdict.FAILED;
    };
  }

  /**
   * Takes note of an execution as a decision has left it.
   *
   * @return executions that now have a place and are to be admitted, in this order
   */
  public synchronized List<ExecutionId> decided(ExecutionRecord execution) {
    note(execution);
    return admit(execution.flow());
  }

  /**
   * Takes note that an execution that was to be admitted was not.
   *
   * @param execution as it is
   * @return executions that now have a place and are to be admitted, in this order
   */
  public synchronized List<ExecutionId> notAdmitted(ExecutionRecord execution) {
    Places places = flows.get(execution.flow());
    if (places != null && !runsAccordingTo(execution)) {
      places.leave(execution.id());
    }
    return admit(execution.flow());
  }

  /**
   * Takes note that the limit of a flow may have changed.
   *
   * @return executions that now have a place and are to be admitted, in this order
   */
  public synchronized List<ExecutionId> limitChanged(FlowId flow) {
    return admit(flow);
  }

  /**
   * Begins again from what is stored.
   *
   * @param live all executions that are not over
   * @return executions that have a place and are to be admitted, in this order
   */
  public synchronized List<ExecutionId> rebuild(List<ExecutionId> live) {
    flows.clear();
    for (ExecutionId execution : live) {
      stored.apply(execution).ifPresent(this::note);
    }
    var admitted = new ArrayList<ExecutionId>();
    List.copyOf(flows.keySet()).stream().sorted().forEach(flow -> admitted.addAll(admit(flow)));
    return admitted;
  }

  /** What an execution waits for; empty when it does not wait for a place. */
  public synchronized Optional<Waiting> waiting(ExecutionRecord execution) {
    Places places = flows.get(execution.flow());
    Concurrency limit = limits.of(execution.flow()).orElse(null);
    if (places == null || limit == null || !places.waits(execution.id())) {
      return Optional.empty();
    }
    return Optional.of(
        new Waiting(
            places.position(execution.id()), places.waiting(), places.used(), limit.limit()));
  }

  /** How many places of a flow are taken. */
  public synchronized int used(FlowId flow) {
    Places places = flows.get(flow);
    return places == null ? 0 : places.used();
  }

  private void note(ExecutionRecord execution) {
    ExecutionId id = execution.id();
    Places places = flows.computeIfAbsent(execution.flow(), _ -> new Places());
    switch (execution.status()) {
      case QUEUED -> {
        if (!places.runs(id) && !places.waits(id)) {
          places.enqueue(id, placeOf(execution), execution.history().last());
        }
      }
      case RUNNING, PAUSED, RETRYING, BREAKPOINT, RESTARTED -> take(places, execution);
      case KILLING -> {
        if (runsAccordingTo(execution)) {
          take(places, execution);
        } else {
          places.leave(id);
        }
      }
      case CREATED, SUCCESS, WARNING, FAILED, KILLED, CANCELLED, RETRIED -> places.leave(id);
    }
    if (places.isEmpty()) {
      flows.remove(execution.flow());
    }
  }

  private void take(Places places, ExecutionRecord execution) {
    if (!places.runs(execution.id())) {
      places.take(execution.id(), placeOf(execution));
    }
  }

  /** Whether it has started and not ended; being killed is no start. */
  private static boolean runsAccordingTo(ExecutionRecord execution) {
    return switch (execution.status()) {
      case RUNNING, PAUSED, RETRYING, BREAKPOINT, RESTARTED -> true;
      case KILLING -> hasStarted(execution);
      case CREATED, QUEUED, SUCCESS, WARNING, FAILED, KILLED, CANCELLED, RETRIED -> false;
    };
  }

  private static boolean hasStarted(ExecutionRecord execution) {
    var entries = execution.history().entries();
    for (int i = entries.size() - 2; i >= 0; i--) {
      switch (entries.get(i).status()) {
        case RUNNING, PAUSED, RETRYING, BREAKPOINT, RESTARTED -> {
          return true;
        }
        case CREATED, QUEUED, SUCCESS, WARNING, FAILED, KILLED, CANCELLED, RETRIED -> {
          return false;
        }
        case KILLING -> {}
      }
    }
    return false;
  }

  private List<ExecutionId> admit(FlowId flow) {
    Places places = flows.get(flow);
    if (places == null || !places.someoneWaits()) {
      return List.of();
    }
    int limit = limits.of(flow).map(Concurrency::limit).orElse(Integer.MAX_VALUE);
    var admitted = new ArrayList<ExecutionId>();
    for (ExecutionId next = places.admitNext(limit); next != null; next = places.admitNext(limit)) {
      admitted.add(next);
    }
    return admitted;
  }

  /** The outermost execution of the same flow among the callers, else the execution itself. */
  private ExecutionId placeOf(ExecutionRecord execution) {
    FlowId flow = execution.flow();
    ExecutionId place = execution.id();
    Caller caller = execution.caller();
    while (caller != null && caller.flows().contains(flow)) {
      ExecutionRecord calling = stored.apply(caller.execution()).orElse(null);
      if (calling == null) {
        return place;
      }
      place = calling.flow().equals(flow) ? calling.id() : place;
      caller = calling.caller();
    }
    return place;
  }
}
