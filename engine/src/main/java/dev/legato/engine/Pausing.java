package dev.legato.engine;

import dev.legato.model.effect.Effect.CancelTimer;
import dev.legato.model.effect.Effect.SetTimer;
import dev.legato.model.event.Event.ExecutionResumed;
import dev.legato.model.event.Event.ExecutionStarted;
import dev.legato.model.event.Event.GroupStarted;
import dev.legato.model.event.Event.TaskRunPaused;
import dev.legato.model.event.Event.TaskRunResumed;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.plan.Approval;
import dev.legato.model.plan.Approval.Decision;
import dev.legato.model.plan.Step.PauseLimits;
import dev.legato.model.plan.Step.PauseStep;
import dev.legato.model.plan.StepPosition.Section;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pauses task runs and lets them go on. */
final class Pausing {
  private final Turn turn;
  private final Approvals approvals;

  Pausing(Turn turn) {
    this.turn = turn;
    this.approvals = new Approvals(turn);
  }

  /** Pauses a task run; false when it cannot, for a reason that is in the log then. */
  boolean begin(TaskRun run, PauseStep step, Values values) throws Unanswered {
    Duration wait;
    Map<String, @Nullable Object> outputs;
    try {
      wait = wait(step.limits(), values);
      outputs = step.approval() == null ? Map.of() : approvals.ask(step.approval(), wait, values);
    } catch (EvaluationFailure failure) {
      turn.log(run, LogLevel.ERROR, failure.reason());
      return false;
    }
    turn.state().agenda().forgetInquiries(run.sequence);
    turn.emit(new GroupStarted(run.sequence, 0, null, outputs, turn.now()));
    if (Approvals.isDecided(outputs)) {
      goOn(run, step);
      return true;
    }
    if (wait != null && !wait.isPositive() && step.approval() == null) {
      return true;
    }
    turn.emit(new TaskRunPaused(run.sequence, turn.now()));
    if (wait != null) {
      Instant due = turn.now().plus(wait);
      turn.effect(new SetTimer(new Timer(turn.state().id(), Timer.Kind.PAUSE, run.sequence, due)));
    }
    return true;
  }

  private static @Nullable Duration wait(PauseLimits limits, Values values)
      throws EvaluationFailure, Unanswered {
    String template = limits.duration() == null ? limits.timeout() : limits.duration();
    return template == null ? null : duration(values.text(template));
  }

