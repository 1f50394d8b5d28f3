package dev.legato.plugin.type;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * All installed task types, and beside them the {@linkplain #triggers types of triggers}. A type is
 * found by its full name, by its older names and by its short form, the full name without {@code
 * io.kestra.plugin.}; its class is loaded when it is first asked for. Safe to use from any thread.
 */
public final class TypeCatalog {
  private final InstalledTypes<TaskBinder> tasks;
  private final TriggerCatalog triggers;

  private TypeCatalog(InstalledTypes<TaskBinder> tasks, TriggerCatalog triggers) {
    this.tasks = tasks;
    this.triggers = triggers;
  }

  /**
   * The types that these loaders see. When two claim the same name, the earlier loader wins.
   *
   * @throws java.io.UncheckedIOException when a jar cannot be read
   */
  public static TypeCatalog of(List<ClassLoader> loaders) {
    return new TypeCatalog(
        InstalledTypes.of(loaders, TypeIndex.TASKS, TaskClass::load), TriggerCatalog.of(loaders));
  }

  /** The types of triggers that plugins bring. */
  public TriggerCatalog triggers() {
    return triggers;
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
    return tasks.binder(name);
  }

  /** The name of today of the type with this name, in any of its spellings; loads nothing. */
  public Optional<String> canonicalName(String name) {
    return tasks.canonicalName(name);
  }

  /** The names of today, one for each type. */
  public SortedSet<String> canonicalNames() {
    return tasks.canonicalNames();
  }

  /** All full names, older ones included. */
  public SortedSet<String> names() {
    return tasks.names();
  }
}
