package dev.legato.model.flow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value that a flow asks for when it is started.
 *
 * @param id dots nest the value: {@code a.b} is read as {@code inputs.a.b}
 * @param defaults used when the caller gives no value; texts in it are templates
 * @param dependsOn ids of inputs that come first
 * @param condition whether the input is asked for at all; a template, absent means always
 * @param rules what else a value must obey, by the property's name in the flow document (such as
 *     {@code min}, {@code validator} or {@code values}), already checked for their own types
 */
public record InputDefinition(
    String id,
    InputType type,
    boolean required,
    @Nullable Object defaults,
    @Nullable Object prefill,
    @Nullable String description,
    @Nullable String displayName,
    List<String> dependsOn,
    @Nullable String condition,
    Map<String, @Nullable Object> rules) {

  /** The same input under other rules. */
  public InputDefinition withRules(Map<String, @Nullable Object> other) {
    return new InputDefinition(
        id,
        type,
        required,
        defaults,
        prefill,
        description,
        displayName,
        dependsOn,
        condition,
        other);
  }
}
