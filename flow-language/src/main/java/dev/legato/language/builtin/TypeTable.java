package dev.legato.language.builtin;

import dev.legato.plugin.type.TypeDescriptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes one type: what it is called, what it does, and its own properties. */
final class TypeTable {
  private static final String PACKAGE = "io.kestra.plugin.core.";

  private final String name;
  private final String title;
  private List<String> aliases = List.of();
  private String description = "";
  private @Nullable String replacedBy;
  private PropertyTable properties = PropertyTable.describe();
  private PropertyTable outputs = PropertyTable.describe();

  private TypeTable(String name, String title) {
    this.name = name;
    this.title = title;
  }

  /**
   * @param name without the package of the core types
   * @param title one sentence
   */
  static TypeTable type(String name, String title) {
    return new TypeTable(PACKAGE + name, title);
  }

  /** Older full names that keep working. */
  TypeTable aliases(String... names) {
    this.aliases = List.of(names);
    return this;
  }

  /** What people need to know beyond the title, in Markdown. */
  TypeTable description(String markdown) {
    this.description = markdown;
    return this;
  }

  /**
   * @param successor without the package of the core types
   */
  TypeTable replacedBy(String successor) {
    this.replacedBy = PACKAGE + successor;
    return this;
  }

  TypeTable properties(PropertyTable table) {
    this.properties = table;
    return this;
  }

  TypeTable outputs(PropertyTable table) {
    this.outputs = table;
    return this;
  }

  TypeDescriptor descriptor() {
    return new TypeDescriptor(
        name, aliases, title, withExample(), replacedBy, properties.list(), outputs.list());
  }

  private String withExample() {
    String text = description.isEmpty() ? "" : description + "\n\n";
    return Examples.of(name).map(yaml -> text + "```yaml\n" + yaml + "```\n").orElse(description);
  }
}
