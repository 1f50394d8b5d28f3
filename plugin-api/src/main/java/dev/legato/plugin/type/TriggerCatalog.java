package dev.legato.plugin.type;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The types of triggers that plugins bring, found by their names as tasks are in a {@link
 * TypeCatalog}. Safe to use from any thread.
 */
public final class TriggerCatalog {
  private final InstalledTypes<TriggerBinder> types;

  private TriggerCatalog(InstalledTypes<TriggerBinder> types) {
    this.types = types;
  }

  static TriggerCatalog of(List<ClassLoader> loaders) {
    return new TriggerCatalog(InstalledTypes.of(loaders, TypeIndex.TRIGGERS, TriggerClass::load));
  }

  /**
   * The type with this name, in any of its spellings.
   *
   * @throws IllegalStateException when its plugin is broken
   */
  public Optional<TypeDescriptor> find(String name) {
    return binder(name).map(TriggerBinder::descriptor);
  }

  /**
   * What makes triggers of the type with this name, in any of its spellings.
   *
   * @throws IllegalStateException when its plugin is broken
   */
  public Optional<TriggerBinder> binder(String name) {
    return types.binder(name);
  }

  /** The names of today, one for each type. */
  public SortedSet<String> canonicalNames() {
    return types.canonicalNames();
  }

  /** All full names, older ones included. */
  public SortedSet<String> names() {
    return types.names();
  }
}
