package dev.legato.plugin.type;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a property or of an output.
 *
 * @param aliases older names that keep working
 * @param required whether the author must give it; never so for outputs
 * @param rendered whether texts in the value are templates
 * @param defaultValue a JSON value; absent for none
 * @param title one sentence; empty when nobody wrote one
 * @param deprecation what to use instead, as a sentence; empty when the property is not deprecated
 * @param renderedByTask whether the task renders templates in the value itself
 */
public record PropertyDescriptor(
    String name,
    List<String> aliases,
    PropertyType type,
    boolean required,
    boolean rendered,
    @Nullable Object defaultValue,
    String title,
    String deprecation,
    boolean renderedByTask) {
  /** One that is not deprecated. */
  public PropertyDescriptor(
      String name,
      List<String> aliases,
      PropertyType type,
      boolean required,
      boolean rendered,
      @Nullable Object defaultValue,
      String title) {
    this(name, aliases, type, required, rendered, defaultValue, title, "");
  }

  /** One whose templates are rendered before the task starts. */
  public PropertyDescriptor(
      String name,
      List<String> aliases,
      PropertyType type,
      boolean required,
      boolean rendered,
      @Nullable Object defaultValue,
      String title,
      String deprecation) {
    this(name, aliases, type, required, rendered, defaultValue, title, deprecation, false);
  }
}