  private static Duration duration(String text) throws EvaluationFailure {
    String stripped = text.strip();
    try {
      return stripped.matches("-?\\d+")
          ? Duration.ofSeconds(Long.parseLong(stripped))
          : Duration.parse(stripped);
    } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
      throw new EvaluationFailure(
          "A pause must last a duration such as PT10M, but it is '%s'.".formatted(stripped), e);
    }
  }

  /** Somebody resumes a paused task run; returns why that cannot be, null when it can. */
  @Nullable String resume(TaskRun run, Map<String, @Nullable Object> answers, @Nullable String by) {
    if (run.step() instanceof PauseStep pause && pause.approval() != null) {
      Decision decision = Approvals.decision(answers);
      if (decision == null) {
        return "Task '%s' waits for a decision, APPROVED or DENIED.".formatted(pause.id());
      }
      end(run, approvals.decided(run, decision, answers, by));
    } else {
      end(run, outputs(TaskRunStatus.SUCCESS, answers, by));
    }
    return null;
  }

  /** A pause that ends without waiting: nobody is told of it. */
  private void goOn(TaskRun run, PauseStep step) {
    Group group = run.group();
    if (group != null) {
      group.spoil(ended(step, run.outputs));
      turn.frontier().enter(group, Section.TASKS);
    }
  }

  private static TaskRunStatus status(Approval.Ending ending) {
    return switch (ending) {
      case SUCCESS -> TaskRunStatus.SUCCESS;
      case WARNING -> TaskRunStatus.WARNING;
      case FAILED -> TaskRunStatus.FAILED;
    };
  }

  /** What a pause with these outputs ends in, if its children do not end worse. */
  static TaskRunStatus ended(PauseStep step, Map<String, @Nullable Object> outputs) {
    if (step.approval() != null) {
      Decision decision = Approvals.decision(outputs);
      return decision == null ? TaskRunStatus.SUCCESS : status(step.approval().endsIn(decision));
    }
    return outputs.get(Restoration.RESUMED) instanceof Map<?, ?> resumed
            && resumed.get("to") instanceof String to
        ? TaskRunStatus.valueOf(to)
        : TaskRunStatus.SUCCESS;
  }

  /** The time of a pause is over. */
  void fire(TaskRun run, PauseStep step) {
    PauseLimits limits = step.limits();
    if (step.approval() != null) {
      turn.log(run, LogLevel.WARN, "Nobody decided in time.");
      end(run, approvals.decided(run, Decision.EXPIRED, Map.of(), null));
      return;
    }
    if (limits.duration() == null) {
      turn.log(run, LogLevel.ERROR, "Nobody resumed the pause in time.");
      endAs(run, TaskRunStatus.FAILED);
      return;
    }
    String behavior;
    try {
      behavior = new Values(turn, run).text(limits.behavior()).strip().toUpperCase(Locale.ROOT);
    } catch (EvaluationFailure failure) {
      turn.log(run, LogLevel.ERROR, "behavior: " + failure.reason());
      behavior = "FAIL";
    } catch (Unanswered _) {
      return; // the answer fires it again
    }
    switch (behavior) {
      case "RESUME" -> endAs(run, TaskRunStatus.SUCCESS);
      case "WARN" -> endAs(run, TaskRunStatus.WARNING);
      case "FAIL" -> endAs(run, TaskRunStatus.FAILED);
      case "CANCEL" -> {
        endAs(run, TaskRunStatus.CANCELLED);
        turn.halt().condemn(ExecutionStatus.CANCELLED);
      }
      default -> {
        turn.log(
            run,
            LogLevel.ERROR,
            "behavior: must be RESUME, WARN, FAIL or CANCEL, but is '%s'.".formatted(behavior));
        endAs(run, TaskRunStatus.FAILED);
      }
    }
  }

  private void endAs(TaskRun run, TaskRunStatus to) {
    end(run, outputs(to, Map.of(), null));
  }

  private Map<String, @Nullable Object> outputs(
      TaskRunStatus to, Map<String, @Nullable Object> answers, @Nullable String by) {
    var resumed = new LinkedHashMap<String, @Nullable Object>();
    resumed.put("by", by);
    resumed.put("on", turn.now().toString());
    resumed.put("to", to.name());
    var outputs = new LinkedHashMap<String, @Nullable Object>();
    if (!answers.isEmpty()) {
      outputs.put(Restoration.ON_RESUME, answers);
    }
    outputs.put(Restoration.RESUMED, resumed);
    return outputs;
  }

  private void end(TaskRun run, Map<String, @Nullable Object> outputs) {
    turn.effect(new CancelTimer(new Timer.Key(turn.state().id(), Timer.Kind.PAUSE, run.sequence)));
    turn.state().agenda().forgetInquiries(run.sequence);
    turn.emit(new TaskRunResumed(run.sequence, outputs, turn.now()));
    Group group = run.group();
    if (group != null && run.step() instanceof PauseStep pause) {
      group.spoil(ended(pause, outputs));
      turn.frontier().add(new Work.Check(group));
    }
    goOnUnlessPaused();
  }

  /** Lets the execution go on, unless another task run is paused. */
  void goOnUnlessPaused() {
    ExecutionState state = turn.state();
    if (state.status() == ExecutionStatus.PAUSED && state.paused() == 0) {
      turn.emit(new ExecutionResumed(turn.now()));
      turn.emit(new ExecutionStarted(turn.now()));
    }
  }
}
