package dev.legato.language.flow;

import dev.legato.language.builtin.BuiltInTypes;
import dev.legato.model.flow.Condition;
import dev.legato.model.flow.Condition.ExecutionFlow;
import dev.legato.model.flow.Condition.ExecutionLabels;
import dev.legato.model.flow.Condition.ExecutionNamespace;
import dev.legato.model.flow.Condition.ExecutionState;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Join;
import dev.legato.model.flow.Join.After;
import dev.legato.model.flow.Join.Filter;
import dev.legato.model.flow.Join.Filter.Comparison;
import dev.legato.model.flow.Join.Filter.Field;
import dev.legato.model.flow.Join.Filters;
import dev.legato.model.flow.Join.Part;
import dev.legato.model.flow.Join.Window;
import dev.legato.model.flow.Join.Window.Spelling;
import dev.legato.model.flow.TriggerEvent.FlowChange;
import dev.legato.model.flow.TriggerEvent.FlowChange.OnMiss;
import dev.legato.model.flow.TriggerGuard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes what a Flow trigger waits for of documents that were found to be in order. */
final class JoinDefinitions {
  private static final List<String> GOOD_ENDS = List.of("SUCCESS", "WARNING");

  private JoinDefinitions() {}

  /**
   * @param namespace of the flow that has the trigger
   */
  static FlowChange of(DocumentValues trigger, String namespace) {
    List<Join> joins = new ArrayList<>();
    Stream.of("conditions")
        .flatMap(name -> trigger.maps(name).stream())
        .filter(JoinDefinitions::isMultiple)
        .map(JoinDefinitions::multiple)
        .forEach(joins::add);
    if (trigger.value("preconditions") != null) {
      joins.add(preconditions(new DocumentValues(trigger.map("preconditions"))));
    }
    if (trigger.value("dependsOn") != null) {
      joins.add(dependencies(trigger, namespace));
    }
    return new FlowChange(
        trigger.texts("states").orElse(null),
        joins.stream().filter(join -> !join.parts().isEmpty()).toList(),
        onMiss(trigger));
  }

  private static @Nullable OnMiss onMiss(DocumentValues trigger) {
    boolean waits = trigger.value("dependsOn") != null && trigger.value("onMiss") != null;
    return waits
        ? new OnMiss(
            TriggerDefinitions.labels(new DocumentValues(trigger.map("onMiss")).value("labels")))
        : null;
  }

  private static boolean isMultiple(DocumentValues condition) {
    return BuiltInTypes.CONDITIONS
        .find(condition.requiredText("type"))
        .filter(type -> type.name().endsWith(".MultipleCondition"))
        .isPresent();
  }

  private static Join multiple(DocumentValues values) {
    List<Part> parts = new ArrayList<>();
    values
        .map("conditions")
        .forEach(
            (name, condition) ->
                ConditionDefinitions.of(DocumentValues.of(condition))
                    .ifPresent(
                        it -> parts.add(new Part(name, new TriggerGuard(List.of(it), null)))));
    Map<String, @Nullable Object> window = values.map("timeWindow");
    if (window.isEmpty()) {
      window = new LinkedHashMap<>();
      for (String name : List.of("window", "windowAdvance")) {
        if (values.value(name) != null) {
          window.put(name, values.value(name));
        }
      }
    }
    return join(values, parts, window);
  }

  private static Join preconditions(DocumentValues values) {
    List<Part> parts = new ArrayList<>();
    for (DocumentValues flow : values.maps("flows")) {
      parts.add(new Part("flow_" + parts.size(), new TriggerGuard(upstream(flow), null)));
    }
    for (DocumentValues where : values.maps("where")) {
      var filters =
          new Filters(
              where.maps("filters").stream().map(JoinDefinitions::filter).toList(),
              "OR".equalsIgnoreCase(where.text("operand")));
      parts.add(new Part("where_" + where.requiredText("id"), TriggerGuard.NONE, filters));
    }
    return join(values, parts, values.map("timeWindow"));
  }

  private static Join join(
      DocumentValues values, List<Part> parts, Map<String, @Nullable Object> window) {
    return new Join(
        values.requiredText("id"),
        List.copyOf(parts),
        parts.size(),
        new Window(Spelling.TIME_WINDOW, window),
        Boolean.FALSE.equals(values.value("resetOnSuccess")) ? After.GO_ON : After.RESET,
        false);
  }

  private static List<Condition> upstream(DocumentValues flow) {
    String namespace = flow.requiredText("namespace");
    String id = flow.text("flowId");
    List<Condition> all = new ArrayList<>();
    all.add(
        id == null
            ? new ExecutionNamespace(namespace, Condition.Part.ALL)
            : new ExecutionFlow(new FlowId(namespace, id)));
    flow.texts("states").ifPresent(states -> all.add(new ExecutionState(states, List.of())));
    labels(flow).ifPresent(all::add);
    return List.copyOf(all);
  }

  private static Optional<Condition> labels(DocumentValues values) {
    Object labels = values.value("labels");
    return labels == null
        ? Optional.empty()
        : Optional.of(new ExecutionLabels(TriggerDefinitions.labels(labels)));
  }

  private static Filter filter(DocumentValues filter) {
    String value = filter.text("value");
    return new Filter(
        Optional.ofNullable(filter.choice("field", Field.class)).orElse(Field.EXPRESSION),
        Optional.ofNullable(filter.choice("type", Comparison.class)).orElse(Comparison.IS_TRUE),
        filter.texts("values").orElse(value == null ? List.of() : List.of(value)));
  }

  private static Join dependencies(DocumentValues trigger, String namespace) {
    List<Part> parts = new ArrayList<>();
    for (DocumentValues each : trigger.maps("dependsOn")) {
      String upstream = Optional.ofNullable(each.text("namespace")).orElse(namespace);
      String flow = each.requiredText("flowId");
      List<Condition> all = new ArrayList<>();
      all.add(new ExecutionFlow(new FlowId(upstream, flow)));
      all.add(new ExecutionState(each.texts("states").orElse(GOOD_ENDS), List.of()));
      labels(each).ifPresent(all::add);
      String name = "%d_%s".formatted(parts.size(), flow);
      parts.add(new Part(name, new TriggerGuard(List.copyOf(all), each.text("when"))));
    }
    var window = new DocumentValues(trigger.map("window"));
    return new Join(
        "dependsOn",
        List.copyOf(parts),
        needed(trigger, parts.size()),
        new Window(Spelling.DEPENDENCIES, window.all()),
        window.flag("fireOnce") ? After.CLOSE : After.GO_ON,
        parts.size() > 1);
  }

  private static int needed(DocumentValues trigger, int all) {
    return switch (Optional.ofNullable(trigger.text("mode"))
        .orElse("ALL")
        .toUpperCase(Locale.ROOT)) {
      case "ANY" -> 1;
      case "AT_LEAST" ->
          trigger.value("minSatisfied") instanceof Number least
              ? Math.clamp(least.intValue(), 1, all)
              : 1;
      default -> all;
    };
  }
}
