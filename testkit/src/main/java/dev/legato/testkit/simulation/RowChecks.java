package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.model.execution.Attempt;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.storage.CommitBatch.ExecutionChange;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must hold between the rows of an execution and those that a commit puts in their place. */
final class RowChecks {
  private final @Nullable DurableExecution before;
  private final ExecutionChange change;
  private final People people;

  /** Whether the execution has gone back to an earlier point, or begins at that of another one. */
  private final boolean rewound;

  private RowChecks(@Nullable DurableExecution before, ExecutionChange change, People people) {
    this.before = before;
    this.change = change;
    this.people = people;
    this.rewound = isRewound(before, change);
  }

  /**
   * Checks a change before it is written.
   *
   * @param before absent when the execution is new
   */
  static void check(@Nullable DurableExecution before, ExecutionChange change, People people) {
    var checks = new RowChecks(before, change, people);
    checks.checkHeader();
    checks.checkRemoved();
    for (TaskRunRecord row : change.taskRuns()) {
      checks.checkTaskRun(before == null ? null : before.find(row.sequence()), row);
    }
    if (before != null && !checks.rewound) {
      BreakpointChecks.check(before, change);
    }
  }

  /** Whether a change takes an execution back, or makes it of the rows of another one. */
  static boolean isRewound(@Nullable DurableExecution before, ExecutionChange change) {
    ExecutionRecord after = change.execution();
    if (after == null) {
      return false;
    }
    return before == null
        ? Epochs.isCopy(after)
        : after.attemptNumber() > before.execution().attemptNumber();
  }

  private void checkHeader() {
    ExecutionRecord after = change.execution();
    if (before == null) {
      after = InvariantViolation.present(after, "Task runs without an execution are written");
      require(after.version() == 1, "A new execution begins at version %d", after.version());
      LegalSteps.checkExecution(null, after.history(), false, after.id());
    } else if (after != null) {
      checkHeader(before.execution(), after);
    } else {
      require(
          !before.execution().over(),
          "Execution %s is over and task runs change: %s",
          before.execution().id(),
          change.taskRuns());
    }
    checkEndIsKept();
  }

  private void checkHeader(ExecutionRecord old, ExecutionRecord after) {
    require(
        after.version() == old.version() + 1,
        "Execution %s goes from version %d to %d",
        after.id(),
        old.version(),
        after.version());
    require(
        old.inputs().equals(after.inputs())
            && old.flow().equals(after.flow())
            && old.revision() == after.revision(),
        "Execution %s changes its inputs, its flow or its revision",
        after.id());
    require(
        after.taskRunCount() >= old.taskRunCount(),
        "Execution %s counts %d task runs after %d",
        after.id(),
        after.taskRunCount(),
        old.taskRunCount());
    require(
        rewound || !old.over() || after.over(),
        "Execution %s is over and goes on as %s",
        after.id(),
        after);
    LegalSteps.checkExecution(
        old.history(), after.history(), people.corrected(after.id()), after.id());
    require(
        !rewound || people.wantBack(after.id()), "Nobody wants %s to go back, but it does", after);
    boolean asked = people.wantToStop(after) || !Epochs.wasKilled(after) || rewound;
    require(asked, "Nobody wants %s to stop", after);
  }

  /** After the end nothing happens but what the flow does after its end. */
  private void checkEndIsKept() {
    if (before == null || rewound || !before.execution().status().isTerminal()) {
      return;
    }
    for (TaskRunRecord row : change.taskRuns()) {
      TaskRunRecord known = before.find(row.sequence());
      require(
          known == null || before.followsTheEnd(known),
          "Execution %s has ended and a task run changes: %s",
          before.execution().id(),
          row);
    }
  }

  private void checkRemoved() {
    var written = new HashSet<Integer>();
    change.taskRuns().forEach(row -> written.add(row.sequence()));
    for (int gone : change.removed()) {
      require(!written.contains(gone), "Task run %d is removed and written", gone);
      // one that was created and removed between two commits was never there
    }
  }

  private void checkTaskRun(@Nullable TaskRunRecord known, TaskRunRecord after) {
    String name = after.execution() + " task run " + after.sequence();
    if (known == null) {
      boolean killing =
          before != null && before.execution().status() == ExecutionStatus.KILLING && !rewound;
      require(!killing || ended(), "%s is created although its execution is being killed", name);
      require(
          before == null || after.sequence() >= before.everUsed(),
          "%s takes the place of one that was removed",
          name);
      LegalSteps.checkTaskRun(null, after.history(), rewound, name);
      return;
    }
    require(rewound || !known.status().isTerminal(), "%s changes after its end: %s", name, after);
    require(
        known.taskId().equals(after.taskId())
            && DurableExecution.parentOf(known) == DurableExecution.parentOf(after),
        "%s becomes another one: %s",
        name,
        after);
    LegalSteps.checkTaskRun(known.history(), after.history(), rewound, name);
    checkAttempts(known.attempts(), after.attempts(), name);
    boolean running =
        !after.attempts().isEmpty() && !after.attempts().getLast().status().isTerminal();
    require(
        !running || !after.status().isTerminal(),
        "%s has ended, its attempt runs: %s",
        name,
        after);
  }

  private boolean ended() {
    ExecutionRecord after = change.execution();
    return after != null && after.status().isTerminal();
  }

  private void checkAttempts(List<Attempt> known, List<Attempt> after, String name) {
    boolean killing = before != null && before.execution().status() == ExecutionStatus.KILLING;
    require(after.size() >= known.size(), "%s loses attempts", name);
    require(
        !killing || rewound || after.size() == known.size(),
        "%s is tried again while killed",
        name);
    for (int i = 0; i < after.size(); i++) {
      require(
          i == after.size() - 1 || after.get(i).status().isTerminal(),
          "%s: attempt %d runs beside a later one",
          name,
          i);
      if (i < known.size() && known.get(i).status().isTerminal() && !rewound) {
        require(known.get(i).equals(after.get(i)), "%s: attempt %d changes after its end", name, i);
      }
    }
  }
}
