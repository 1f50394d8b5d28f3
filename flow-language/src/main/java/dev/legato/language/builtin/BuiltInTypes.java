package dev.legato.language.builtin;

import java.util.List;
import java.util.stream.Stream;

/** All types that the language itself offers, by kind. */
public final class BuiltInTypes {
  /** Tasks that the engine runs itself. */
  public static final TypeFamily TASKS =
      new TypeFamily(Stream.of(ControlTask.values()).map(ControlTask::descriptor).toList());

  public static final TypeFamily TRIGGERS =
      new TypeFamily(TriggerTables.all().stream().map(TypeTable::descriptor).toList());

  public static final TypeFamily CONDITIONS =
      new TypeFamily(ConditionTables.all().stream().map(TypeTable::descriptor).toList());

  private BuiltInTypes() {}

  /** Tasks, triggers and conditions. */
  public static List<TypeFamily> all() {
    return List.of(TASKS, TRIGGERS, CONDITIONS);
  }
}
