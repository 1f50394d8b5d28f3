package dev.legato.orchestrator.trigger;

import java.util.Optional;

/** What is done for triggers of plugins where there are no plugins: nothing. */
final class NoPluginTriggers implements PluginTriggers {
  @Override
  public String worker() {
    return "none";
  }

  @Override
  public Optional<Sighting> look(Assignment assignment) throws EvaluationException {
    throw missing(assignment);
  }

  @Override
  public void listen(Assignment assignment, Listener listener) throws EvaluationException {
    throw missing(assignment);
  }

  private static EvaluationException missing(Assignment assignment) {
    return new EvaluationException(
        "No installed plugin has the trigger type '%s'.".formatted(assignment.trigger().type()),
        null);
  }
}
