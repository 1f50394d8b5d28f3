package dev.legato.engine;

import dev.legato.model.command.Command.CopyExecution;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.command.Command.Loss;
import dev.legato.model.command.Command.RecoverExecution;
import dev.legato.model.command.Command.ResumeExecution;
import dev.legato.model.command.Command.ResumeFromBreakpoint;
import dev.legato.model.command.Command.StartingPoint;
import dev.legato.model.effect.Effect.CancelTimer;
import dev.legato.model.effect.Effect.SetTimer;
import dev.legato.model.event.Event.ExecutionCreated;
import dev.legato.model.event.Event.ExecutionPaused;
import dev.legato.model.event.Event.ExecutionQueued;
import dev.legato.model.event.Event.ExecutionRelabelled;
import dev.legato.model.event.Event.ExecutionRewound;
import dev.legato.model.event.Event.ExecutionStarted;
import dev.legato.model.event.Event.ExecutionStatusChanged;
import dev.legato.model.execution.Breakpoint;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.LogLevel;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people and clocks do to an execution as a whole. Each method answers with the reason why it
 * changes nothing, or with null when it was carried out.
 */
final class Lifecycle {
  private final Turn turn;
  private final ExecutionState state;
  private final Admission admission;

  Lifecycle(Turn turn, Admission admission) {
    this.turn = turn;
    this.state = turn.state();
    this.admission = admission;
  }

  @Nullable String create(CreateExecution create) {
    turn.emit(new ExecutionCreated(create, turn.now()));
    String failure = create.failure();
    Instant start = create.scheduleDate();
    if (failure != null) {
      turn.log(LogLevel.ERROR, failure);
      new Completion(turn).endUnstarted(ExecutionStatus.FAILED);
    } else if (start != null && start.isAfter(turn.now())) {
      turn.effect(new SetTimer(new Timer(create.execution(), Timer.Kind.START, null, start)));
    } else {
      startIfAdmitted();
    }
    return null;
  }

  @Nullable String copy(CopyExecution copy) {
    Rewind.Outcome outcome = Rewind.copy(copy, state.plan(), turn.now());
    return outcome.refusal() == null
        ? rewind(outcome, admission.ask(outcome.rows().execution()))
        : outcome.refusal();
  }

  /** Goes on at an earlier point of the same execution. */
  @Nullable String restart(StartingPoint from) {
    ExecutionStatus status = state.status();
    if (!state.isOver() && (status != ExecutionStatus.PAUSED || state.isHeld())) {
      return status.isTerminal()
          ? "The execution ended as %s, but tasks that follow its end still run.".formatted(status)
          : "The execution is %s; only one that has ended or waits in a pause can be restarted."
              .formatted(status);
    }
    var successors = new Successors(turn);
    if (successors.isOnItsWay()) {
      return "A new execution is about to take its place; restart that one.";
    }
    Rewind.Outcome outcome = Rewind.inPlace(state.rows(), from, state.plan(), turn.now());
    if (outcome.refusal() != null) {
      return outcome.refusal();
    }
    Admission.Verdict verdict =
        status == ExecutionStatus.PAUSED
            ? Admission.Verdict.GRANTED // it has its place
            : admission.ask(outcome.rows().execution());
    List<TaskRun> before = state.taskRuns().all();
    boolean wasToBeReplaced = successors.isAwaited();
    String refusal = rewind(outcome, verdict);
    if (refusal == null) {
      var gone = new LinkedHashSet<>(outcome.removed());
      gone.addAll(outcome.changed());
      before.stream().filter(run -> gone.contains(run.sequence)).forEach(turn.halt()::abandon);
      if (wasToBeReplaced) {
        cancel(Timer.Kind.NEW_EXECUTION);
      }
    }
    return refusal;
  }

