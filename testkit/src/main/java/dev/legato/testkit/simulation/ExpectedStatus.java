package dev.legato.testkit.simulation;

import static dev.legato.model.execution.TaskRunStatus.FAILED;
import static dev.legato.model.execution.TaskRunStatus.SKIPPED;
import static dev.legato.model.execution.TaskRunStatus.SUCCESS;
import static dev.legato.model.execution.TaskRunStatus.WARNING;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.RetryPolicy;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.Branch;
import dev.legato.model.plan.Step.CallStep;
import dev.legato.model.plan.Step.DagStep;
import dev.legato.model.plan.Step.DirectoryStep;
import dev.legato.model.plan.Step.GroupStep;
import dev.legato.model.plan.Step.IfStep;
import dev.legato.model.plan.Step.InstantStep;
import dev.legato.model.plan.Step.LoopStep;
import dev.legato.model.plan.Step.LoopUntilStep;
import dev.legato.model.plan.Step.ParallelStep;
import dev.legato.model.plan.Step.PauseStep;
import dev.legato.model.plan.Step.SequenceStep;
import dev.legato.model.plan.Step.SwitchStep;
import dev.legato.model.plan.Step.TaskStep;
import dev.legato.model.plan.StepHeader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What an execution ends as when nobody kills it, worked out from the flow alone: without order,
 * time, attempts in flight or events, so that it has nothing in common with the engine.
 */
final class ExpectedStatus {
  private final Outcomes outcomes;
  private final ExecutionId execution;
  private boolean dependsOnTime;

  private ExpectedStatus(Outcomes outcomes, ExecutionId execution) {
    this.outcomes = outcomes;
    this.execution = execution;
  }

  /** Empty when it depends on how long things take. */
  static Optional<TaskRunStatus> of(Plan plan, Outcomes outcomes, ExecutionId execution) {
    var model = new ExpectedStatus(outcomes, execution);
    Branch tasks = plan.root().branches().getFirst();
    TaskRunStatus status = worst(model.list(tasks.steps(), "", -1));
    return model.dependsOnTime ? Optional.empty() : Optional.of(status);
  }

  private List<TaskRunStatus> list(List<Step> steps, String path, int iteration) {
    return steps.stream().map(step -> step(step, path, iteration)).toList();
  }

  private TaskRunStatus step(Step step, String group, int iteration) {
    StepHeader header = step.header();
    String runIf = header.runIf();
    if (runIf != null && isTrue(runIf, iteration).isPresent() && !isTrue(runIf, iteration).get()) {
      return SKIPPED;
    }
    String path = Outcomes.child(group, step.id(), iteration);
    TaskRunStatus reached =
        runIf != null && isTrue(runIf, iteration).isEmpty() ? FAILED : run(step, path, iteration);
    if (reached == FAILED && header.allowFailure()) {
      reached = WARNING;
    }
    return reached == WARNING && header.allowWarning() ? SUCCESS : reached;
  }

  private TaskRunStatus run(Step step, String path, int iteration) {
    return switch (step) {
      case TaskStep task -> task(task.header(), path);
      case SequenceStep group -> branch(group, 0, path);
      case ParallelStep group -> branch(group, 0, path);
      case DagStep group -> branch(group, 0, path);
      case IfStep choice -> {
        String condition = choice.condition();
        Optional<Boolean> result =
            condition == null ? Optional.of(false) : isTrue(condition, iteration);
        yield result.isEmpty() ? FAILED : branch(choice, result.get() ? 0 : 1, path);
      }
      case SwitchStep choice -> {
        int branch = choice.branchFor(text(choice.value(), iteration));
        yield branch < 0 ? FAILED : branch(choice, branch, path);
      }
      case LoopStep loop -> loop(loop, path);
      case CallStep _, InstantStep _, DirectoryStep _, LoopUntilStep _, PauseStep _ ->
          throw new IllegalStateException(
              "Expected a step that random flows have, but got " + step);
    };
  }

  private TaskRunStatus branch(GroupStep group, int branch, String path) {
    return branch < group.branches().size()
        ? worst(list(group.branches().get(branch).steps(), path, -1))
        : SUCCESS;
  }

  private TaskRunStatus loop(LoopStep loop, String path) {
    if (FakeEvaluator.BROKEN.equals(loop.values())) {
      return FAILED;
    }
    int rounds =
        loop.values() instanceof String template
            ? FakeEvaluator.values(template).size()
            : new LinkedHashSet<>((List<?>) loop.values()).size();
    TaskRunStatus worst = SUCCESS;
    for (int round = 0; round < rounds; round++) {
      List<Step> body = loop.branches().getFirst().steps();
      worst = worst(List.of(worst, worst(list(body, path, round))));
    }
    return worst;
  }

  private TaskRunStatus task(StepHeader header, String path) {
    RetryPolicy retry = header.retry();
    int failures = 0;
    while (outcomes.status(execution, path, failures) == FAILED) {
      failures++;
      if (retry == null) {
        return FAILED;
      }
      Integer maxAttempts = retry.limits().maxAttempts();
      if (maxAttempts == null) {
        dependsOnTime = true;
        return FAILED;
      }
      if (failures >= maxAttempts) {
        return FAILED;
      }
    }
    TaskRunStatus reached = outcomes.status(execution, path, failures);
    boolean warn = failures > 0 && retry != null && retry.limits().warningOnRetry();
    return reached == SUCCESS && warn ? WARNING : reached;
  }

  private static TaskRunStatus worst(List<TaskRunStatus> statuses) {
    if (statuses.contains(FAILED)) {
      return FAILED;
    }
    return statuses.contains(WARNING) ? WARNING : SUCCESS;
  }

  /** Empty when the template has no value. */
  private static Optional<Boolean> isTrue(String template, int iteration) {
    return switch (template) {
      case FakeEvaluator.BROKEN -> Optional.empty();
      case FakeEvaluator.EVEN -> Optional.of(iteration < 0 || iteration % 2 == 0);
      case FakeEvaluator.LATER -> Optional.of(true);
      default -> Optional.of(template.equals(FakeEvaluator.YES));
    };
  }

  /** Loop values are named after their place, and repeated ones come last. */
  private static String text(String template, int iteration) {
    if (!template.equals(FakeEvaluator.VALUE)) {
      return template;
    }
    return iteration < 0 ? "none" : "v" + iteration;
  }
}
