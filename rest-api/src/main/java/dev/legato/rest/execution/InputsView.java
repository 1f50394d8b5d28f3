package dev.legato.rest.execution;

import dev.legato.language.input.ResolvedInput;
import dev.legato.language.input.ResolvedInputs;
import dev.legato.model.flow.Check;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.InputDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would become of the inputs of an execution; every declared input is listed.
 *
 * @param checks those that do not hold, most severe first
 */
public record InputsView(
    String id, String namespace, List<InputView> inputs, List<CheckView> checks) {
  /**
   * One input.
   *
   * @param input as the flow defines it
   * @param enabled whether it is asked for, with the other inputs as they are
   * @param isDefault whether the value is not the caller's
   */
  public record InputView(
      Object input,
      @Nullable Object value,
      boolean enabled,
      boolean isDefault,
      List<ErrorView> errors) {}

  /** Why a value is refused. */
  public record ErrorView(String message) {}

  /** A check of the flow that does not hold. */
  public record CheckView(String message, Check.Behavior behavior, Check.Style style) {}

  static InputsView of(Flow flow, ResolvedInputs resolved, List<Check> failed) {
    return new InputsView(
        flow.id().id(),
        flow.id().namespace(),
        resolved.inputs().stream()
            .map(input -> view(definition(flow, input.definition()), input))
            .toList(),
        failed.stream()
            .map(check -> new CheckView(check.message(), check.behavior(), check.style()))
            .toList());
  }

  /** What would become of answers to a pause. */
  static InputsView ofAnswers(FlowId flow, ResolvedInputs resolved) {
    return new InputsView(
        flow.id(),
        flow.namespace(),
        resolved.inputs().stream()
            .map(input -> view(definition(input.definition()), input))
            .toList(),
        List.of());
  }

  /** An input that stands in something else than the list of the flow's inputs. */
  private static Map<Object, @Nullable Object> definition(InputDefinition input) {
    var definition = new LinkedHashMap<Object, @Nullable Object>();
    definition.put("id", input.id());
    definition.put("type", input.type().name());
    definition.put("required", input.required());
    if (input.displayName() != null) {
      definition.put("displayName", input.displayName());
    }
    if (input.description() != null) {
      definition.put("description", input.description());
    }
    definition.putAll(input.rules());
    if (definition.remove("labels") instanceof Map<?, ?> labels) {
      definition.computeIfPresent("values", (_, values) -> labelled(values, labels));
    }
    return definition;
  }

  /** Choices as authors write them: as values, or with labels for people. */
  private static Object labelled(Object values, Map<?, ?> labels) {
    var choices = new ArrayList<Object>();
    for (Object value : (List<?>) values) {
      Object label = labels.get(value);
      choices.add(label == null ? value : Map.of("label", label, "value", value));
    }
    return choices;
  }

  private static InputView view(Object definition, ResolvedInput input) {
    return new InputView(
        definition,
        input.value(),
        input.enabled(),
        input.isDefault(),
        input.problems().stream().map(problem -> new ErrorView(problem.message())).toList());
  }

  /** What the author wrote about an input, with its id also where it was called a name, in 2023. */
  private static Object definition(Flow flow, InputDefinition asked) {
    Map<Object, @Nullable Object> definition = definition(asked);
    String id = asked.id();
    if (flow.document().get("inputs") instanceof List<?> inputs) {
      for (Object input : inputs) {
        if (input instanceof Map<?, ?> map
            && (id.equals(map.get("id")) || id.equals(map.get("name")))) {
          definition.putAll(map);
        }
      }
    }
    return definition;
  }
}
