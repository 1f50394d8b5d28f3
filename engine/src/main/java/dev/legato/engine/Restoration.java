package dev.legato.engine;

import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.plan.Step.*;
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
    if (!(run.step() instanceof GroupStep step) || !hasOpened(stored)) {
      return null;
    }
    Map<String, @Nullable Object> outputs = stored.outputs();
    return switch (step) {
      case SequenceStep _,
          ParallelStep _,
          DirectoryStep _,
          DagStep _,
          LoopUntilStep _,
          PauseStep _ ->
          new Group(run, step, 0, null);
      case LoopStep _ -> new Group(run, step, 0, stored.items());
      case IfStep choice -> {
        boolean result = Boolean.TRUE.equals(outputs.get(EVALUATION_RESULT));
        yield new Group(run, step, branch(choice, result), null);
      }
      case SwitchStep choice -> {
        String value = String.valueOf(outputs.get(VALUE));
        yield new Group(run, step, choice.branchFor(value), null);
      }
    };
  }

  private static boolean hasOpened(TaskRunRecord stored) {
    return stored.history().entries().stream()
        .anyMatch(entry -> entry.status() == TaskRunStatus.RUNNING);
  }

  /** The index of the branch that an If takes, −1 when it has none for the result. */
  static int branch(IfStep step, boolean result) {
    int branch = result ? 0 : 1;
    return branch < step.branches().size() ? branch : -1;
  }
}
