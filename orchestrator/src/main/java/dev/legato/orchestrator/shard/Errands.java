package dev.legato.orchestrator.shard;

import dev.legato.model.effect.Effect.Ask;
import dev.legato.model.effect.Effect.StartInPlaceOf;
import dev.legato.model.execution.Call;
import dev.legato.model.execution.Job;

/**
 * Whoever does what takes longer than a shard may wait but needs no worker. All methods return at
 * once, and the outcome comes back as a command. After a crash the same errands are given again.
 */
public interface Errands {
  /**
   * Starts other executions and sends {@code CompleteAttempt} when they have ended. A call that is
   * under way goes on as it is.
   */
  void run(Call call);

  /**
   * Gives a call up; its report still comes.
   *
   * @param cascade whether the executions that it has started are stopped, too
   */
  void kill(Job.Key call, boolean cascade);

  /** Finds something out and sends {@code ProvideAnswer}. */
  void ask(Ask question);

  /** Creates an execution unless it exists, then sends {@code ConfirmNewExecution}. */
  void start(StartInPlaceOf successor);
}
