package dev.legato.engine;

import dev.legato.model.event.Event.GroupStarted;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.plan.Step.*;
import dev.legato.model.plan.Step.IfStep;
import dev.legato.model.plan.Step.LoopStep;
import dev.legato.model.plan.Step.ParallelStep;
import dev.legato.model.plan.Step.SequenceStep;
import dev.legato.model.plan.Step.SwitchStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evaluates what has to be known before a task run can begin. */
final class Opening {
  private static final List<String> FALSY = List.of("", "false", "0", "-0");

  private final Turn turn;

  Opening(Turn turn) {
    this.turn = turn;
  }

  /** Whether {@code runIf} keeps the task from running; empty when it may run. */
  Optional<TaskRunStatus> precondition(TaskRun run) {
    String runIf = run.step().header().runIf();
    if (runIf == null) {
      return Optional.empty();
    }
    try {
      return isTrue(runIf, Scope.ofTaskRun(turn.state(), run))
          ? Optional.empty()
          : Optional.of(TaskRunStatus.SKIPPED);
    } catch (EvaluationFailure failure) {
      turn.log(run, LogLevel.ERROR, "runIf: " + failure.reason());
      return Optional.of(TaskRunStatus.FAILED);
    }
  }

  /** Opens a group; false when it cannot, for a reason that is in the log then. */
  boolean open(TaskRun run, GroupStep step) {
    try {
      return switch (step) {
        case SequenceStep _,
            ParallelStep _,
            DirectoryStep _,
            DagStep _,
            LoopUntilStep _,
            PauseStep _ ->
            start(run, 0, null, Map.of());
        case IfStep choice -> openIf(run, choice);
        case SwitchStep choice -> openSwitch(run, choice);
        case LoopStep loop -> start(run, 0, items(run, loop), Map.of());
      };
    } catch (EvaluationFailure failure) {
      turn.log(run, LogLevel.ERROR, failure.reason());
      return false;
    }
  }

  private boolean start(
      TaskRun run,
      int branch,
      @Nullable List<String> items,
      Map<String, @Nullable Object> outputs) {
    turn.emit(new GroupStarted(run.sequence, branch, items, outputs, turn.now()));
    return true;
  }

  private boolean openIf(TaskRun run, IfStep step) throws EvaluationFailure {
    String condition = step.condition();
    boolean result = condition != null && isTrue(condition, Scope.ofTaskRun(turn.state(), run));
    return start(
        run, Restoration.branch(step, result), null, Map.of(Restoration.EVALUATION_RESULT, result));
  }

  private boolean openSwitch(TaskRun run, SwitchStep step) throws EvaluationFailure {
    String value = turn.evaluator().text(step.value(), Scope.ofTaskRun(turn.state(), run));
    int branch = step.branchFor(value);
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
    return start(run, branch, null, outputs);
  }

  private List<String> items(TaskRun run, LoopStep loop) throws EvaluationFailure {
    Evaluator evaluator = turn.evaluator();
    Map<String, @Nullable Object> variables = Scope.ofTaskRun(turn.state(), run);
    var values = new ArrayList<@Nullable Object>();
    if (loop.values() instanceof List<?> list) {
      for (Object element : list) {
        values.add(renderedDeeply(element, variables));
      }
    } else {
      values.addAll(rendered(loop, variables));
    }
    long nulls = values.stream().filter(value -> value == null).count();
    if (nulls > 0) {
      throw new EvaluationFailure(
          "The values of '%s' hold %d null(s); a loop needs a value for each round."
              .formatted(loop.id(), nulls));
    }
    var distinct = LinkedHashSet.<String>newLinkedHashSet(values.size());
    for (Object value : values) {
      distinct.add(evaluator.print(value));
    }
    return List.copyOf(distinct);
  }

  private List<?> rendered(LoopStep loop, Map<String, @Nullable Object> variables)
      throws EvaluationFailure {
    Evaluator evaluator = turn.evaluator();
    Object value =
        loop.values() instanceof String template
            ? evaluator.value(template, variables)
            : loop.values();
    if (value instanceof String text) {
      value = evaluator.json(text);
    }
    if (value instanceof List<?> list) {
      return list;
    }
    throw new EvaluationFailure(
        "The values of '%s' must be a JSON list, but they are: %s"
            .formatted(loop.id(), abbreviated(evaluator.print(value))));
  }

  private @Nullable Object renderedDeeply(
      @Nullable Object element, Map<String, @Nullable Object> variables) throws EvaluationFailure {
    if (element instanceof String template) {
      return turn.evaluator().text(template, variables);
    }
    if (element instanceof Map<?, ?> map) {
      var rendered = new LinkedHashMap<@Nullable Object, @Nullable Object>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        rendered.put(entry.getKey(), renderedDeeply(entry.getValue(), variables));
      }
      return rendered;
    }
    if (element instanceof List<?> list) {
      var rendered = new ArrayList<@Nullable Object>(list.size());
      for (Object inner : list) {
        rendered.add(renderedDeeply(inner, variables));
      }
      return rendered;
    }
    return element;
  }

  private boolean isTrue(String template, Map<String, ?> variables) throws EvaluationFailure {
    return !FALSY.contains(turn.evaluator().text(template, variables));
  }

  private static String abbreviated(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}
