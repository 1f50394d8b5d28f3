package dev.legato.orchestrator.execution;

import dev.legato.language.input.InputReader;
import dev.legato.language.input.ResolvedInputs;
import dev.legato.model.command.Command.ResumeExecution;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.InputDefinition;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step.PauseStep;
import dev.legato.orchestrator.execution.Action.Resume;
import dev.legato.orchestrator.execution.ActionOutcome.FlowInvalid;
import dev.legato.orchestrator.execution.ActionOutcome.InvalidInputs;
import dev.legato.orchestrator.execution.ActionOutcome.Refused;
import dev.legato.orchestrator.shard.PlanSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends pauses, with checked answers to what they ask. */
final class Resumption {
  private final PlanSource plans;
  private final InputReader inputs;
  private final Gateway gateway;

  Resumption(PlanSource plans, InputReader inputs, Gateway gateway) {
    this.plans = plans;
    this.inputs = inputs;
    this.gateway = gateway;
  }

  ActionOutcome resume(StoredExecution found, Resume resume) {
    String taskRunId = resume.taskRunId();
    if (taskRunId != null) {
      return TaskRuns.withId(found, taskRunId, run -> resume(found, run, resume));
    }
    Optional<TaskRunRecord> paused =
        found.taskRuns().stream().filter(Resumption::isPaused).findFirst();
    return paused.isPresent()
        ? resume(found, paused.get(), resume)
        : gateway.send(new ResumeExecution(found.execution().id(), null, Map.of(), resume.by()));
  }

  /**
   * What would become of answers to a pause; empty when nothing of the execution waits for any, or
   * its flow cannot be used any more.
   *
   * @param taskRunId absent for the first pause
   */
  Optional<ResolvedInputs> check(
      StoredExecution found, @Nullable String taskRunId, Map<String, @Nullable Object> values) {
    Optional<TaskRunRecord> paused =
        found.taskRuns().stream()
            .filter(Resumption::isPaused)
            .filter(run -> taskRunId == null || run.id().equals(taskRunId))
            .findFirst();
    ExecutionRecord execution = found.execution();
    try {
      Plan plan = plans.plan(execution);
      return paused.map(
          run -> inputs.read(questions(plan, run), values, variables(plan, execution)));
    } catch (IllegalStateException gone) {
      return Optional.empty();
    }
  }

  private static boolean isPaused(TaskRunRecord run) {
    return run.status() == TaskRunStatus.PAUSED;
  }

  private ActionOutcome resume(StoredExecution found, TaskRunRecord paused, Resume resume) {
    ExecutionRecord execution = found.execution();
    if (!isPaused(paused)) {
      return new Refused(
          execution.id(),
          execution.status(),
          "Task run '%s' is %s and cannot be resumed: only one that is PAUSED can."
              .formatted(paused.id(), paused.status()));
    }
    Plan plan;
    try {
      plan = plans.plan(execution);
    } catch (IllegalStateException gone) {
      return new FlowInvalid(execution.flow(), String.valueOf(gone.getMessage()));
    }
    ResolvedInputs answers =
        inputs.read(questions(plan, paused), resume.values(), variables(plan, execution));
    return answers.isValid()
        ? gateway.send(
            new ResumeExecution(execution.id(), paused.sequence(), answers.values(), resume.by()))
        : new InvalidInputs(answers.problems());
  }

  private static List<InputDefinition> questions(Plan plan, TaskRunRecord paused) {
    return plan.position(paused.taskId()).map(position -> position.step()).stream()
        .filter(PauseStep.class::isInstance)
        .flatMap(step -> ((PauseStep) step).onResume().stream())
        .toList();
  }

  private static Map<String, @Nullable Object> variables(Plan plan, ExecutionRecord execution) {
    return Map.of(
        "flow", Variables.ofFlow(plan.flow(), plan.revision()),
        "execution", Map.of("id", execution.id().value()),
        "vars", plan.variables());
  }
}
