package dev.legato.plugin;

import java.io.IOException;

/**
 * A trigger that listens all the time and starts an execution for each thing that it hears.
 *
 * @param <O> a record whose components expressions of the execution see as {@code trigger.name}
 */
public non-sealed interface RealtimeTrigger<O extends Record> extends TriggerSource<O> {
  /**
   * Listens until it is interrupted, on a virtual thread of its own. It is called again when it
   * returns or fails, after a while.
   *
   * @param executions where to send what was heard, in order
   * @throws TaskFailure when it failed for a reason that people should read
   * @throws IOException when the network failed; its message is shown
   * @throws InterruptedException when it is to stop; give up at once
   */
  void listen(TriggerContext context, Emitter<O> executions)
      throws TaskFailure, IOException, InterruptedException;
}