  private @Nullable String rewind(Rewind.Outcome outcome, Admission.Verdict verdict) {
    if (verdict == Admission.Verdict.CANCELLED || verdict == Admission.Verdict.FAILED) {
      return "The flow runs as often at once as it may; try again later.";
    }
    turn.emit(
        new ExecutionRewound(outcome.rows(), outcome.changed(), outcome.removed(), turn.now()));
    startOrQueue(verdict);
    return null;
  }

  private void startIfAdmitted() {
    startOrQueue(admission.ask(state.header()));
  }

  private void startOrQueue(Admission.Verdict verdict) {
    switch (verdict) {
      case GRANTED -> start();
      case QUEUED -> {
        turn.emit(new ExecutionQueued(turn.now()));
        turn.log(
            LogLevel.INFO,
            "Execution queued: as many executions of its flow run as its 'concurrency' allows.");
      }
      case CANCELLED -> {
        turn.log(
            LogLevel.WARN,
            "Execution cancelled: as many executions of its flow run as its 'concurrency' allows.");
        new Completion(turn).endUnstarted(ExecutionStatus.CANCELLED);
      }
      case FAILED -> {
        turn.log(
            LogLevel.ERROR,
            "Execution failed: as many executions of its flow run as its 'concurrency' allows.");
        new Completion(turn).endUnstarted(ExecutionStatus.FAILED);
      }
    }
  }

  private void start() {
    boolean again = state.header().history().entries().stream().anyMatch(Lifecycle::isRestart);
    turn.emit(new ExecutionStarted(turn.now()));
    turn.log(LogLevel.INFO, again ? "Execution restarted." : "Execution started.");
    new Agreements(turn).start();
    Set<Integer> stillRunning =
        state.taskRuns().all().stream()
            .filter(TaskRun::hasRunningAttempt)
            .map(run -> run.sequence)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    new Recovery(turn, stillRunning, Loss.STOP).run();
  }

  private static boolean isRestart(StatusHistory.Entry<ExecutionStatus> entry) {
    return entry.status() == ExecutionStatus.RESTARTED;
  }

  private void cancel(Timer.Kind kind) {
    turn.effect(new CancelTimer(new Timer.Key(state.id(), kind, null)));
  }

  /** The date that the execution was put off to has come. */
  @Nullable String startOnDate() {
    if (state.status() != ExecutionStatus.CREATED) {
      return "The execution has started already.";
    }
    if (turn.isDue(Timer.Kind.START, null, state.header().scheduleDate())) {
      startIfAdmitted();
    }
    return null;
  }

  @Nullable String admit() {
    if (state.status() != ExecutionStatus.QUEUED) {
      return "The execution is not queued.";
    }
    start();
    return null;
  }

  @Nullable String unqueue(ExecutionStatus status) {
    if (state.status() != ExecutionStatus.QUEUED) {
      return "The execution is %s, not QUEUED.".formatted(state.status());
    }
    if (status == ExecutionStatus.RUNNING) {
      start();
      return null;
    }
    if (!status.isTerminal() || status == ExecutionStatus.RETRIED) {
      return "An execution leaves the queue as RUNNING or with the state of an end, not as %s."
          .formatted(status);
    }
    if (state.taskRuns().all().isEmpty()) {
      new Completion(turn).endUnstarted(status);
    } else { // it has run before
      turn.halt().condemn(status);
    }
    return null;
  }

  @Nullable String forceRun() {
    switch (state.status()) {
      case CREATED -> {
        cancel(Timer.Kind.START);
        start();
      }
      case QUEUED -> start();
      case PAUSED -> resumeFirst(new ResumeExecution(state.id(), null, Map.of(), null));
      case BREAKPOINT -> new Breakpoints(turn).resume(null);
      case RUNNING, RETRYING, RESTARTED, KILLING -> turn.frontier().add(checkRoot());
      case SUCCESS, WARNING, FAILED, KILLED, CANCELLED, RETRIED -> {
        return "The execution already ended as %s.".formatted(state.status());
      }
    }
    return null;
  }

