package dev.legato.language.input;

import dev.legato.model.flow.InputDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one input.
 *
 * @param definition as the flow has it, with the values to choose from that its expression gives
 * @param value as it will be stored; null when there is none
 * @param enabled whether the input is asked for at all
 * @param isDefault whether the value is the default one
 */
public record ResolvedInput(
    InputDefinition definition,
    @Nullable Object value,
    boolean enabled,
    boolean isDefault,
    List<InputProblem> problems) {}
