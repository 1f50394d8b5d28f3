package dev.legato.engine;

import dev.legato.model.flow.FlowId;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a listener hears of: its own execution, which has just ended. */
final class ListenerFacts implements Conditions.Facts {
  private final ExecutionState state;
  private final Values values;

  ListenerFacts(Turn turn) {
    this.state = turn.state();
    this.values = new Values(turn, null);
  }

  @Override
  public FlowId own() {
    return state.flow();
  }

  @Override
  public Optional<Conditions.Subject> subject() {
    Map<String, @Nullable Object> outputs = state.header().outputs();
    var retried = new LinkedHashSet<String>();
    state.retriedAttempts().forEach(status -> retried.add(status.name()));
    return Optional.of(
        new Conditions.Subject(
            state.flow(),
            state.status().name(),
            state.header().labels(),
            outputs == null ? Map.of() : outputs,
            retried));
  }

  @Override
  public String text(String template) throws EvaluationFailure {
    return values.textAtOnce(template);
  }

  @Override
  public String textOfOutputs(String template) throws EvaluationFailure {
    Map<String, @Nullable Object> outputs = state.header().outputs();
    return values.textAtOnce(
        template, Map.of("trigger", Map.of("outputs", outputs == null ? Map.of() : outputs)));
  }
}
