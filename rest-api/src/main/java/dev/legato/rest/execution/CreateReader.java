package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionKind;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.orchestrator.execution.CreateRequest;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Query;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a client wants to be run. */
final class CreateReader {
  static final String KEY_HEADER = "Idempotency-Key";

  private static final int MAX_KEY_LENGTH = 255;

  private final InputsReader inputs;

  CreateReader(InputsReader inputs) {
    this.inputs = inputs;
  }

  /**
   * Reads the request.
   *
   * @param scheduled whether the route knows a date to start at
   * @param execution what the new execution is to be called
   * @param uploads takes the files
   */
  CreateRequest read(
      Call call, FlowId flow, boolean scheduled, ExecutionId execution, Uploads uploads)
      throws IOException {
    Query query = call.query();
    Optional<Instant> date = scheduled ? query.instant("scheduleDate") : Optional.empty();
    Map<String, @Nullable Object> given = uploads.storeTexts(inputs.read(call, uploads));
    return new CreateRequest(
        flow,
        query.number("revision", 1, Integer.MAX_VALUE).orElse(null),
        given,
        labels(query),
        null,
        date.orElse(null),
        key(call),
        new CreateRequest.Upload(execution, uploads.fingerprint()),
        Breakpoints.of(query),
        kind(query));
  }

  private static ExecutionKind kind(Query query) {
    String name = query.text("kind").orElse(ExecutionKind.NORMAL.name()).toUpperCase(Locale.ROOT);
    return Arrays.stream(ExecutionKind.values())
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Problem.illegalArgument("kind must be NORMAL, TEST or PLAYGROUND"));
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

  /** The key of a request that may be sent again; absent when the client chose none. */
  static @Nullable String key(Call call) {
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
