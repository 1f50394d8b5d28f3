package dev.legato.plugin.type;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All installed task types. A type is found by its full name, by its older names and by its short
 * form, the full name without {@code io.kestra.plugin.}; its class is loaded when it is first asked
 * for. Safe to use from any thread.
 */
public final class TypeCatalog {
  private static final String SHORT_FORM_OMITS = "io.kestra.plugin.";

  private final Map<String, InstalledType> byName = new HashMap<>();
  private final SortedSet<String> canonicalNames = new TreeSet<>();

  private TypeCatalog() {}

  /**
   * The types that these loaders see. When two claim the same name, the earlier loader wins.
   *
   * @throws java.io.UncheckedIOException when a jar cannot be read
   */
  public static TypeCatalog of(List<ClassLoader> loaders) {
    TypeCatalog catalog = new TypeCatalog();
    for (ClassLoader loader : loaders) {
      for (TypeIndex.Entry entry : TypeIndex.read(loader)) {
        catalog.add(entry, loader);
      }
    }
    return catalog;
  }

  private void add(TypeIndex.Entry entry, ClassLoader loader) {
    InstalledType type = new InstalledType(entry, loader);
    if (byName.putIfAbsent(entry.name(), type) == null) {
      canonicalNames.add(entry.name());
    }
    entry.aliases().forEach(alias -> byName.putIfAbsent(alias, type));
  }

  /**
   * The type with this name, in any of its spellings.
   *
   * @throws IllegalStateException when its plugin is broken
   */
  public Optional<TypeDescriptor> find(String name) {
    return binder(name).map(TaskBinder::descriptor);
  }

  /**
   * What makes tasks of the type with this name, in any of its spellings.
   *
   * @throws IllegalStateException when its plugin is broken
   */
  public Optional<TaskBinder> binder(String name) {
    return Optional.ofNullable(installed(name)).map(InstalledType::binder);
  }

  /** The name of today of the type with this name, in any of its spellings; loads nothing. */
  public Optional<String> canonicalName(String name) {
    return Optional.ofNullable(installed(name)).map(type -> type.entry.name());
  }

  private @Nullable InstalledType installed(String name) {
    InstalledType type = byName.get(name);
    return type != null ? type : byName.get(SHORT_FORM_OMITS + name);
  }

  /** The names of today, one for each type. */
  public SortedSet<String> canonicalNames() {
    return Collections.unmodifiableSortedSet(canonicalNames);
  }

  /** All full names, older ones included. */
  public SortedSet<String> names() {
    return new TreeSet<>(byName.keySet());
  }

  /** Loads its class once; doing it twice in a race is harmless. */
  private static final class InstalledType {
    private final TypeIndex.Entry entry;
    private final ClassLoader loader;
    private volatile @Nullable TaskBinder binder;

    InstalledType(TypeIndex.Entry entry, ClassLoader loader) {
      this.entry = entry;
      this.loader = loader;
    }

    TaskBinder binder() {
      TaskBinder known = binder;
      if (known == null) {
        known = TaskClass.load(entry, loader);
        binder = known;
      }
      return known;
    }
  }
}
