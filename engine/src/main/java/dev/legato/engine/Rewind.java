package dev.legato.engine;

import dev.legato.model.command.Command.CopyExecution;
import dev.legato.model.command.Command.StartingPoint;
import dev.legato.model.command.Command.StartingPoint.Failures;
import dev.legato.model.command.Command.StartingPoint.OneTaskRun;
import dev.legato.model.command.Command.StartingPoint.TaskRunAs;
import dev.legato.model.execution.ExecutionDraft;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Lineage;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.Label;
import dev.legato.model.plan.Plan;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns the rows of an execution back to an earlier point, from where they can be recovered. */
final class Rewind {
  private static final Label RESTARTED = new Label(Label.SYSTEM_PREFIX + "restarted", "true");

  private Rewind() {}

  /**
   * What became of an attempt to rewind.
   *
   * @param refusal why it cannot be done; absent when it can
   * @param rows as they are then
   * @param changed sequences of task runs that are not what they were
   * @param removed sequences of task runs that are gone
   */
  record Outcome(
      @Nullable String refusal,
      StoredExecution rows,
      Set<Integer> changed,
      List<Integer> removed) {}

  /** The same execution, gone back to a point. */
  static Outcome inPlace(StoredExecution rows, StartingPoint from, Plan plan, Instant now) {
    RewoundRuns runs = new RewoundRuns(rows.taskRuns(), plan, now);
    String refusal = apply(runs, from);
    ExecutionRecord old = rows.execution();
    List<Label> labels =
        from instanceof Failures
            ? LabelTexts.merged(old.labels(), List.of(RESTARTED))
            : old.labels();
    int last = rows.taskRuns().isEmpty() ? -1 : rows.taskRuns().getLast().sequence();
    ExecutionRecord header =
        old.change()
            .taskRunCount(Math.max(old.taskRunCount(), last + 1)) // no sequence is used twice
            .history(old.history().with(ExecutionStatus.RESTARTED, now))
            .outputs(null)
            .labels(labels)
            .lineage(
                new Lineage(
                    old.originalId(), old.parentId(), old.attemptNumber() + 1, old.originalDate()))
            .sparesChildren(false)
            .verdict(null)
            .over(false)
            .build();
    return new Outcome(
        refusal, new StoredExecution(header, runs.rows()), runs.changed(), runs.removed());
  }

  /** A new execution that begins with the task runs that another one had at a point. */
  static Outcome copy(CopyExecution copy, Plan plan, Instant now) {
    ExecutionRecord source = copy.source().execution();
    RewoundRuns runs = new RewoundRuns(copy.source().taskRuns(), plan, now);
    String refusal = apply(runs, copy.from());
    runs.restartWaiting();
    List<TaskRunRecord> rows =
        runs.rows().stream().map(run -> RewoundRuns.under(copy.execution(), run)).toList();
    ExecutionRecord header = // without a caller: whoever called the source has got its answer
        ExecutionDraft.of(
                copy.execution(),
                source.flow(),
                copy.revision(),
                StatusHistory.of(ExecutionStatus.CREATED, now).with(ExecutionStatus.RESTARTED, now))
            .inputs(copy.inputs() == null ? source.inputs() : copy.inputs())
            .labels(copy.labels())
            .origin(source.origin())
            .lineage(Lineage.nextAttemptOf(source))
            .taskRunCount(source.taskRunCount())
            .variables(source.variables())
            .breakpoints(copy.breakpoints())
            .kind(source.kind())
            .templates(plan.templates())
            .build();
    Set<Integer> all =
        rows.stream()
            .map(TaskRunRecord::sequence)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new Outcome(refusal, new StoredExecution(header, rows), all, List.of());
  }

  private static @Nullable String apply(RewoundRuns runs, StartingPoint from) {
    return switch (from) {
      case Failures _ -> runs.restartFailures();
      case OneTaskRun it -> runs.restart(it.taskRun());
      case TaskRunAs it -> runs.change(it.taskRun(), it.status());
    };
  }

  /** Whether operators may give a task run this status. */
  static boolean isAskable(TaskRunStatus status) {
    return switch (status) {
      case SUCCESS, WARNING, FAILED, KILLED, SKIPPED, CANCELLED -> true;
      case CREATED, RUNNING, PAUSED, RETRYING, RESTARTED, KILLING, RETRIED, RESUBMITTED -> false;
    };
  }
}
