package dev.legato.testkit.contract;

import dev.legato.model.execution.Attempt;
import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionOrigin;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Ids;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records to store, and the same records changed in one place. */
public final class Samples {
  public static final Instant START = Instant.parse("2026-01-31T12:00:00.123456Z");
  public static final FlowId FLOW = new FlowId("company.team", "load");

  /** What no text in any column may lose: NUL, lone surrogates, escapes, quotes, other scripts. */
  public static final String NASTY =
      "nul \u0000 high \uD800 low \uDC00 pair \uD83D\uDE00 sub \u001A0000 ' \" \\ % _ ; -- ' or 1=1 --\r\n\täß漢 \uFFFF";

  private Samples() {}

  public static ExecutionId id(String name) {
    return new ExecutionId(name);
  }

  /** Version 1 of an execution that has just been created. */
  public static ExecutionRecord created(String id) {
    return created(id, FLOW, START);
  }

  public static ExecutionRecord created(String id, FlowId flow, Instant at) {
    return new ExecutionRecord(
        id(id),
        flow,
        1,
        1,
        StatusHistory.of(ExecutionStatus.CREATED, at),
        Map.of(),
        null,
        List.of(),
        null,
        id(id),
        null,
        1,
        null,
        0,
        null,
        null,
        null,
        false);
  }

  /** The next version with another status. */
  public static ExecutionRecord next(ExecutionRecord before, ExecutionStatus status, Instant at) {
    return with(before, before.version() + 1, before.history().with(status, at), before.labels());
  }

  public static ExecutionRecord labelled(ExecutionRecord before, Label... labels) {
    return with(before, before.version(), before.history(), List.of(labels));
  }

  public static ExecutionRecord version(ExecutionRecord before, long version) {
    return with(before, version, before.history(), before.labels());
  }

  private static ExecutionRecord with(
      ExecutionRecord before,
      long version,
      StatusHistory<ExecutionStatus> history,
      List<Label> labels) {
    return new ExecutionRecord(
        before.id(),
        before.flow(),
        before.revision(),
        version,
        history,
        before.inputs(),
        before.outputs(),
        labels,
        before.origin(),
        before.originalId(),
        before.parentId(),
        before.attemptNumber(),
        before.scheduleDate(),
        before.taskRunCount(),
        before.variables(),
        before.caller(),
        before.verdict(),
        history.current().isTerminal());
  }

  /** The same, and it is said that nothing or something goes on by itself. */
  public static ExecutionRecord over(ExecutionRecord before, boolean over) {
    return new ExecutionRecord(
        before.id(),
        before.flow(),
        before.revision(),
        before.version(),
        before.history(),
        before.inputs(),
        before.outputs(),
        before.labels(),
        before.origin(),
        before.originalId(),
        before.parentId(),
        before.attemptNumber(),
        before.scheduleDate(),
        before.taskRunCount(),
        before.variables(),
        before.caller(),
        before.verdict(),
        over);
  }

  /** An execution that a task run of another one has started. */
  public static ExecutionRecord calledBy(String id, Caller caller) {
    ExecutionRecord plain = created(id);
    return new ExecutionRecord(
        plain.id(),
        plain.flow(),
        plain.revision(),
        plain.version(),
        plain.history(),
        plain.inputs(),
        plain.outputs(),
        plain.labels(),
        plain.origin(),
        plain.originalId(),
        plain.parentId(),
        plain.attemptNumber(),
        plain.scheduleDate(),
        plain.taskRunCount(),
        plain.variables(),
        caller,
        plain.verdict(),
        plain.over());
  }

  /** The caller of one batch of a task run. */
  public static Caller caller(String execution, int taskRun, @Nullable Integer iteration) {
    return new Caller(id(execution), taskRun, 0, iteration, List.of(FLOW));
  }

  /** An execution that was started by another one as a subflow. */
  public static ExecutionRecord startedBy(String id, String caller) {
    ExecutionRecord plain = created(id);
    var origin =
        new ExecutionOrigin(
            "call", "io.kestra.plugin.core.flow.Subflow", Map.of("executionId", caller));
    return full(plain, Map.of(), origin, id(id), null);
  }

  public static ExecutionRecord replayOf(String id, String parent) {
    return full(created(id), Map.of(), null, id(parent), id(parent));
  }

