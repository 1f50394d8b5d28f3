package dev.legato.model.execution;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What started an execution, other than a person.
 *
 * @param id of the trigger or of the calling task
 * @param type of the trigger or of the calling task
 * @param variables what expressions see as {@code trigger}
 * @param logFile the URI of a file in internal storage with the log of the look that started it,
 *     when the lines are kept in one
 */
public record ExecutionOrigin(
    String id, String type, Map<String, @Nullable Object> variables, @Nullable String logFile) {
  public ExecutionOrigin(String id, String type, Map<String, @Nullable Object> variables) {
    this(id, type, variables, null);
  }
}
