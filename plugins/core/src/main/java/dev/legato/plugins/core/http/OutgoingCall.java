package dev.legato.plugins.core.http;

import dev.legato.plugin.PluginContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.http.HttpCall;
import dev.legato.plugin.http.HttpReply;
import dev.legato.plugins.core.http.RequestOptions.Ssl;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all tasks that call servers have in common. */
record OutgoingCall(
    String uri,
    String method,
    @Nullable String body,
    @Nullable Map<String, @Nullable Object> formData,
    @Nullable String contentType,
    @Nullable Map<String, @Nullable Object> headers,
    RequestOptions options,
    @Nullable Ssl sslOptions) {
  private static final int FIRST_ERROR = 400;
  private static final int MOST_SHOWN = 500;

  /** Sends it; the caller closes the reply. */
  HttpReply send(PluginContext context, long maxBytes)
      throws TaskFailure, IOException, InterruptedException {
    HttpCall call =
        new HttpCall(
            method,
            address(),
            sentHeaders(),
            OutgoingBody.of(this, context.files()),
            options.forClient(sslOptions, maxBytes));
    HttpReply reply = context.http().send(call);
    context
        .log()
        .debug("%s %s answered %d".formatted(method, withoutSecrets(reply.uri()), reply.status()));
    return reply;
  }

  private URI address() throws TaskFailure {
    try {
      return new URI(uri.strip().replace(" ", "%20"));
    } catch (URISyntaxException e) {
      throw new TaskFailure(
          "'uri' is no address: %s at character %d; special characters need | urlencode."
              .formatted(e.getReason(), e.getIndex() + 1));
    }
  }

  private Map<String, List<String>> sentHeaders() {
    Map<String, List<String>> sent = new LinkedHashMap<>();
    if (headers != null) {
      headers.forEach((name, value) -> sent.put(name, texts(value)));
    }
    return sent;
  }

  private static List<String> texts(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> list -> list.stream().map(String::valueOf).toList();
      default -> List.of(value.toString());
    };
  }

  /** Whether the status of a reply fails the task. */
  boolean isFailure(int status, boolean allowFailed) {
    return status >= FIRST_ERROR && !allowFailed && !options.allows(status);
  }

  /** Reads no more of a reply than people want to see. */
  TaskFailure failure(HttpReply reply, @Nullable Record outputs) {
    String shown;
    try {
      byte[] bytes = reply.body().readNBytes(MOST_SHOWN);
      shown = new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      shown = "";
    }
    return failure(reply, shown, outputs);
  }

  TaskFailure failure(HttpReply reply, String text, @Nullable Record outputs) {
    String shown = text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    return new TaskFailure(
        "%s %s answered %d%s"
            .formatted(
                method,
                withoutSecrets(reply.uri()),
                reply.status(),
                shown.isBlank() ? "." : ": " + shown.strip()),
        null,
        outputs);
  }

  /** Without what may be a name, a password or a token. */
  static String withoutSecrets(URI uri) {
    String authority = String.valueOf(uri.getRawAuthority());
    String host = authority.substring(authority.indexOf('@') + 1);
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    return "%s://%s%s".formatted(uri.getScheme(), host, path);
  }
}
