package dev.legato.model.execution;

import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.TemplateId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of an execution in the making: a new one, or an existing one with changes. It is the one
 * place that knows all fields of the record; whoever changes some names those only.
 */
public final class ExecutionDraft {
  private final ExecutionId id;
  private final FlowId flow;
  private final int revision;
  private StatusHistory<ExecutionStatus> history;
  private long version;
  private Map<String, @Nullable Object> inputs = Map.of();
  private @Nullable Map<String, @Nullable Object> outputs;
  private List<Label> labels = List.of();
  private @Nullable ExecutionOrigin origin;
  private Lineage lineage;
  private @Nullable Instant scheduleDate;
  private int taskRunCount;
  private @Nullable Map<String, @Nullable Object> variables;
  private @Nullable Caller caller;
  private @Nullable ExecutionStatus verdict;
  private boolean over;
  private Map<TemplateId, Integer> templates = Map.of();
  private boolean sparesChildren;
  private List<Breakpoint> breakpoints = List.of();
  private ExecutionKind kind = ExecutionKind.NORMAL;

  private ExecutionDraft(
      ExecutionId id, FlowId flow, int revision, StatusHistory<ExecutionStatus> history) {
    this.id = id;
    this.flow = flow;
    this.revision = revision;
    this.history = history;
    this.lineage = new Lineage(id, null, 1, null);
  }

  /** A new execution, the first of its chain, without inputs, labels and all the rest. */
  public static ExecutionDraft of(
      ExecutionId id, FlowId flow, int revision, StatusHistory<ExecutionStatus> history) {
    return new ExecutionDraft(id, flow, revision, history);
  }

  /** A copy of a record. */
  public static ExecutionDraft from(ExecutionRecord record) {
    var draft = new ExecutionDraft(record.id(), record.flow(), record.revision(), record.history());
    draft.version = record.version();
    draft.inputs = record.inputs();
    draft.outputs = record.outputs();
    draft.labels = record.labels();
    draft.origin = record.origin();
    draft.lineage =
        new Lineage(
            record.originalId(), record.parentId(), record.attemptNumber(), record.originalDate());
    draft.scheduleDate = record.scheduleDate();
    draft.taskRunCount = record.taskRunCount();
    draft.variables = record.variables();
    draft.caller = record.caller();
    draft.verdict = record.verdict();
    draft.over = record.over();
    draft.templates = record.templates();
    draft.sparesChildren = record.sparesChildren();
    draft.breakpoints = record.breakpoints();
    draft.kind = record.kind();
    return draft;
  }

  public ExecutionDraft version(long changed) {
    version = changed;
    return this;
  }

  public ExecutionDraft history(StatusHistory<ExecutionStatus> changed) {
    history = changed;
    return this;
  }

  public ExecutionDraft inputs(Map<String, @Nullable Object> changed) {
    inputs = changed;
    return this;
  }

  public ExecutionDraft outputs(@Nullable Map<String, @Nullable Object> changed) {
    outputs = changed;
    return this;
  }

  public ExecutionDraft labels(List<Label> changed) {
    labels = changed;
    return this;
  }

  public ExecutionDraft origin(@Nullable ExecutionOrigin changed) {
    origin = changed;
    return this;
  }

  public ExecutionDraft lineage(Lineage changed) {
    lineage = changed;
    return this;
  }

  public ExecutionDraft scheduleDate(@Nullable Instant changed) {
    scheduleDate = changed;
    return this;
  }

  public ExecutionDraft taskRunCount(int changed) {
    taskRunCount = changed;
    return this;
  }

  public ExecutionDraft variables(@Nullable Map<String, @Nullable Object> changed) {
    variables = changed;
    return this;
  }

  public ExecutionDraft caller(@Nullable Caller changed) {
    caller = changed;
    return this;
  }

  public ExecutionDraft verdict(@Nullable ExecutionStatus changed) {
    verdict = changed;
    return this;
  }

  public ExecutionDraft over(boolean changed) {
    over = changed;
    return this;
  }

  public ExecutionDraft templates(Map<TemplateId, Integer> changed) {
    templates = changed;
    return this;
  }

  public ExecutionDraft sparesChildren(boolean changed) {
    sparesChildren = changed;
    return this;
  }

  public ExecutionDraft kind(ExecutionKind changed) {
    kind = changed;
    return this;
  }

  public ExecutionDraft breakpoints(List<Breakpoint> changed) {
    breakpoints = changed;
    return this;
  }

  /** The record; the draft may be changed further for another one. */
  public ExecutionRecord build() {
    return new ExecutionRecord(
        id,
        flow,
        revision,
        version,
        history,
        inputs,
        outputs,
        labels,
        origin,
        lineage.originalId(),
        lineage.parentId(),
        lineage.attemptNumber(),
        scheduleDate,
        taskRunCount,
        variables,
        caller,
        verdict,
        over,
        templates,
        lineage.originalDate(),
        sparesChildren,
        breakpoints,
        kind);
  }
}
