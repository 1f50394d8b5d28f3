package dev.legato.engine;

import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.Condition;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.CallStep;
import dev.legato.model.plan.Step.GroupStep;
import dev.legato.model.plan.Step.InstantStep;
import dev.legato.model.plan.Step.PauseStep;
import dev.legato.model.plan.Step.TaskStep;
import java.util.List;
import java.util.Optional;

/** Lets task runs begin, as soon as what they need to know is known. */
final class Beginning {
  private final Turn turn;
  private final Frontier frontier;

  Beginning(Turn turn, Frontier frontier) {
    this.turn = turn;
    this.frontier = frontier;
  }

  /** Begins a task run that was created or that is to run again, or goes on with a group. */
  void begin(TaskRun run) {
    if (run.group() != null && run.status() == TaskRunStatus.RUNNING) {
      frontier.pickUp(run.group());
      return;
    }
    if (run.status() != TaskRunStatus.CREATED && run.status() != TaskRunStatus.RESTARTED) {
      return; // it was stopped in the meantime
    }
    if (new Breakpoints(turn).stopAt(run)) {
      return;
    }
    var values = new Values(turn, run);
    try {
      Optional<TaskRunStatus> decided = precondition(run, values);
      if (decided.isPresent()) {
        frontier.end(run, decided.get());
      } else {
        begin(run, run.step(), values);
      }
      turn.state().agenda().begun(run.sequence);
    } catch (Unanswered _) {
      // it begins when the answer comes
    }
  }

  /** Starts the next attempt of a task run, unless it was stopped in the meantime. */
  void retry(TaskRun run) {
    boolean waits = run.status() == TaskRunStatus.CREATED || run.status() == TaskRunStatus.RUNNING;
    if (waits && !run.hasRunningAttempt()) {
      turn.attempts().start(run);
    }
  }

  private void begin(TaskRun run, Step step, Values values) throws Unanswered {
    switch (step) {
      case TaskStep _, CallStep _ -> turn.attempts().start(run);
      case InstantStep instant -> new InstantAction(turn, run, values).carryOut(instant);
      case GroupStep group -> {
        boolean opened =
            group instanceof PauseStep pause
                ? new Pausing(turn).begin(run, pause, values)
                : new Opening(turn).open(run, group, values);
        Group open = opened ? run.group() : null;
        if (open != null) {
          frontier.add(new Work.Check(open));
        } else {
          frontier.end(run, TaskRunStatus.FAILED);
        }
      }
    }
  }

  /** Whether {@code runIf} keeps the task from running; empty when it may run. */
  private Optional<TaskRunStatus> precondition(TaskRun run, Values values) throws Unanswered {
    String runIf = run.step().header().runIf();
    if (runIf == null) {
      return Optional.empty();
    }
    try {
      return values.isTrue(runIf) ? Optional.empty() : Optional.of(TaskRunStatus.SKIPPED);
    } catch (EvaluationFailure failure) {
      turn.log(run, LogLevel.ERROR, "runIf: " + failure.reason());
      return Optional.of(TaskRunStatus.FAILED);
    }
  }

  /** Whether a step that runs after the end is to run; those of listeners ask for conditions. */
  boolean isListenedTo(Step step) {
    List<Condition> conditions =
        turn.state().plan().rules().listeners().getOrDefault(step.id(), List.of());
    if (conditions.isEmpty()) {
      return true;
    }
    try {
      return new Conditions(new ListenerFacts(turn)).hold(conditions);
    } catch (EvaluationFailure failure) {
      turn.log(LogLevel.ERROR, "The conditions of '%s': %s".formatted(step.id(), failure.reason()));
      return false;
    }
  }
}
