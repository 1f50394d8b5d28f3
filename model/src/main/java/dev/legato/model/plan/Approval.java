package dev.legato.model.plan;

/**
 * A decision that a pause asks for. Among the answers of whoever resumes it are {@code decision}
 * and {@code comment}; its children find them among its outputs, and run whatever the decision is.
 *
 * @param auto a template; nobody is asked when it renders to something true
 * @param url a template that renders to where people decide
 * @param approved how the task run ends then
 */
public record Approval(String auto, String url, Ending approved, Ending denied, Ending expired) {
  /** How it was decided. */
  public enum Decision {
    APPROVED,
    DENIED,
    /** Nobody decided in time. */
    EXPIRED
  }

  /** How a task run ends, if its children do not end worse. */
  public enum Ending {
    SUCCESS,
    WARNING,
    FAILED
  }

  /** How a task run with this decision ends. */
  public Ending endsIn(Decision decision) {
    return switch (decision) {
      case APPROVED -> approved;
      case DENIED -> denied;
      case EXPIRED -> expired;
    };
  }
}