  /** Every component has a value, and the values are as awkward as can be. */
  public static ExecutionRecord awkward(String id) {
    var origin = new ExecutionOrigin(NASTY, "type " + NASTY, values(), "kestra:///" + NASTY);
    ExecutionRecord all = full(created(id), values(), origin, id("first"), id("before"));
    return new ExecutionRecord(
        all.id(),
        new FlowId("name" + NASTY, "flow" + NASTY),
        Integer.MAX_VALUE,
        1,
        all.history()
            .with(ExecutionStatus.RUNNING, START.plusSeconds(1))
            .with(ExecutionStatus.RETRYING, START.minusSeconds(5)) // a clock that was set back
            .with(ExecutionStatus.WARNING, START.plusNanos(7_000)),
        all.inputs(),
        values(),
        List.of(new Label("a", "1"), new Label("key" + NASTY, NASTY), new Label("a", "2")),
        origin,
        id("first"),
        id("before"),
        7,
        START.plusSeconds(86_400),
        123_456,
        values(),
        new Caller(
            id("caller" + NASTY),
            Integer.MAX_VALUE,
            7,
            0,
            List.of(FLOW, new FlowId("name" + NASTY, "flow" + NASTY))),
        ExecutionStatus.CANCELLED,
        true);
  }

  private static ExecutionRecord full(
      ExecutionRecord before,
      Map<String, @Nullable Object> inputs,
      @Nullable ExecutionOrigin origin,
      ExecutionId originalId,
      @Nullable ExecutionId parentId) {
    return new ExecutionRecord(
        before.id(),
        before.flow(),
        before.revision(),
        before.version(),
        before.history(),
        inputs,
        before.outputs(),
        before.labels(),
        origin,
        originalId,
        parentId,
        before.attemptNumber(),
        before.scheduleDate(),
        before.taskRunCount(),
        null,
        null,
        null,
        false);
  }

  /** JSON values of all kinds, in an order that is not the alphabet's. */
  public static Map<String, @Nullable Object> values() {
    var list = new ArrayList<@Nullable Object>();
    list.add(null);
    list.add(true);
    list.add(List.of());
    list.add(Map.of("deep", List.of(Map.of("deeper", "x"))));
    var values = new LinkedHashMap<String, @Nullable Object>();
    values.put("z", NASTY);
    values.put(NASTY, "key");
    values.put("absent", null);
    values.put("int", 42);
    values.put("long", 1L << 40);
    values.put("huge", new BigInteger("123456789012345678901234567890"));
    values.put("double", 0.1);
    values.put("exact", new BigDecimal("0.1234567890123456789"));
    values.put("false", false);
    values.put("list", list);
    values.put("empty", "");
    values.put("", "empty key");
    values.put("a", Map.of());
    return values;
  }

  /** A task run that has just been created. */
  public static TaskRunRecord taskRun(String execution, int sequence) {
    return new TaskRunRecord(
        id(execution),
        sequence,
        Ids.taskRun(id(execution), sequence),
        "task-" + sequence,
        null,
        null,
        null,
        StatusHistory.of(TaskRunStatus.CREATED, START),
        List.of(),
        Map.of(),
        null);
  }

  /** The same with its end. */
  public static TaskRunRecord ended(
      TaskRunRecord before, TaskRunStatus status, Map<String, @Nullable Object> outputs) {
    StatusHistory<TaskRunStatus> history =
        before
            .history()
            .with(TaskRunStatus.RUNNING, START.plusMillis(5))
            .with(status, START.plusSeconds(1));
    return new TaskRunRecord(
        before.execution(),
        before.sequence(),
        before.id(),
        before.taskId(),
        before.parent(),
        before.value(),
        before.iteration(),
        history,
        List.of(new Attempt(history), new Attempt(history.with(TaskRunStatus.FAILED, START))),
        outputs,
        before.items());
  }

  /** A loop with its values; null for a record that does not carry them. */
  public static TaskRunRecord loop(String execution, int sequence, @Nullable List<String> items) {
    TaskRunRecord plain = taskRun(execution, sequence);
    return new TaskRunRecord(
        plain.execution(),
        sequence,
        plain.id(),
        "loop",
        null,
        null,
        null,
        plain.history(),
        List.of(),
        Map.of(),
        items);
  }

  /** A child of a loop with awkward texts. */
  public static TaskRunRecord child(String execution, int sequence, int parent) {
    TaskRunRecord plain = taskRun(execution, sequence);
    return new TaskRunRecord(
        plain.execution(),
        sequence,
        plain.id(),
        "task " + NASTY,
        parent,
        "value " + NASTY,
        sequence - parent - 1,
        plain.history(),
        List.of(),
        values(),
        null);
  }

  public static LogEntry line(String execution, String message) {
    return line(execution, message, LogLevel.INFO, START);
  }

  public static LogEntry line(String execution, String message, LogLevel level, Instant at) {
    return new LogEntry(
        FLOW, id(execution), "task", "run-" + execution, 0, at, level, "worker-1", message);
  }
}
