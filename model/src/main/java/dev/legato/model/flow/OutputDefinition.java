package dev.legato.model.flow;

import org.jspecify.annotations.Nullable;

/**
 * A value that a flow hands to whoever started it.
 *
 * @param value any JSON value whose texts are templates
 * @param required whether a value that cannot be rendered fails the execution; else it is null
 */
public record OutputDefinition(
    String id,
    InputType type,
    @Nullable Object value,
    boolean required,
    @Nullable String description,
    @Nullable String displayName) {
  /** The same, but null when it cannot be rendered. */
  public OutputDefinition optional() {
    return new OutputDefinition(id, type, value, false, description, displayName);
  }
}
