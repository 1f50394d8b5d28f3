package dev.legato.rest.plugin;

import dev.legato.language.builtin.BuiltInTypes;
import dev.legato.plugin.type.TypeCatalog;
import dev.legato.plugin.type.TypeDescriptor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All types that flows of this installation can use: built-in ones and those of plugins. */
final class TypeLibrary {
  private static final Logger log = LoggerFactory.getLogger(TypeLibrary.class);

  private final TypeCatalog plugins;

  TypeLibrary(TypeCatalog plugins) {
    this.plugins = plugins;
  }

  /** Sorted by name. A type whose plugin is broken is left out. */
  List<TypeDescriptor> tasks() {
    return Stream.concat(
            BuiltInTypes.TASKS.types().stream(),
            plugins.canonicalNames().stream().flatMap(name -> load(plugins::find, name).stream()))
        .sorted(Comparator.comparing(TypeDescriptor::name))
        .toList();
  }

  List<TypeDescriptor> triggers() {
    return Stream.concat(
            BuiltInTypes.TRIGGERS.types().stream(),
            plugins.triggers().canonicalNames().stream()
                .flatMap(name -> load(plugins.triggers()::find, name).stream()))
        .toList();
  }

  List<TypeDescriptor> conditions() {
    return BuiltInTypes.CONDITIONS.types();
  }

  /** The type with that name, in any of its spellings. */
  Optional<TypeDescriptor> find(String name) {
    return BuiltInTypes.all().stream()
        .flatMap(family -> family.find(name).stream())
        .findFirst()
        .or(() -> load(plugins::find, name))
        .or(() -> load(plugins.triggers()::find, name));
  }

  /** One broken plugin must not take all others from the reader. */
  private static Optional<TypeDescriptor> load(
      Function<String, Optional<TypeDescriptor>> types, String name) {
    try {
      return types.apply(name);
    } catch (IllegalStateException e) {
      log.atWarn().addKeyValue("type", name).setCause(e).log("a plugin cannot be described");
      return Optional.empty();
    }
  }
}
