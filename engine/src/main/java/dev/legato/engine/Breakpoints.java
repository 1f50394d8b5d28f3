package dev.legato.engine;

import dev.legato.model.event.Event.BreakpointReached;
import dev.legato.model.event.Event.BreakpointsChanged;
import dev.legato.model.event.Event.ExecutionStarted;
import dev.legato.model.execution.Breakpoint;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.LogLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stops an execution before tasks that somebody has marked. What runs by then runs on. */
final class Breakpoints {
  private final Turn turn;
  private final ExecutionState state;

  Breakpoints(Turn turn) {
    this.turn = turn;
    this.state = turn.state();
  }

  /** Stops the execution if the task run, which is about to begin, is at a breakpoint. */
  boolean stopAt(TaskRun run) {
    boolean passes =
        state.header().breakpoints().isEmpty()
            || state.agenda().isReleased(run.sequence)
            || state.status().isTerminal()
            || turn.frontier().isHalted()
            || !isMarked(run);
    if (passes) {
      return false;
    }
    if (state.status() != ExecutionStatus.RUNNING) {
      turn.emit(new ExecutionStarted(turn.now()));
    }
    turn.emit(new BreakpointReached(run.sequence, turn.now()));
    turn.log(run, LogLevel.INFO, "Execution stopped at a breakpoint.");
    turn.frontier().add(new Work.Begin(run));
    return true;
  }

  /**
   * Lets the execution go on.
   *
   * @param breakpoints from now on; absent to leave them as they are
   */
  void resume(@Nullable List<Breakpoint> breakpoints) {
    for (TaskRun run : state.taskRuns().all()) {
      if (isToBegin(run) && isMarked(run)) {
        state.agenda().release(run.sequence);
      }
    }
    if (breakpoints != null) {
      turn.emit(new BreakpointsChanged(List.copyOf(breakpoints), turn.now()));
    }
    turn.emit(new ExecutionStarted(turn.now()));
    turn.log(LogLevel.INFO, "Execution resumed from a breakpoint.");
    turn.frontier().add(new Work.Check(state.root()));
  }

  private static boolean isToBegin(TaskRun run) {
    return run.status() == TaskRunStatus.CREATED || run.status() == TaskRunStatus.RESTARTED;
  }

  private boolean isMarked(TaskRun run) {
    for (Breakpoint breakpoint : state.header().breakpoints()) {
      if (breakpoint.taskId().equals(run.step().id())
          && (breakpoint.value() == null || breakpoint.value().equals(valueOf(run)))) {
        return true;
      }
    }
    return false;
  }

  /** The value of the innermost loop round that the task run stands in. */
  private static @Nullable String valueOf(TaskRun run) {
    String value = run.value();
    TaskRun outer = run.parent.run;
    while (value == null && outer != null) {
      value = outer.value();
      outer = outer.parent.run;
    }
    return value;
  }
}
