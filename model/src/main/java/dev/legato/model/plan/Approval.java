package dev.legato.model.plan;

import dev.legato.model.execution.TaskRunStatus;

/**
 * A decision that a pause asks for. Among the answers of whoever resumes it are {@code decision}
 * and {@code comment}; its children find them among its outputs, and run whatever the decision is.
 *
 * @param auto a template; nobody is asked when it renders to something true
 * @param url a template that renders to where people decide
 * @param approved what the task run ends in then, if its children do not end worse
 */
public record Approval(
    String auto, String url, TaskRunStatus approved, TaskRunStatus denied, TaskRunStatus expired) {
  /** How it was decided. */
  public enum Decision {
    APPROVED,
    DENIED,
    /** Nobody decided in time. */
    EXPIRED
  }

  /** What a task run with this decision ends in. */
  public TaskRunStatus endsIn(Decision decision) {
    return switch (decision) {
      case APPROVED -> approved;
      case DENIED -> denied;
      case EXPIRED -> expired;
    };
  }
}
