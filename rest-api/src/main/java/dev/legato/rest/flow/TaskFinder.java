package dev.legato.rest.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds a task in the document of a flow, however deep it is. */
final class TaskFinder {
  /** Properties that hold tasks, or hold maps and lists that do. */
  private static final Set<String> HOLDERS =
      Set.of(
          "tasks",
          "task",
          "errors",
          "finally",
          "_finally",
          "afterExecution",
          "listeners",
          "then",
          "else",
          "cases",
          "defaults",
          "onPause");

  private TaskFinder() {}

  /** The task as the author wrote it. */
  static Optional<Map<?, ?>> find(Map<?, ?> document, String id) {
    return document.entrySet().stream()
        .filter(entry -> entry.getKey() instanceof String name && HOLDERS.contains(name))
        .flatMap(entry -> in(entry.getValue(), id).stream())
        .findFirst();
  }

  private static Optional<Map<?, ?>> in(Object held, String id) {
    return switch (held) {
      case List<?> list -> list.stream().flatMap(element -> in(element, id).stream()).findFirst();
      case Map<?, ?> task when task.containsKey("type") ->
          id.equals(task.get("id")) ? Optional.of(task) : find(task, id);
      // an entry of a Dag, or the cases of a switch
      case Map<?, ?> map ->
          map.values().stream().flatMap(value -> in(value, id).stream()).findFirst();
      case null, default -> Optional.empty();
    };
  }
}
