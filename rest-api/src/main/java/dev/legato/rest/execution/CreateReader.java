package dev.legato.rest.execution;

import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.orchestrator.execution.CreateRequest;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Form;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Problem.Detail;
import dev.legato.rest.http.Query;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a client wants to be run. */
final class CreateReader {
  static final String KEY_HEADER = "Idempotency-Key";

  private static final int MAX_KEY_LENGTH = 255;
  private static final String NORMAL = "NORMAL";

  private static final long MAX_TEXT = 10 * 1024 * 1024;

  private final Json json;

  CreateReader(Json json) {
    this.json = json;
  }

  /**
   * Reads the request.
   *
   * @param scheduled whether the route knows a date to start at
   */
  CreateRequest read(Call call, FlowId flow, boolean scheduled) throws IOException {
    Query query = call.query();
    refuseWhatWeCannotDo(query);
    Optional<Instant> date = scheduled ? query.instant("scheduleDate") : Optional.empty();
    return new CreateRequest(
        flow,
        query.number("revision", 1, Integer.MAX_VALUE).orElse(null),
        inputs(call),
        labels(query),
        null,
        date.orElse(null),
        key(call));
  }

  private static void refuseWhatWeCannotDo(Query query) {
    if (!query.text("kind").orElse(NORMAL).equals(NORMAL)) {
      throw Problem.illegalArgument("only executions of kind NORMAL can be created");
    }
    if (query.text("breakpoints").isPresent()) {
      throw Problem.illegalArgument("breakpoints are not supported");
    }
  }

  /** The inputs of a request: a form, one JSON object, or nothing at all. */
  Map<String, @Nullable Object> inputs(Call call) throws IOException {
    if (call.hasNoBody()) {
      return Map.of();
    }
    return switch (call.mediaType()) {
      case MediaType.MULTIPART -> ofForm(call.form(MAX_TEXT, (_, _, _) -> true));
      case MediaType.JSON -> ofJson(call.body());
      case "" -> ofNothing(call.body());
      default ->
          throw Problem.unsupportedMediaType("send the inputs as multipart/form-data or as JSON");
    };
  }

  private static Map<String, @Nullable Object> ofForm(Form<Boolean> form) {
    if (!form.files().isEmpty()) {
      List<Detail> details =
          form.files().keySet().stream()
              .map(id -> new Detail("files cannot be uploaded", "inputs." + id))
              .toList();
      throw Problem.invalid(
          "Invalid entity: inputs.%s: files cannot be uploaded with an execution; put the file where a task can fetch it and pass its address"
              .formatted(form.files().keySet().iterator().next()),
          details);
    }
    return new LinkedHashMap<>(form.fields());
  }

  private Map<String, @Nullable Object> ofJson(byte[] body) {
    var inputs = new LinkedHashMap<String, @Nullable Object>();
    if (body.length > 0) {
      json.readObject(body).forEach((key, value) -> inputs.put(String.valueOf(key), value));
    }
    return inputs;
  }

  private static Map<String, @Nullable Object> ofNothing(byte[] body) {
    if (body.length > 0) {
      throw Problem.unsupportedMediaType("a body needs a Content-Type");
    }
    return Map.of();
  }

  private static List<Label> labels(Query query) {
    var labels = new ArrayList<Label>();
    for (String text : query.all("labels")) {
      int colon = text.indexOf(':');
      if (colon <= 0) {
        throw Problem.illegalArgument("a label must be written as key:value");
      }
      labels.add(new Label(text.substring(0, colon), text.substring(colon + 1)));
    }
    return labels;
  }

  private static @Nullable String key(Call call) {
    String key = call.header(KEY_HEADER).orElse(null);
    if (key != null
        && (key.length() > MAX_KEY_LENGTH || key.chars().anyMatch(c -> c < 0x21 || c > 0x7e))) {
      throw Problem.badRequest(
          "%s must be printable ASCII without spaces, at most %d characters"
              .formatted(KEY_HEADER, MAX_KEY_LENGTH));
    }
    return key;
  }
}
