package dev.legato.plugin.type;

import java.util.List;

/**
 * One of the things that a property with a {@code type} can hold.
 *
 * @param name the full name of today
 * @param aliases older full names that keep working
 * @param title one sentence: what it is
 * @param properties beside {@code type}
 */
public record ComponentVariant(
    String name, List<String> aliases, String title, List<PropertyDescriptor> properties) {
  private static final String SHORT_FORM_OMITS = "io.kestra.plugin.";

  /** Whether the name, in any of its spellings, means this one. */
  public boolean isCalled(String nameOrAlias) {
    return name.equals(nameOrAlias)
        || name.equals(SHORT_FORM_OMITS + nameOrAlias)
        || aliases.contains(nameOrAlias);
  }
}
