package dev.legato.orchestrator.trigger;

import dev.legato.engine.EvaluationFailure;
import dev.legato.language.schedule.TimeWindow;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.Ids;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.Join;
import dev.legato.model.flow.Trigger;
import dev.legato.model.flow.TriggerEvent.FlowChange;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerWindow;
import dev.legato.model.trigger.TriggerWindow.Satisfied;
import dev.legato.orchestrator.trigger.ConditionCheck.Subject;
import dev.legato.orchestrator.trigger.Joining.Joined;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what a Flow trigger does when an execution of another flow changes. */
final class FlowTrigger {
  private static final Logger log = LoggerFactory.getLogger(FlowTrigger.class);

  private final ConditionCheck conditions;
  private final ZoneId zone;
  private final Function<ExecutionId, Optional<ExecutionRecord>> executions;

  /**
   * @param zone in which windows are meant
   * @param executions finds those that came before in a window
   */
  FlowTrigger(
      ConditionCheck conditions,
      ZoneId zone,
      Function<ExecutionId, Optional<ExecutionRecord>> executions) {
    this.conditions = conditions;
    this.zone = zone;
    this.executions = executions;
  }

  /** A flow, its trigger and what the trigger waits for. */
  record Subscriber(Flow flow, Trigger trigger, FlowChange event) {
    TriggerId id() {
      return new TriggerId(flow.id(), trigger.id());
    }
  }

  /** Where the windows of one trigger are. */
  interface Windows {
    Optional<TriggerWindow> of(TriggerId trigger, String join);

    void put(TriggerWindow window);
  }

  /**
   * What the trigger does: it writes windows, and fires or not.
   *
   * @param at when the execution changed
   */
  Optional<Firing> hear(Subscriber subscriber, Upstream upstream, Instant at, Windows windows) {
    if (upstream.chainLength() > Upstream.LONGEST_CHAIN) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> variables = upstream.variables(upstream.outputs());
    Trigger trigger = subscriber.trigger();
    try {
      var subject = subject(subscriber, upstream, variables);
      if (!conditions.holds(trigger.guard(), subject)) {
        return Optional.empty();
      }
      if (subscriber.event().joins().isEmpty()) {
        String key =
            "%s<%s#%d".formatted(subscriber.id(), upstream.execution().id(), upstream.step());
        return Optional.of(firing(subscriber, key, variables, at));
      }
      return join(subscriber, upstream, at, windows);
    } catch (EvaluationFailure | IllegalArgumentException e) {
      log.atWarn()
          .addKeyValue("trigger", subscriber.id())
          .addKeyValue("execution", upstream.execution().id())
          .log("condition cannot be answered, so it does not hold: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Firing> join(
      Subscriber subscriber, Upstream upstream, Instant at, Windows windows) {
    var satisfied = new Satisfied(upstream.execution().id(), at);
    String fingerprint = subscriber.trigger().fingerprint(false);
    List<Joined> all = new ArrayList<>();
    List<Joined> changed = new ArrayList<>();
    for (Join join : subscriber.event().joins()) {
      var joining = new Joining(subscriber.id(), fingerprint, join, time(join));
      TriggerWindow stored = windows.of(subscriber.id(), join.id()).orElse(null);
      Set<String> parts = parts(join, subscriber, upstream);
      Optional<Joined> joined = joining.add(stored, parts, satisfied);
      joined.ifPresent(all::add);
      joined.filter(_ -> !parts.isEmpty()).ifPresent(changed::add);
    }
    boolean fires =
        !changed.isEmpty()
            && all.size() == subscriber.event().joins().size()
            && all.stream().allMatch(Joined::isComplete);
    if (!fires) {
      changed.forEach(joined -> windows.put(joined.before()));
      return Optional.empty();
    }
    all.forEach(joined -> windows.put(joined.window()));
    String key = String.join("&", all.stream().map(Joined::key).toList());
    Map<String, @Nullable Object> outputs =
        subscriber.event().joins().getFirst().outputsByFlow()
            ? outputsByFlow(all.getFirst().before())
            : upstream.outputs();
    return Optional.of(firing(subscriber, key, upstream.variables(outputs), at));
  }

  private TimeWindow time(Join join) {
    return switch (join.window().spelling()) {
      case TIME_WINDOW -> TimeWindow.ofPreconditions(join.window().properties(), zone);
      case DEPENDENCIES -> TimeWindow.ofDependencies(join.window().properties(), zone);
    };
  }

  /** The parts that hold; one that cannot be answered does not. */
  private Set<String> parts(Join join, Subscriber subscriber, Upstream upstream) {
    Map<String, @Nullable Object> variables = upstream.variables(upstream.outputs());
    Subject plain = subject(subscriber, upstream, variables);
    Map<String, @Nullable Object> more = new LinkedHashMap<>(plain.variables());
    more.putAll(upstream.facts());
    var subject = new Subject(plain.flow(), more, plain.execution());
    Set<String> held = new LinkedHashSet<>();
    for (Join.Part part : join.parts()) {
      try {
        if (conditions.holds(part.guard(), subject)
            && FilterCheck.holds(part.filters(), subject, conditions)) {
          held.add(part.name());
        }
      } catch (EvaluationFailure e) {
        log.atWarn()
            .addKeyValue("trigger", subscriber.id())
            .addKeyValue("condition", part.name())
            .log("condition cannot be answered, so it does not hold: {}", e.getMessage());
      }
    }
    return held;
  }

  private static Subject subject(
      Subscriber subscriber, Upstream upstream, Map<String, @Nullable Object> variables) {
    return new Subject(
        subscriber.flow().id(),
        TriggerScope.of(subscriber.flow(), variables),
        Optional.of(upstream.stored()));
  }

  private Map<String, @Nullable Object> outputsByFlow(TriggerWindow window) {
    Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
    for (Satisfied each : new HashSet<>(window.satisfied().values())) {
      executions
          .apply(each.execution())
          .ifPresent(
              execution ->
                  outputs.put(
                      execution.flow().id(),
                      execution.outputs() == null ? Map.of() : execution.outputs()));
    }
    return outputs;
  }

  private static Firing firing(
      Subscriber subscriber, String key, Map<String, @Nullable Object> variables, Instant at) {
    return new Firing(
        subscriber.flow(),
        subscriber.trigger(),
        Ids.derivedExecution(at, key),
        key,
        variables,
        Map.of(),
        List.of(),
        null,
        null);
  }
}
