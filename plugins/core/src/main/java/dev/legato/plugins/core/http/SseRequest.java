package dev.legato.plugins.core.http;

import dev.legato.plugin.Inline;
import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.http.HttpReply;
import dev.legato.plugins.core.http.EventStream.Event;
import dev.legato.plugins.core.value.Json;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads events from a server. */
@TaskType(
    value = "io.kestra.plugin.core.http.SseRequest",
    title = "Calls a server and reads the events that it sends until it has no more.",
    description =
        """
        For servers that answer piece by piece, such as language models.

        ```yaml
        id: answer
        type: io.kestra.plugin.core.http.SseRequest
        uri: https://models.example.org/v1/chat
        method: POST
        body: '{"prompt": "{{ inputs.prompt }}", "stream": true}'
        concatJqExpression: .choices[0].delta.content
        ```

        Later tasks read the whole text as `{{ outputs.answer.result }}`.
        """)
public record SseRequest(
    @Inline OutgoingCall call,
    @Property(value = "Whether no status fails the task.", defaultValue = "false")
        boolean allowFailed,
    @Property(value = "Picks the text to join from the data of each event.", rendered = false)
        @Nullable String concatJqExpression,
    @Property(value = "Whether an event without that text fails the task.", defaultValue = "true")
        boolean failedOnMissingJq)
    implements Task<SseRequest.Result> {
  private static final long MAX_BYTES = 10 << 20;

  /** What came. */
  public record Result(
      @Property("A file with all events, one a line.") URI uri,
      @Property("The events, each with `id`, `event` and `data`.")
          List<Map<String, @Nullable Object>> events,
      @Property("How many events came.") long size,
      @Property("The joined text; absent without an expression.") @Nullable String result) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    try (HttpReply reply = call.accepting("text/event-stream").send(context, MAX_BYTES)) {
      if (call.isFailure(reply.status(), allowFailed)) {
        throw call.failure(reply, null);
      }
      return read(reply, context);
    }
  }

  private Result read(HttpReply reply, TaskContext context) throws TaskFailure, IOException {
    List<Map<String, @Nullable Object>> events = new ArrayList<>();
    StringBuilder joined = new StringBuilder();
    EventStream stream = new EventStream(reply.body());
    try (NewFile file = context.files().create("events.ion")) {
      for (Event event = stream.next(); event != null; event = stream.next()) {
        Object data = data(event.data());
        Map<String, @Nullable Object> record = new LinkedHashMap<>();
        record.put("id", event.id());
        record.put("event", event.name());
        record.put("data", data);
        events.add(record);
        Json.writeLine(record, file.content());
        if (concatJqExpression != null) {
          joined.append(picked(concatJqExpression, data, context));
        }
      }
      context.count("size", events.size(), Map.of());
      String result = concatJqExpression == null ? null : joined.toString();
      return new Result(file.keep(), events, events.size(), result);
    }
  }

  private static @Nullable Object data(String text) {
    try {
      return text.startsWith("{") || text.startsWith("[") ? Json.parse(text, "data") : text;
    } catch (TaskFailure _) {
      return text; // what looks like JSON need not be it
    }
  }

  private String picked(String expression, @Nullable Object data, TaskContext context)
      throws TaskFailure {
    Map<String, @Nullable Object> variables = new HashMap<>();
    variables.put("data", data);
    variables.put("expression", expression);
    Object found;
    try {
      found = context.evaluate("{{ data | jq(expression) }}", variables);
    } catch (TaskFailure e) {
      if (failedOnMissingJq) {
        throw e;
      }
      return "";
    }
    Object first = found instanceof List<?> list ? list.isEmpty() ? null : list.getFirst() : found;
    if (first == null && failedOnMissingJq) {
      throw new TaskFailure(
          "'%s' finds nothing in an event; set 'failedOnMissingJq: false' to pass over such events."
              .formatted(expression));
    }
    return first == null ? "" : first instanceof String text ? text : Json.write(first);
  }
}
