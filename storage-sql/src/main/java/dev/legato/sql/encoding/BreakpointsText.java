package dev.legato.sql.encoding;

import dev.legato.model.execution.Breakpoint;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Breakpoints as text: {@code [[task id, value], …]}, null for none. */
public final class BreakpointsText {
  private BreakpointsText() {}

  public static @Nullable String encode(List<Breakpoint> breakpoints) {
    if (breakpoints.isEmpty()) {
      return null;
    }
    return JsonText.encode(
        breakpoints.stream().map(it -> Arrays.asList(it.taskId(), it.value())).toList());
  }

  public static List<Breakpoint> decode(@Nullable String text) {
    return text == null
        ? List.of()
        : JsonText.decodeList(text).stream().map(BreakpointsText::breakpoint).toList();
  }

  private static Breakpoint breakpoint(Object entry) {
    if (entry instanceof List<?> pair
        && pair.size() == 2
        && pair.getFirst() instanceof String taskId
        && (pair.getLast() == null || pair.getLast() instanceof String)) {
      return new Breakpoint(taskId, (String) pair.getLast());
    }
    throw new IllegalStateException("Expected a task's id and a value, but read " + entry);
  }
}
