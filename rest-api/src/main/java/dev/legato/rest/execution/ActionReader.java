package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.Label;
import dev.legato.orchestrator.execution.Action;
import dev.legato.orchestrator.execution.Action.ChangeStatus;
import dev.legato.orchestrator.execution.Action.ChangeTaskRun;
import dev.legato.orchestrator.execution.Action.Delete;
import dev.legato.orchestrator.execution.Action.Kill;
import dev.legato.orchestrator.execution.Action.Replay;
import dev.legato.orchestrator.execution.Action.Restart;
import dev.legato.orchestrator.execution.Action.ResumeFromBreakpoint;
import dev.legato.orchestrator.execution.Action.RevisionChoice;
import dev.legato.orchestrator.execution.Action.SetLabels;
import dev.legato.orchestrator.execution.Action.Unqueue;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Query;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a client wants to be done to an execution. */
final class ActionReader {
  private final Json json;

  ActionReader(Json json) {
    this.json = json;
  }

  static Action kill(Call call) {
    return new Kill(call.query().flag("isOnKillCascade", true));
  }

  static Action delete(Call call) {
    Query query = call.query();
    return new Delete(
        query.flag("deleteLogs", true),
        query.flag("deleteMetrics", true),
        query.flag("deleteStorage", true));
  }

  static Action restart(Call call) {
    return new Restart(revision(call.query()));
  }

  static Action restartMany(Call call) {
    return new Restart(new RevisionChoice.Same());
  }

  static Replay replay(Call call) {
    Query query = call.query();
    return new Replay(
        query.text("taskRunId").orElse(null), revision(query), null, Breakpoints.of(query));
  }

  static Action replayMany(Call call) {
    boolean newest = call.query().flag("latestRevision", false);
    return new Replay(
        null, newest ? new RevisionChoice.Newest() : new RevisionChoice.Same(), null, List.of());
  }

  static Action resumeFromBreakpoint(Call call) {
    return new ResumeFromBreakpoint(Breakpoints.given(call.query()).orElse(null));
  }

  private static RevisionChoice revision(Query query) {
    return query
        .number("revision", 1, Integer.MAX_VALUE)
        .<RevisionChoice>map(RevisionChoice.Numbered::new)
        .orElseGet(RevisionChoice.Same::new);
  }

  static Action changeStatus(Call call) {
    Query query = call.query();
    String status = query.text("newStatus").orElseGet(() -> query.required("status"));
    return new ChangeStatus(status(ExecutionStatus.class, status));
  }

  static Action unqueue(Call call) {
    Query query = call.query();
    String state =
        query.text("state").or(() -> query.text("newState")).orElse(ExecutionStatus.RUNNING.name());
    return new Unqueue(status(ExecutionStatus.class, state));
  }

  /** By a query, {@code state} is a filter. */
  static Action unqueueFound(Call call) {
    String state = call.query().text("newState").orElse(ExecutionStatus.RUNNING.name());
    return new Unqueue(status(ExecutionStatus.class, state));
  }

  Action changeTaskRun(Call call) throws IOException {
    Map<?, ?> body = json.readObject(call.body());
    if (!(body.get("taskRunId") instanceof String taskRun)
        || !(body.get("state") instanceof String state)) {
      throw Problem.unreadable("Invalid JSON: expected {\"taskRunId\": \"…\", \"state\": \"…\"}");
    }
    return new ChangeTaskRun(taskRun, status(TaskRunStatus.class, state));
  }

  Action setLabels(Call call) throws IOException {
    return new SetLabels(labels(json.read(call.body())));
  }

  /** Labels as a list of keys and values, or as a map. */
  static List<Label> labels(@Nullable Object value) {
    var labels = new ArrayList<Label>();
    switch (value) {
      case List<?> list -> list.forEach(element -> labels.add(label(element)));
      case Map<?, ?> map ->
          map.forEach((key, text) -> labels.add(new Label(String.valueOf(key), text(text))));
      case null, default ->
          throw Problem.unreadable(
              "Invalid JSON: expected labels as [{\"key\": \"…\", \"value\": \"…\"}]");
    }
    if (labels.isEmpty()) {
      throw Problem.illegalArgument("there is no label to set");
    }
    return labels;
  }

  private static Label label(@Nullable Object element) {
    if (element instanceof Map<?, ?> label && label.get("key") instanceof String key) {
      return new Label(key, text(label.get("value")));
    }
    throw Problem.unreadable("Invalid JSON: every label needs a key and a value");
  }

  private static String text(@Nullable Object value) {
    return switch (value) {
      case String text -> text;
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      case null, default -> throw Problem.unreadable("Invalid JSON: a label's value is a text");
    };
  }

  private static <S extends Enum<S>> S status(Class<S> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(status -> status.name().equals(text.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> Problem.illegalArgument("there is no state '%s'".formatted(shortened(text))));
  }

  private static String shortened(String text) {
    return text.length() <= 30 ? text : text.substring(0, 30) + "…";
  }
}
