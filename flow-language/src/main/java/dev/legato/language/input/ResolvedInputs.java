package dev.legato.language.input;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the inputs of a flow.
 *
 * @param inputs in the order of the flow
 */
public record ResolvedInputs(List<ResolvedInput> inputs) {
  public boolean isValid() {
    return inputs.stream().allMatch(input -> input.problems().isEmpty());
  }

  public List<InputProblem> problems() {
    return inputs.stream().flatMap(input -> input.problems().stream()).toList();
  }

  /** The values of enabled inputs, with dots in ids as nesting: what {@code inputs} shows. */
  public Map<String, @Nullable Object> values() {
    NestedValues values = new NestedValues();
    inputs.stream()
        .filter(ResolvedInput::enabled)
        .forEach(input -> values.put(input.definition().id(), input.value()));
    return values.asMap();
  }
}