  @Nullable String kill(boolean cascade) {
    ExecutionStatus status = state.status();
    if (state.header().awaitsSuccessor()) {
      new Successors(turn).kill(cascade);
      return null;
    }
    if (state.isOver()) {
      return "The execution already ended as %s.".formatted(status);
    }
    if (status.isTerminal()) {
      turn.halt().killLastTasks(cascade);
      return null;
    }
    boolean wasToEndOtherwise = state.header().verdict() != null;
    if (wasToEndOtherwise && status != ExecutionStatus.KILLING) {
      turn.halt().condemnAndKill(ExecutionStatus.KILLED, cascade);
    } else {
      turn.halt().kill(cascade);
    }
    return null;
  }

  @Nullable String pause() {
    if (state.status() != ExecutionStatus.RUNNING || state.header().verdict() != null) {
      return "The execution is %s; only a running one can be paused.".formatted(state.status());
    }
    turn.emit(new ExecutionPaused(turn.now()));
    turn.log(LogLevel.INFO, "Execution paused.");
    return null;
  }

  @Nullable String resume(ResumeExecution resume) {
    boolean pausedAfterTheEnd = state.status().isTerminal() && state.paused() > 0;
    if (state.status() != ExecutionStatus.PAUSED && !pausedAfterTheEnd) {
      return "The execution is %s, not PAUSED.".formatted(state.status());
    }
    return resumeFirst(resume);
  }

  @Nullable String resumeFromBreakpoint(ResumeFromBreakpoint resume) {
    if (state.status() != ExecutionStatus.BREAKPOINT) {
      return "The execution is %s, not at a BREAKPOINT.".formatted(state.status());
    }
    List<Breakpoint> next = resume.breakpoints();
    if (next != null) {
      for (Breakpoint breakpoint : next) {
        if (state.plan().position(breakpoint.taskId()).isEmpty()) {
          return "The flow has no task '%s' to stop at.".formatted(breakpoint.taskId());
        }
      }
    }
    new Breakpoints(turn).resume(next);
    return null;
  }

  private @Nullable String resumeFirst(ResumeExecution resume) {
    if (state.isHeld()) {
      turn.emit(new ExecutionStarted(turn.now()));
      turn.log(LogLevel.INFO, "Execution resumed.");
      turn.frontier().add(checkRoot());
      return null;
    }
    for (TaskRun run : state.taskRuns().all()) {
      Integer wanted = resume.taskRun();
      if (run.status() == TaskRunStatus.PAUSED && (wanted == null || wanted == run.sequence)) {
        return new Pausing(turn).resume(run, resume.values(), resume.by());
      }
    }
    return "The task run is not paused.";
  }

  @Nullable String changeStatus(ExecutionStatus status) {
    if (!state.status().isTerminal()) {
      return "The execution is %s; only the state of one that has ended can be changed."
          .formatted(state.status());
    }
    if (!status.isTerminal() || status == ExecutionStatus.RETRIED) {
      return "The state of an ended execution can be changed to that of another end, not to %s."
          .formatted(status);
    }
    if (status != state.status()) {
      new Successors(turn).withdraw();
      turn.emit(new ExecutionStatusChanged(status, turn.now()));
    }
    return null;
  }

  @Nullable String setLabels(List<Label> labels) {
    if (!state.status().isTerminal()) {
      return "The execution is %s; only labels of one that has ended can be changed."
          .formatted(state.status());
    }
    turn.emit(new ExecutionRelabelled(List.copyOf(labels), turn.now()));
    return null;
  }

  @Nullable String recover(RecoverExecution recovery) {
    if (state.isOver()) {
      return "The execution is over.";
    }
    if (state.status() != ExecutionStatus.CREATED && state.status() != ExecutionStatus.QUEUED) {
      new Recovery(turn, recovery.stillRunning(), recovery.loss()).run();
    }
    return null;
  }

  private Work checkRoot() {
    return new Work.Check(state.root());
  }
}
