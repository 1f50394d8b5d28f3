package dev.legato.server.service;

import dev.legato.model.flow.TriggerEvent.Listening;
import dev.legato.model.flow.TriggerEvent.Polling;
import dev.legato.orchestrator.trigger.PluginTriggers;
import dev.legato.plugin.Finding;
import dev.legato.plugin.TaskFailure;
import dev.legato.worker.TriggerFailure;
import dev.legato.worker.TriggerFinding;
import dev.legato.worker.TriggerRunner;
import dev.legato.worker.TriggerWork;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The worker of this process, as the scheduler sees it. */
public final class WorkerTriggers implements PluginTriggers {
  private final TriggerRunner runner;
  private final String worker;

  /**
   * @param worker who it is, as people see it
   */
  public WorkerTriggers(TriggerRunner runner, String worker) {
    this.runner = runner;
    this.worker = worker;
  }

  @Override
  public String worker() {
    return worker;
  }

  @Override
  public Optional<Sighting> look(Assignment assignment)
      throws EvaluationException, InterruptedException {
    try {
      return runner.look(work(assignment)).map(WorkerTriggers::sighting);
    } catch (TriggerFailure e) {
      throw new EvaluationException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public void listen(Assignment assignment, Listener listener)
      throws EvaluationException, InterruptedException {
    try {
      runner.listen(work(assignment), finding -> listener.hear(sighting(finding)));
    } catch (TriggerFailure e) {
      throw new EvaluationException(String.valueOf(e.getMessage()), e);
    }
  }

  private static TriggerWork work(Assignment assignment) {
    var trigger = assignment.trigger();
    return switch (trigger.event()) {
      case Polling(var type, var properties, _, _) -> work(assignment, type, properties);
      case Listening(var type, var properties) -> work(assignment, type, properties);
      default ->
          throw new IllegalStateException(
              "Expected a trigger of a plugin, but '%s' is of kind %s"
                  .formatted(trigger.id(), trigger.event().kind()));
    };
  }

  private static TriggerWork work(
      Assignment assignment, String type, Map<String, @Nullable Object> properties) {
    var trigger = assignment.trigger();
    return new TriggerWork(
        assignment.flow().id(),
        trigger.id(),
        type,
        properties,
        trigger.logLevel(),
        trigger.logToFile(),
        assignment.variables(),
        assignment.upcoming());
  }

  private static Sighting sighting(TriggerFinding finding) {
    return new Sighting(
        finding.outputs(), finding.key(), () -> complete(finding.afterwards()), finding.logFile());
  }

  private static void complete(Finding.Afterwards afterwards)
      throws EvaluationException, InterruptedException {
    try {
      afterwards.run();
    } catch (TaskFailure | IOException e) {
      throw new EvaluationException(String.valueOf(e.getMessage()), e);
    }
  }
}
