package dev.legato.plugin;

import java.io.IOException;
import java.util.Optional;

/**
 * A trigger that looks every now and then. The properties {@code interval} and {@code maxInterval}
 * belong to each of them; implementations do not declare them.
 *
 * @param <O> a record whose components expressions of the execution see as {@code trigger.name}
 */
public non-sealed interface PollingTrigger<O extends Record> extends TriggerSource<O> {
  /**
   * Looks once, on a virtual thread of its own. One trigger is never asked twice at once.
   *
   * @return what an execution has to be started for; empty for nothing
   * @throws TaskFailure when it failed for a reason that people should read
   * @throws IOException when files or the network failed; its message is shown
   * @throws InterruptedException when nobody waits for the answer any more; give up at once
   */
  Optional<Finding<O>> poll(TriggerContext context)
      throws TaskFailure, IOException, InterruptedException;
}
