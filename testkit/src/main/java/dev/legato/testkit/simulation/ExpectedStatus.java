package dev.legato.testkit.simulation;

import static dev.legato.model.execution.TaskRunStatus.FAILED;
import static dev.legato.model.execution.TaskRunStatus.SKIPPED;
import static dev.legato.model.execution.TaskRunStatus.SUCCESS;
import static dev.legato.model.execution.TaskRunStatus.WARNING;

import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.RetryPolicy;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.Branch;
import dev.legato.model.plan.Step.CallStep;
import dev.legato.model.plan.Step.DagStep;
import dev.legato.model.plan.Step.DirectoryStep;
import dev.legato.model.plan.Step.ExitStep;
import dev.legato.model.plan.Step.GroupStep;
import dev.legato.model.plan.Step.IfStep;
import dev.legato.model.plan.Step.LabelsStep;
import dev.legato.model.plan.Step.LoopStep;
import dev.legato.model.plan.Step.LoopUntilStep;
import dev.legato.model.plan.Step.ParallelStep;
import dev.legato.model.plan.Step.PauseLimits;
import dev.legato.model.plan.Step.PauseStep;
import dev.legato.model.plan.Step.Rounds;
import dev.legato.model.plan.Step.SequenceStep;
import dev.legato.model.plan.Step.SetVariablesStep;
import dev.legato.model.plan.Step.SwitchStep;
import dev.legato.model.plan.Step.TaskStep;
import dev.legato.model.plan.Step.TemplateStep;
import dev.legato.model.plan.Step.UnsetVariablesStep;
import dev.legato.model.plan.StepHeader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an execution ends as when nobody interferes, worked out from the flow alone: without order,
 * time, attempts in flight or events, so that it has nothing in common with the engine. How pauses
 * and calls have ended is taken as given, because that is up to others.
 */
final class ExpectedStatus {
  private final Outcomes outcomes;
  private final DurableExecution execution;
  private boolean dependsOnTime;

  /** Of the innermost loop, one for each round. */
  private List<?> values = List.of();

  private ExpectedStatus(Outcomes outcomes, DurableExecution execution) {
    this.outcomes = outcomes;
    this.execution = execution;
  }

  /** Empty when it depends on how long things take. */
  static Optional<TaskRunStatus> of(DurableExecution execution, Outcomes outcomes) {
    var model = new ExpectedStatus(outcomes, execution);
    Branch tasks = execution.plan().root().branches().getFirst();
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
      case TemplateStep group -> branch(group, 0, path);
      case DirectoryStep group -> branch(group, 0, path);
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
      case LoopUntilStep loop -> repetition(loop, path);
      case PauseStep pause -> pause(pause, path);
      case CallStep _ -> asStored(path);
      case UnsetVariablesStep unset -> unset(unset, iteration);
      case LabelsStep _, SetVariablesStep _, ExitStep _ -> SUCCESS;
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
    Rounds separate = loop.rounds();
    List<?> outer = values;
    values =
        loop.values() instanceof String template
            ? FakeEvaluator.values(template)
            : roundsOf((List<?>) loop.values(), separate != null);
    TaskRunStatus worst = rounds(loop, separate, path);
    values = outer;
    return worst;
  }

  private TaskRunStatus rounds(LoopStep loop, @Nullable Rounds separate, String path) {
    TaskRunStatus worst = SUCCESS;
    for (int round = 0; round < values.size(); round++) {
      List<TaskRunStatus> body = list(loop.branches().getFirst().steps(), path, round);
      if (separate != null && !separate.transmitFailed() && body.contains(FAILED)) {
        body = body.subList(0, body.indexOf(FAILED));
      }
      worst = worst(List.of(worst, worst(body)));
    }
    return worst;
  }

  /** Equal values are one, unless each round is a world of its own. */
  private static List<?> roundsOf(List<?> values, boolean separate) {
    return separate ? values : List.copyOf(new LinkedHashSet<>(values));
  }

  private TaskRunStatus repetition(LoopUntilStep loop, String path) {
    TaskRunStatus round = branch(loop, 0, path);
    String condition = loop.condition();
    if (round == FAILED || FakeEvaluator.BROKEN.equals(condition)) {
      return worst(List.of(round, FAILED)); // a kill outranks the failure to ask
    }
    Integer most = loop.frequency().maxIterations();
    int asked = FakeEvaluator.roundsAskedFor(condition);
    boolean reached =
        asked > 0
            ? most == null || asked <= most
            : isTrue(condition, iterationOf(path)).orElse(false);
    return reached || !loop.frequency().failOnMaxReached() ? round : worst(List.of(round, FAILED));
  }

  private static int iterationOf(String path) {
    int open = path.lastIndexOf('[');
    return path.endsWith("]") ? Integer.parseInt(path.substring(open + 1, path.length() - 1)) : -1;
  }

  private TaskRunStatus pause(PauseStep pause, String path) {
    PauseLimits limits = pause.limits();
    boolean broken =
        FakeEvaluator.BROKEN.equals(limits.duration())
            || (limits.duration() == null && FakeEvaluator.BROKEN.equals(limits.timeout()))
            || (pause.approval() != null && FakeEvaluator.BROKEN.equals(pause.approval().auto()));
    if (broken) {
      return FAILED;
    }
    TaskRunStatus own =
        PauseEnd.of(pause, execution.at(path)).map(PauseEnd::status).orElse(SUCCESS);
    boolean goesOn = own != FAILED || pause.approval() != null; // whatever the decision is
    return goesOn ? worst(List.of(own, branch(pause, 0, path))) : FAILED;
  }

  /** How somebody else's part has ended; what was never reached changes nothing. */
  private TaskRunStatus asStored(String path) {
    TaskRunRecord row = execution.at(path);
    return row == null ? SUCCESS : row.status();
  }

  private static TaskRunStatus unset(UnsetVariablesStep unset, int iteration) {
    return isTrue(unset.ignoreMissing(), iteration).orElse(false) ? SUCCESS : FAILED;
  }

  private TaskRunStatus task(StepHeader header, String path) {
    RetryPolicy retry = header.retry();
    int failures = 0;
    while (outcomes.status(execution.execution().id(), path, failures) == FAILED) {
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
    TaskRunStatus reached = outcomes.status(execution.execution().id(), path, failures);
    boolean warn = failures > 0 && retry != null && retry.limits().warningOnRetry();
    return reached == SUCCESS && warn ? WARNING : reached;
  }

  private static TaskRunStatus worst(List<TaskRunStatus> statuses) {
    return Outcomes.worst(statuses, SUCCESS);
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

  private String text(String template, int iteration) {
    if (!template.equals(FakeEvaluator.VALUE)) {
      return template;
    }
    return iteration < 0 ? "none" : String.valueOf(values.get(iteration));
  }
}
