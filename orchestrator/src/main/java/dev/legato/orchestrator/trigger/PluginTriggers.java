package dev.legato.orchestrator.trigger;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.Trigger;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lets the triggers of plugins look and listen, which a worker does. */
public interface PluginTriggers {
  /** An installation without plugins. */
  PluginTriggers NONE = new NoPluginTriggers();

  /** Who does it, as people see it. */
  String worker();

  /**
   * Looks once; may take long.
   *
   * @throws EvaluationException when it could not look
   * @throws InterruptedException when the calling thread was interrupted
   */
  Optional<Sighting> look(Assignment assignment) throws EvaluationException, InterruptedException;

  /**
   * Listens until the calling thread is interrupted.
   *
   * @throws EvaluationException when it has stopped to listen
   * @throws InterruptedException when the calling thread was interrupted
   */
  void listen(Assignment assignment, Listener listener)
      throws EvaluationException, InterruptedException;

  /**
   * What has to be looked for.
   *
   * @param trigger of a plugin
   * @param variables what its templates see
   * @param upcoming the execution that the next sighting starts
   */
  record Assignment(
      Flow flow,
      Trigger trigger,
      Map<String, @Nullable Object> variables,
      Supplier<ExecutionId> upcoming) {}

  /**
   * Something to start an execution for.
   *
   * @param variables what expressions see as {@code trigger}
   * @param key the same key starts one execution, however often it is seen; absent when each is new
   * @param afterwards what is left to do once the execution exists
   * @param logFile the URI of the file with the log of the look, when it is kept in one
   */
  record Sighting(
      Map<String, @Nullable Object> variables,
      @Nullable String key,
      Completion afterwards,
      @Nullable String logFile) {}

  /** What is left to do. */
  @FunctionalInterface
  interface Completion {
    void run() throws EvaluationException, InterruptedException;
  }

  /** Hears what is seen while somebody listens. */
  @FunctionalInterface
  interface Listener {
    /**
     * Returns when the execution exists.
     *
     * @throws InterruptedException when it is to stop; then none was started
     */
    void hear(Sighting sighting) throws InterruptedException;
  }

  /** It did not work; the message is for people. */
  final class EvaluationException extends Exception {
    private static final long serialVersionUID = 1L;

    public EvaluationException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
