package dev.legato.rest.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds a task in the document of a flow, however deep it is. */
public final class TaskFinder {
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
    return all(document).filter(task -> id.equals(task.get("id"))).findFirst();
  }

  /** All tasks as the author wrote them, in the order of the document, groups before members. */
  public static Stream<Map<?, ?>> all(Map<?, ?> document) {
    return document.entrySet().stream()
        .filter(entry -> entry.getKey() instanceof String name && HOLDERS.contains(name))
        .flatMap(entry -> in(entry.getValue()));
  }

  private static Stream<Map<?, ?>> in(@Nullable Object held) {
    return switch (held) {
      case List<?> list -> list.stream().flatMap(TaskFinder::in);
      case Map<?, ?> task when task.containsKey("type") ->
          Stream.concat(Stream.of(task), all(task));
      // an entry of a Dag, or the cases of a switch
      case Map<?, ?> map -> map.values().stream().flatMap(TaskFinder::in);
      case null, default -> Stream.empty();
    };
  }
}
