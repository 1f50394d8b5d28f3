package dev.legato.plugins.core.http;

import dev.legato.plugin.PluginContext;
import dev.legato.plugin.Property;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.http.HttpCall;
import dev.legato.plugin.http.HttpReply;
import dev.legato.plugins.core.http.RequestOptions.Ssl;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call of a server: what all tasks and triggers that make one have in common. */
public record OutgoingCall(
    @Property("The address, beginning with http:// or https://.") String uri,
    @Property(value = "What to do there: GET, POST, PUT and so on.", defaultValue = "GET")
        String method,
    @Property("What to send; ignored with `formData`.") @Nullable String body,
    @Property(
            "What to send as a form. With the content type multipart/form-data, texts that begin"
                + " with kestra:// are sent as files, and so are maps with `name` and `content`.")
        @Nullable Map<String, @Nullable Object> formData,
    @Property("What kind of data is sent; JSON when absent.") @Nullable String contentType,
    @Property("Headers by name.") @Nullable Map<String, @Nullable Object> headers,
    @Property("How to send it.") @Nullable RequestOptions options,
    @Property("How to secure the connection; older place of `options.ssl`.")
        @Nullable Ssl sslOptions) {
  private static final int FIRST_ERROR = 400;
  private static final int MOST_SHOWN = 500;

  /** The same with a header that tells which type of reply is wanted, unless there is one. */
  OutgoingCall accepting(String type) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>(headers == null ? Map.of() : headers);
    more.putIfAbsent("Accept", type);
    return new OutgoingCall(uri, method, body, formData, contentType, more, options, sslOptions);
  }

  /** Of what is sent, and of replies that do not tell theirs. */
  Charset charset() throws TaskFailure {
    return how().charset();
  }

  private RequestOptions how() {
    return options == null ? RequestOptions.NONE : options;
  }

  /** Sends it; the caller closes the reply. */
  HttpReply send(PluginContext context, long maxBytes)
      throws TaskFailure, IOException, InterruptedException {
    HttpCall call =
        new HttpCall(
            method,
            address(),
            sentHeaders(),
            OutgoingBody.of(this, context.files()),
            how().forClient(sslOptions, maxBytes));
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
    return status >= FIRST_ERROR && !allowFailed && !how().allows(status);
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
