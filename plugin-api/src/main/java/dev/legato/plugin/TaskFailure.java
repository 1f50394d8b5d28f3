package dev.legato.plugin;

import org.jspecify.annotations.Nullable;

/** The work failed; the message tells people why and what to do. */
public final class TaskFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Record outputs;

  public TaskFailure(String message) {
    this(message, null, null);
  }

  public TaskFailure(String message, @Nullable Throwable cause) {
    this(message, cause, null);
  }

  /**
   * A failure that nevertheless produced something.
   *
   * @param outputs kept as the task run's outputs
   */
  public TaskFailure(String message, @Nullable Throwable cause, @Nullable Record outputs) {
    super(message, cause);
    this.outputs = outputs;
  }

  public @Nullable Record outputs() {
    return outputs;
  }
}
