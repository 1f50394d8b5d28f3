package dev.legato.plugin.type;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Types of one kind by their names; each is loaded when it is first asked for. */
final class InstalledTypes<B> {
  private static final String SHORT_FORM_OMITS = "io.kestra.plugin.";

  private final BiFunction<TypeIndex.Entry, ClassLoader, B> load;
  private final Map<String, InstalledType> byName = new HashMap<>();
  private final SortedSet<String> canonicalNames = new TreeSet<>();

  private InstalledTypes(BiFunction<TypeIndex.Entry, ClassLoader, B> load) {
    this.load = load;
  }

  /**
   * The types that these loaders see. When two claim the same name, the earlier loader wins.
   *
   * @param resource the list of them in a jar
   */
  static <B> InstalledTypes<B> of(
      List<ClassLoader> loaders,
      String resource,
      BiFunction<TypeIndex.Entry, ClassLoader, B> load) {
    InstalledTypes<B> types = new InstalledTypes<>(load);
    for (ClassLoader loader : loaders) {
      for (TypeIndex.Entry entry : TypeIndex.read(loader, resource)) {
        types.add(entry, loader);
      }
    }
    return types;
  }

  private void add(TypeIndex.Entry entry, ClassLoader loader) {
    InstalledType type = new InstalledType(entry, loader);
    if (byName.putIfAbsent(entry.name(), type) == null) {
      canonicalNames.add(entry.name());
    }
    entry.aliases().forEach(alias -> byName.putIfAbsent(alias, type));
  }

  Optional<B> binder(String name) {
    return Optional.ofNullable(installed(name)).map(InstalledType::binder);
  }

  Optional<String> canonicalName(String name) {
    return Optional.ofNullable(installed(name)).map(type -> type.entry.name());
  }

  private @Nullable InstalledType installed(String name) {
    InstalledType type = byName.get(name);
    return type != null ? type : byName.get(SHORT_FORM_OMITS + name);
  }

  SortedSet<String> canonicalNames() {
    return Collections.unmodifiableSortedSet(canonicalNames);
  }

  SortedSet<String> names() {
    return new TreeSet<>(byName.keySet());
  }

  /** Loads its class once; doing it twice in a race is harmless. */
  private final class InstalledType {
    private final TypeIndex.Entry entry;
    private final ClassLoader loader;
    private volatile @Nullable B binder;

    InstalledType(TypeIndex.Entry entry, ClassLoader loader) {
      this.entry = entry;
      this.loader = loader;
    }

    B binder() {
      B known = binder;
      if (known == null) {
        known = load.apply(entry, loader);
        binder = known;
      }
      return known;
    }
  }
}
