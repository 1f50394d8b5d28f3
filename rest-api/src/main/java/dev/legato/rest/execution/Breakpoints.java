package dev.legato.rest.execution;

import dev.legato.model.execution.Breakpoint;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Breakpoints as clients write them: {@code taskId} or {@code taskId.value}, with commas between.
 */
final class Breakpoints {
  static final String PARAMETER = "breakpoints";
  static final String DESCRIPTION =
      "Tasks to stop before, each as taskId or taskId.value, with commas between";

  private Breakpoints() {}

  /** Empty when the client says nothing of breakpoints. */
  static Optional<List<Breakpoint>> given(Query query) {
    List<String> texts = query.all(PARAMETER);
    return texts.isEmpty() ? Optional.empty() : Optional.of(read(texts));
  }

  static List<Breakpoint> of(Query query) {
    return read(query.all(PARAMETER));
  }

  private static List<Breakpoint> read(List<String> texts) {
    var breakpoints = new ArrayList<Breakpoint>();
    for (String text : texts) {
      for (String one : text.split(",", -1)) {
        if (!one.isBlank()) {
          breakpoints.add(breakpoint(one.strip()));
        }
      }
    }
    return List.copyOf(breakpoints);
  }

  private static Breakpoint breakpoint(String text) {
    int dot = text.indexOf('.');
    if (dot == 0) {
      throw Problem.illegalArgument("a breakpoint must be written as taskId or taskId.value");
    }
    return dot < 0
        ? new Breakpoint(text, null)
        : new Breakpoint(text.substring(0, dot), text.substring(dot + 1));
  }
}
