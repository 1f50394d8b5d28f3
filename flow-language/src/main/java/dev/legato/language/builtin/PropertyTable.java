package dev.legato.language.builtin;

import dev.legato.plugin.type.PropertyDescriptor;
import dev.legato.plugin.type.PropertyType;
import dev.legato.plugin.type.PropertyType.FlowPart;
import dev.legato.plugin.type.PropertyType.ListOf;
import dev.legato.plugin.type.PropertyType.MapOf;
import dev.legato.plugin.type.PropertyType.OneOf;
import dev.legato.plugin.type.PropertyType.Scalar;
import dev.legato.plugin.type.PropertyType.Section;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes properties, one call for each. {@link #required}, {@link #orElse}, {@link #aliases} and
 * {@link #deprecated} say more about the property described last.
 */
final class PropertyTable {
  static final PropertyType TASKS = new ListOf(FlowPart.TASK);
  static final PropertyType TEXTS = new ListOf(Scalar.TEXT);
  static final PropertyType CONDITIONS = new ListOf(FlowPart.CONDITION);
  static final PropertyType VALUES = new MapOf(Scalar.ANY);

  private final List<Row> rows = new ArrayList<>();

  private static final class Row {
    final String name;
    final PropertyType type;
    final boolean rendered;
    final String title;
    List<String> aliases = List.of();
    boolean required;
    @Nullable Object defaultValue;
    String deprecation = "";

    Row(String name, PropertyType type, boolean rendered, String title) {
      this.name = name;
      this.type = type;
      this.rendered = rendered;
      this.title = title;
    }

    PropertyDescriptor descriptor() {
      return new PropertyDescriptor(
          name, aliases, type, required, rendered, defaultValue, title, deprecation);
    }
  }

  static PropertyTable describe() {
    return new PropertyTable();
  }

  List<PropertyDescriptor> list() {
    return rows.stream().map(Row::descriptor).toList();
  }

  /** The table as the type of a property. */
  PropertyType section() {
    return new Section(list());
  }

  /** A property that is taken as it is written. */
  PropertyTable property(String name, PropertyType type, String title) {
    rows.add(new Row(name, type, false, title));
    return this;
  }

  /** A property whose texts are rendered. */
  PropertyTable template(String name, PropertyType type, String title) {
    rows.add(new Row(name, type, true, title));
    return this;
  }

  PropertyTable text(String name, String title) {
    return property(name, Scalar.TEXT, title);
  }

  PropertyTable template(String name, String title) {
    return template(name, Scalar.TEXT, title);
  }

  PropertyTable flag(String name, boolean absent, String title) {
    return property(name, Scalar.BOOLEAN, title).orElse(absent);
  }

  PropertyTable duration(String name, String title) {
    return property(name, Scalar.DURATION, title);
  }

  PropertyTable choice(String name, List<String> names, String title) {
    return property(name, new OneOf(names), title);
  }

  PropertyTable tasks(String name, String title) {
    return property(name, TASKS, title);
  }

  PropertyTable required() {
    rows.getLast().required = true;
    return this;
  }

  PropertyTable orElse(Object absent) {
    rows.getLast().defaultValue = absent;
    return this;
  }

  PropertyTable aliases(String... names) {
    rows.getLast().aliases = List.of(names);
    return this;
  }

  /**
   * @param remedy a sentence
   */
  PropertyTable deprecated(String remedy) {
    rows.getLast().deprecation = remedy;
    return this;
  }
}
