package dev.legato.engine;

import dev.legato.model.execution.StatusHistory.Entry;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
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
import dev.legato.model.plan.StepPosition.Section;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rebuilds in memory what follows from stored rows. */
final class Restoration {
  /** The output of an If that tells which way it went. */
  static final String EVALUATION_RESULT = "evaluationResult";

  /** The output of a Switch that tells which way it went. */
  static final String VALUE = "value";

  /** The output of a Switch whose value is a secret: the place of the case. */
  static final String BRANCH = "branch";

  /** The output of a LoopUntil that counts its rounds. */
  static final String ITERATION_COUNT = "iterationCount";

  /** The output of a loop over a map. */
  static final String KEYS = "keys";

  /** The output of a LoopUntil that failed by itself. */
  static final String GAVE_UP = "gaveUp";

  /** The output of a Pause with the answers of whoever resumed it. */
  static final String ON_RESUME = "onResume";

  /** The output of a Pause that tells how it ended. */
  static final String RESUMED = "resumed";

  private Restoration() {}

  /** Turns a group to a section that one of its children stands in, unless it is past it. */
  static void enter(Group group, Section section) {
    if (section.compareTo(group.section) > 0) {
      group.enter(section);
    }
  }

  /** The group of a task run; null for tasks and for groups that are not open. */
  static @Nullable Group group(TaskRun run, TaskRunRecord stored) {
    if (!(run.step() instanceof GroupStep step) || !isOpen(stored)) {
      return null;
    }
    Map<String, @Nullable Object> outputs = stored.outputs();
    return switch (step) {
      case SequenceStep _, TemplateStep _, DirectoryStep _, ParallelStep _, DagStep _ ->
          new Group(run, step, 0, null);
      case LoopStep _ -> new Group(run, step, 0, stored.items());
      case IfStep choice -> {
        boolean result = Boolean.TRUE.equals(outputs.get(EVALUATION_RESULT));
        yield new Group(run, step, branch(choice, result), null);
      }
      case SwitchStep choice -> {
        int branch =
            outputs.get(BRANCH) instanceof Number known
                ? known.intValue()
                : choice.branchFor(String.valueOf(outputs.get(VALUE)));
        yield new Group(run, step, branch, null);
      }
      case LoopUntilStep _ -> {
        var group = new Group(run, step, 0, null);
        group.round = outputs.get(ITERATION_COUNT) instanceof Number round ? round.intValue() : 1;
        if (Boolean.TRUE.equals(outputs.get(GAVE_UP))) {
          group.spoil(TaskRunStatus.FAILED);
        }
        yield group;
      }
      case PauseStep pause -> {
        var group = new Group(run, step, 0, null);
        group.spoil(Pausing.ended(pause, outputs));
        if (pause.approval() != null && Approvals.isAutomatic(outputs)) {
          group.enter(Section.TASKS);
        }
        yield group;
      }
    };
  }

  /** Whether it opened since it last began. */
  private static boolean isOpen(TaskRunRecord stored) {
    boolean open = false;
    for (Entry<TaskRunStatus> entry : stored.history().entries()) {
      open =
          entry.status() == TaskRunStatus.RUNNING
              || (open && entry.status() != TaskRunStatus.RESTARTED);
    }
    return open;
  }

  /** The index of the branch that an If takes, −1 when it has none for the result. */
  static int branch(IfStep step, boolean result) {
    int branch = result ? 0 : 1;
    return branch < step.branches().size() ? branch : -1;
  }
}
