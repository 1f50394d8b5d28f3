package dev.legato.engine;

import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.plan.Step.GroupStep;
import dev.legato.model.plan.Step.IfStep;
import dev.legato.model.plan.Step.LoopStep;
import dev.legato.model.plan.Step.ParallelStep;
import dev.legato.model.plan.Step.SequenceStep;
import dev.legato.model.plan.Step.SwitchStep;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rebuilds in memory what follows from stored rows. */
final class Restoration {
  /** The output of an If that tells which way it went. */
  static final String EVALUATION_RESULT = "evaluationResult";

  /** The output of a Switch that tells which way it went. */
  static final String VALUE = "value";

  private Restoration() {}

  /** The group of a task run; null for tasks and for groups that never opened. */
  static @Nullable Group group(TaskRun run, TaskRunRecord stored) {
    if (!(run.step() instanceof GroupStep step)) {
      return null;
    }
    Map<String, @Nullable Object> outputs = stored.outputs();
    return switch (step) {
      case SequenceStep _, ParallelStep _ -> new Group(run, step, 0, null);
      case LoopStep _ -> stored.items() == null ? null : new Group(run, step, 0, stored.items());
      case IfStep choice ->
          outputs.get(EVALUATION_RESULT) instanceof Boolean result
              ? new Group(run, step, branch(choice, result), null)
              : null;
      case SwitchStep choice ->
          outputs.get(VALUE) instanceof String value
              ? new Group(run, step, choice.branchFor(value), null)
              : null;
    };
  }

  /** The index of the branch that an If takes, −1 when it has none for the result. */
  static int branch(IfStep step, boolean result) {
    int branch = result ? 0 : 1;
    return branch < step.branches().size() ? branch : -1;
  }
}
