package dev.legato.engine;

import dev.legato.model.event.Event.AttemptEnded;
import dev.legato.model.event.Event.AttemptStarted;
import dev.legato.model.event.Event.ExecutionRelabelled;
import dev.legato.model.event.Event.VariablesChanged;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.plan.Step.ExitStep;
import dev.legato.model.plan.Step.InstantStep;
import dev.legato.model.plan.Step.LabelsStep;
import dev.legato.model.plan.Step.SetVariablesStep;
import dev.legato.model.plan.Step.UnsetVariablesStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries out the steps that only change the execution itself. */
final class InstantAction {
  private final Turn turn;
  private final TaskRun run;
  private final Values values;

  InstantAction(Turn turn, TaskRun run, Values values) {
    this.turn = turn;
    this.run = run;
    this.values = values;
  }

  /** Carries the step out and ends its task run. */
  void carryOut(InstantStep step) throws Unanswered {
    try {
      switch (step) {
        case LabelsStep it -> label(it);
        case SetVariablesStep it -> setVariables(it);
        case UnsetVariablesStep it -> unsetVariables(it);
        case ExitStep it -> exit(it);
      }
      if (values.hidSecrets()) {
        turn.log(
            run,
            LogLevel.WARN,
            "Secrets were replaced by stars, because labels and variables are shown to everybody."
                + " Call secret() where the secret is needed.");
      }
    } catch (EvaluationFailure failure) {
      turn.log(run, LogLevel.ERROR, failure.reason());
      end(AttemptResult.failed(failure.reason()));
    }
  }

  private void end(AttemptResult result) {
    int attempt = run.past().attempts().size();
    turn.emit(new AttemptStarted(run.sequence, attempt, turn.now()));
    turn.emit(new AttemptEnded(run.sequence, attempt, result, turn.now()));
    turn.frontier().end(run, result.status());
  }

  private void label(LabelsStep step) throws EvaluationFailure, Unanswered {
    Object given = values.texts(step.labels());
    List<Label> read = LabelTexts.read(given instanceof String text ? json(text) : given);
    var labels = LabelTexts.merged(turn.state().header().labels(), read);
    turn.emit(new ExecutionRelabelled(labels, turn.now()));
    end(AttemptResult.success(Map.of()));
  }

  /** What a JSON text holds; another text stays as it is. */
  private @Nullable Object json(String text) {
    try {
      return turn.evaluator().json(text);
    } catch (EvaluationFailure _) {
      return text;
    }
  }

  private void setVariables(SetVariablesStep step) throws EvaluationFailure, Unanswered {
    boolean overwrite = values.isTrue(step.overwrite());
    if (values.values(step.variables()) instanceof Map<?, ?> set) {
      var variables = new Variables(turn.state()).with(set, overwrite);
      turn.emit(new VariablesChanged(variables, turn.now()));
    }
    end(AttemptResult.success(Map.of()));
  }

  private void unsetVariables(UnsetVariablesStep step) throws EvaluationFailure, Unanswered {
    boolean ignoreMissing = values.isTrue(step.ignoreMissing());
    var keys = new ArrayList<String>();
    for (String template : step.variables()) {
      keys.add(values.text(template));
    }
    var variables = new Variables(turn.state()).without(keys, ignoreMissing);
    turn.emit(new VariablesChanged(variables, turn.now()));
    end(AttemptResult.success(Map.of()));
  }

  private void exit(ExitStep step) throws EvaluationFailure, Unanswered {
    ExecutionStatus status = exitStatus(values.text(step.state()));
    end(new AttemptResult(Verdicts.ofTaskRun(status), Map.of(), null));
    if (turn.state().status().isTerminal()) {
      return; // what runs after the end changes nothing about it
    }
    if (status == ExecutionStatus.KILLED) {
      turn.halt().kill(false);
    } else {
      turn.halt().condemn(status);
    }
  }

  private static ExecutionStatus exitStatus(String text) throws EvaluationFailure {
    String name = text.strip().toUpperCase(Locale.ROOT);
    String modern = name.equals("CANCELED") ? TaskRunStatus.CANCELLED.name() : name;
    for (ExecutionStatus exit : Transitions.OPERATOR_ENDS) {
      if (exit.name().equals(modern)) {
        return exit;
      }
    }
    throw new EvaluationFailure(
        "state: must be SUCCESS, WARNING, FAILED, KILLED or CANCELLED, but is '%s'."
            .formatted(text.strip()));
  }
}
