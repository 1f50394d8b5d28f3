package dev.legato.plugins.core.http;

import dev.legato.plugin.Inline;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.http.HttpReply;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls a server. */
@TaskType(
    value = "io.kestra.plugin.core.http.Request",
    aliases = "io.kestra.plugin.fs.http.Request",
    title = "Calls a server over HTTP and keeps the reply.",
    description =
        """
        A status of 400 or above fails the task. Large or binary replies belong into a file: use
        `http.Download`. Redirects are followed five times at most; credentials are not sent on to
        another server. Addresses where clouds keep credentials are refused.

        ```yaml
        id: ask
        type: io.kestra.plugin.core.http.Request
        uri: https://api.example.org/orders
        method: POST
        contentType: application/json
        body: '{"id": {{ inputs.id }}}'
        options:
          auth:
            type: BEARER
            token: "{{ secret('API_TOKEN') }}"
        ```

        Later tasks read it as `{{ outputs.ask.body | jq('.id') | first }}`.
        """)
public record Request(
    @Inline OutgoingCall call,
    @Property(value = "Whether no status fails the task.", defaultValue = "false")
        boolean allowFailed,
    @Property(value = "Whether to keep the body encrypted.", defaultValue = "false")
        boolean encryptBody)
    implements Task<Request.Result> {
  private static final long MAX_BYTES = 10 << 20;

  /** The reply. */
  public record Result(
      @Property("Who replied, after redirects.") URI uri,
      @Property("The status.") int code,
      @Property("Headers by name, each a list.") Map<String, List<String>> headers,
      @Property("The body as text; absent with `encryptBody`.") @Nullable String body,
      @Property("The body, sealed; expressions see the text in its place.")
          @Nullable Map<String, String> encryptedBody) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    try (HttpReply reply = call.send(context, MAX_BYTES)) {
      String text = ReplyText.read(reply, call.charset());
      context.count(
          "response.length",
          text.length(),
          Map.of("request.method", call.method(), "response.code", String.valueOf(reply.status())));
      Result result = result(context, reply, text);
      if (call.isFailure(reply.status(), allowFailed)) {
        throw call.failure(reply, encryptBody ? "" : text, result);
      }
      return result;
    }
  }

  private Result result(TaskContext context, HttpReply reply, String text) {
    return new Result(
        reply.uri(),
        reply.status(),
        reply.headers(),
        encryptBody ? null : text,
        encryptBody ? context.sealed(text) : null);
  }
}
