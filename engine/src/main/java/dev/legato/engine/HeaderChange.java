package dev.legato.engine;

import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Lineage;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.flow.Label;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The record of an execution as it will be; starts as a copy of the record as it is. */
final class HeaderChange {
  private final ExecutionRecord old;
  private long version;
  private StatusHistory<ExecutionStatus> history;
  private @Nullable Map<String, @Nullable Object> outputs;
  private List<Label> labels;
  private int attemptNumber;
  private int taskRunCount;
  private @Nullable Map<String, @Nullable Object> variables;
  private @Nullable ExecutionStatus verdict;
  private boolean over;

  private HeaderChange(ExecutionRecord old) {
    this.old = old;
    this.version = old.version();
    this.history = old.history();
    this.outputs = old.outputs();
    this.labels = old.labels();
    this.attemptNumber = old.attemptNumber();
    this.taskRunCount = old.taskRunCount();
    this.variables = old.variables();
    this.verdict = old.verdict();
    this.over = old.over();
  }

  static ExecutionRecord created(CreateExecution request, StatusHistory<ExecutionStatus> history) {
    Lineage known = request.lineage();
    Lineage lineage = known == null ? new Lineage(request.execution(), null, 1) : known;
    return new ExecutionRecord(
        request.execution(),
        request.flow(),
        request.revision(),
        0,
        history,
        request.inputs(),
        null,
        request.labels(),
        request.origin(),
        lineage.originalId(),
        lineage.parentId(),
        lineage.attemptNumber(),
        request.scheduleDate(),
        0,
        null,
        request.caller(),
        null,
        false);
  }

  static HeaderChange of(ExecutionRecord old) {
    return new HeaderChange(old);
  }

  HeaderChange version(long changed) {
    version = changed;
    return this;
  }

  HeaderChange history(StatusHistory<ExecutionStatus> changed) {
    history = changed;
    return this;
  }

  HeaderChange outputs(@Nullable Map<String, @Nullable Object> changed) {
    outputs = changed;
    return this;
  }

  HeaderChange labels(List<Label> changed) {
    labels = changed;
    return this;
  }

  HeaderChange attemptNumber(int changed) {
    attemptNumber = changed;
    return this;
  }

  HeaderChange taskRunCount(int changed) {
    taskRunCount = changed;
    return this;
  }

  HeaderChange variables(Map<String, @Nullable Object> changed) {
    variables = changed;
    return this;
  }

  HeaderChange verdict(@Nullable ExecutionStatus changed) {
    verdict = changed;
    return this;
  }

  HeaderChange over(boolean changed) {
    over = changed;
    return this;
  }

  ExecutionRecord build() {
    return new ExecutionRecord(
        old.id(),
        old.flow(),
        old.revision(),
        version,
        history,
        old.inputs(),
        outputs,
        labels,
        old.origin(),
        old.originalId(),
        old.parentId(),
        attemptNumber,
        old.scheduleDate(),
        taskRunCount,
        variables,
        old.caller(),
        verdict,
        over);
  }
}
