package dev.legato.rest.trigger;

import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.model.trigger.TriggerId;
import dev.legato.orchestrator.trigger.Triggers;
import dev.legato.rest.bulk.BulkReader;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads which triggers a client means and what it wants of them. */
final class TriggerReader {
  private TriggerReader() {}

  /**
   * The trigger that an object names.
   *
   * @throws Problem 422 when it names none
   */
  static TriggerId id(@Nullable Object trigger) {
    if (!(trigger instanceof Map<?, ?> members)
        || !(members.get("namespace") instanceof String namespace)
        || !(members.get("flowId") instanceof String flow)
        || !(members.get("triggerId") instanceof String id)) {
      throw Problem.unreadable(
          "Invalid JSON: a trigger needs a namespace, a flowId and a triggerId");
    }
    return new TriggerId(
        new FlowId(PathIds.name(namespace, "namespace"), PathIds.name(flow, "flow id")),
        PathIds.name(id, "trigger id"));
  }

  /** The triggers that a list names; one that is named twice counts once. */
  static List<TriggerId> ids(@Nullable Object list) {
    if (!(list instanceof List<?> items)) {
      throw Problem.unreadable("Invalid JSON: expected a list of triggers");
    }
    if (items.size() > BulkReader.MAX_ITEMS) {
      throw Problem.tooLarge("a list may have at most %d items".formatted(BulkReader.MAX_ITEMS));
    }
    var ids = new LinkedHashSet<TriggerId>();
    items.forEach(item -> ids.add(id(item)));
    return List.copyOf(ids);
  }

  /** A member that is true or false; the other value when it is absent. */
  static boolean flag(Map<?, ?> body, String name, boolean fallback) {
    return switch (body.get(name)) {
      case Boolean flag -> flag;
      case null -> fallback;
      default -> throw Problem.unreadable("Invalid JSON: '%s' is true or false".formatted(name));
    };
  }

  /**
   * A backfill that is to begin.
   *
   * @throws Problem 400 when it is not in order
   */
  static Triggers.BackfillRequest backfill(@Nullable Object backfill) {
    if (!(backfill instanceof Map<?, ?> members)) {
      throw Problem.unreadable("Invalid JSON: a backfill is an object with a start");
    }
    Instant start = instant(members, "start");
    if (start == null) {
      throw Problem.badRequest("a backfill needs a start");
    }
    return new Triggers.BackfillRequest(
        start, instant(members, "end"), inputs(members.get("inputs")), labels(members));
  }

  private static @Nullable Instant instant(Map<?, ?> members, String name) {
    return switch (members.get(name)) {
      case String text when !text.isBlank() -> Query.instantOf(name, text);
      case String _ -> null;
      case null -> null;
      default ->
          throw Problem.badRequest(
              "'%s' must be a date and time such as 2026-01-02T03:04:05Z".formatted(name));
    };
  }

  private static Map<String, @Nullable Object> inputs(@Nullable Object written) {
    Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
    switch (written) {
      case Map<?, ?> map -> map.forEach((name, value) -> inputs.put(String.valueOf(name), value));
      case null -> {}
      default -> throw Problem.unreadable("Invalid JSON: inputs are an object");
    }
    return inputs;
  }

  private static List<Label> labels(Map<?, ?> members) {
    var labels = new ArrayList<Label>();
    switch (members.get("labels")) {
      case List<?> list -> list.forEach(element -> labels.add(label(element)));
      case Map<?, ?> map ->
          map.forEach(
              (key, value) -> labels.add(new Label(String.valueOf(key), String.valueOf(value))));
      case null -> {}
      default -> throw Problem.unreadable("Invalid JSON: labels are a list");
    }
    return labels;
  }

  private static Label label(@Nullable Object element) {
    if (element instanceof Map<?, ?> label
        && label.get("key") instanceof String key
        && label.get("value") instanceof String value) {
      return new Label(key, value);
    }
    throw Problem.unreadable("Invalid JSON: every label needs a key and a value");
  }
}
