package dev.legato.worker;

import dev.legato.plugin.Finding;
import dev.legato.plugin.PollingTrigger;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TriggerContext;
import dev.legato.plugin.TriggerType;
import java.io.IOException;
import java.util.Optional;

/** A trigger that does what the test says. */
@TriggerType(value = "test.ScriptedTrigger", title = "Looks as the test says.")
public record ScriptedTrigger(Object body) implements PollingTrigger<ScriptedTrigger.Seen> {
  /** What it sees. */
  public record Seen(String what) {}

  /** What a look does. */
  @FunctionalInterface
  public interface Body {
    Optional<Finding<Seen>> look(TriggerContext context)
        throws TaskFailure, IOException, InterruptedException;
  }

  @Override
  public Optional<Finding<Seen>> poll(TriggerContext context)
      throws TaskFailure, IOException, InterruptedException {
    return ((Body) body).look(context);
  }
}
