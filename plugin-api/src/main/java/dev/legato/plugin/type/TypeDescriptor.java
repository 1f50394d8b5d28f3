package dev.legato.plugin.type;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an installed task.
 *
 * @param name the full name of today
 * @param aliases older full names that keep working
 * @param title one sentence: what the task does
 * @param description Markdown; empty when the title says it all
 * @param replacedBy what to use instead; absent when the task is not deprecated
 * @param properties in the order of the record's components
 * @param outputs in the order of the record's components
 */
public record TypeDescriptor(
    String name,
    List<String> aliases,
    String title,
    String description,
    @Nullable String replacedBy,
    List<PropertyDescriptor> properties,
    List<PropertyDescriptor> outputs) {
  /** The property with this name or alias. */
  public Optional<PropertyDescriptor> property(String nameOrAlias) {
    for (PropertyDescriptor property : properties) {
      if (property.name().equals(nameOrAlias) || property.aliases().contains(nameOrAlias)) {
        return Optional.of(property);
      }
    }
    return Optional.empty();
  }
}
