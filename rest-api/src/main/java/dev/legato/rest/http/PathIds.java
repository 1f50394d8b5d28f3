package dev.legato.rest.http;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;

/** Reads ids out of paths by one allow-list. */
public final class PathIds {
  private static final int MAX_LENGTH = 150;
  private static final int MAX_EXECUTION_LENGTH = 64;

  private PathIds() {}

  /** The flow that the segments {@code namespace} and the given one name. */
  public static FlowId flow(Call call, String idVariable) {
    return new FlowId(
        name(call.path("namespace"), "namespace"), name(call.path(idVariable), "flow id"));
  }

  /**
   * Checks a namespace or the id of a flow or a task.
   *
   * @throws Problem 422 when nothing can be called like that
   */
  public static String name(String text, String what) {
    boolean right =
        !text.isEmpty() && text.length() <= MAX_LENGTH && isLetterOrDigit(text.charAt(0));
    for (int i = 1; right && i < text.length(); i++) {
      char c = text.charAt(i);
      right = isLetterOrDigit(c) || c == '.' || c == '_' || c == '-';
    }
    if (!right) {
      throw Problem.illegalArgument(
          "a %s has letters, digits, '.', '_' and '-', begins with a letter or digit and is at most"
                  .formatted(what)
              + " %d characters long".formatted(MAX_LENGTH));
    }
    return text;
  }

  /**
   * The execution that a segment names.
   *
   * @throws Problem 404 when no execution can be called like that
   */
  public static ExecutionId execution(Call call, String variable) {
    String text = call.path(variable);
    boolean right = text.length() <= MAX_EXECUTION_LENGTH;
    for (int i = 0; right && i < text.length(); i++) {
      right = isLetterOrDigit(text.charAt(i));
    }
    if (!right) {
      throw noSuchExecution(text);
    }
    return new ExecutionId(text);
  }

  /** What clients are told about an execution that does not exist. */
  public static Problem noSuchExecution(String id) {
    return Problem.notFound("execution '%s' does not exist".formatted(id));
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
