package dev.legato.engine;

import dev.legato.model.command.Answer.Value;
import dev.legato.model.event.Event.GroupStarted;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.plan.Step.DagStep;
import dev.legato.model.plan.Step.DirectoryStep;
import dev.legato.model.plan.Step.GroupStep;
import dev.legato.model.plan.Step.IfStep;
import dev.legato.model.plan.Step.LoopStep;
import dev.legato.model.plan.Step.LoopUntilStep;
import dev.legato.model.plan.Step.ParallelStep;
import dev.legato.model.plan.Step.PauseStep;
import dev.legato.model.plan.Step.SequenceStep;
import dev.legato.model.plan.Step.SwitchStep;
import dev.legato.model.plan.Step.TemplateStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens groups: finds out which branch runs, and over which values. */
final class Opening {
  private final Turn turn;

  Opening(Turn turn) {
    this.turn = turn;
  }

  /** Opens a group; false when it cannot, for a reason that is in the log then. */
  boolean open(TaskRun run, GroupStep step, Values values) throws Unanswered {
    try {
      return switch (step) {
        case SequenceStep _, DirectoryStep _, ParallelStep _, DagStep _, PauseStep _ ->
            start(run, 0, null, Map.of());
        case TemplateStep template -> openTemplate(run, template, values);
        case LoopUntilStep _ -> start(run, 0, null, Map.of(Restoration.ITERATION_COUNT, 1));
        case IfStep choice -> openIf(run, choice, values);
        case SwitchStep choice -> openSwitch(run, choice, values);
        case LoopStep loop -> {
          LoopItems.Items items = new LoopItems(turn.evaluator(), loop).read(values);
          List<String> keys = items.keys();
          yield start(
              run, 0, items.values(), keys == null ? Map.of() : Map.of(Restoration.KEYS, keys));
        }
      };
    } catch (EvaluationFailure failure) {
      turn.log(run, LogLevel.ERROR, failure.reason());
      return false;
    }
  }

  private boolean start(
      TaskRun run, int branch, @Nullable List<?> items, Map<String, @Nullable Object> outputs) {
    turn.state().agenda().forgetInquiries(run.sequence);
    turn.emit(new GroupStarted(run.sequence, branch, items, outputs, turn.now()));
    return true;
  }

  private boolean openTemplate(TaskRun run, TemplateStep step, Values values)
      throws EvaluationFailure, Unanswered {
    String problem = step.copy().problem();
    if (problem != null) {
      throw new EvaluationFailure(problem);
    }
    return start(run, 0, null, Map.of("args", values.sealedTexts(step.args())));
  }

  private boolean openIf(TaskRun run, IfStep step, Values values)
      throws EvaluationFailure, Unanswered {
    String condition = step.condition();
    boolean result = condition != null && values.isTrue(condition);
    return start(
        run, Restoration.branch(step, result), null, Map.of(Restoration.EVALUATION_RESULT, result));
  }

  private boolean openSwitch(TaskRun run, SwitchStep step, Values values)
      throws EvaluationFailure, Unanswered {
    Value rendered = values.rendered(step.value());
    String value = values.shownText(rendered);
    int branch = step.branchFor(String.valueOf(rendered.value()));
    if (branch < 0) {
      turn.log(
          run,
          LogLevel.WARN,
          "No case of '%s' matches the value '%s', and there are no defaults."
              .formatted(step.id(), value));
      return false;
    }
    boolean byDefault = branch == step.defaultBranch();
    var outputs = new LinkedHashMap<String, @Nullable Object>();
    outputs.put(Restoration.VALUE, value);
    outputs.put("defaults", byDefault);
    if (rendered.hidesSecrets()) { // the value that is stored does not lead to the branch
      outputs.put(Restoration.BRANCH, branch);
    }
    return start(run, branch, null, outputs);
  }
}
