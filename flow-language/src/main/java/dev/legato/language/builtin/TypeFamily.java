package dev.legato.language.builtin;

import dev.legato.plugin.type.TypeDescriptor;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Types of one kind, such as all triggers. A type is found by its full name, by its older names and
 * by their short forms, the names without {@code io.kestra.plugin.}.
 */
public final class TypeFamily {
  private static final String SHORT_FORM_OMITS = "io.kestra.plugin.";

  private final List<TypeDescriptor> types;
  private final Map<String, TypeDescriptor> bySpelling = new HashMap<>();

  TypeFamily(Collection<TypeDescriptor> types) {
    this.types = List.copyOf(types);
    for (TypeDescriptor type : this.types) {
      add(type.name(), type);
      type.aliases().forEach(alias -> add(alias, type));
    }
  }

  private void add(String name, TypeDescriptor type) {
    bySpelling.put(name, type);
    shortForm(name).ifPresent(shorter -> bySpelling.put(shorter, type));
  }

  /** In the order in which pages show them. */
  public List<TypeDescriptor> types() {
    return types;
  }

  /** The type with this name, in any of its spellings. */
  public Optional<TypeDescriptor> find(String spelling) {
    return Optional.ofNullable(bySpelling.get(spelling));
  }

  /** The full names of today. */
  public List<String> names() {
    return types.stream().map(TypeDescriptor::name).toList();
  }

  /** The name without {@code io.kestra.plugin.}; empty for names that do not begin so. */
  public static Optional<String> shortForm(String name) {
    return name.startsWith(SHORT_FORM_OMITS)
        ? Optional.of(name.substring(SHORT_FORM_OMITS.length()))
        : Optional.empty();
  }
}
