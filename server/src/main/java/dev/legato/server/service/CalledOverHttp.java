package dev.legato.server.service;

import dev.legato.orchestrator.expression.HttpCaller;
import dev.legato.plugin.http.HttpBody;
import dev.legato.plugin.http.HttpBody.Content;
import dev.legato.plugin.http.HttpBody.Source;
import dev.legato.plugin.http.HttpCall;
import dev.legato.plugin.http.HttpClient;
import dev.legato.plugin.http.HttpOptions;
import dev.legato.plugin.http.HttpReply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The calls of expressions, by the client that tasks use, too. */
public final class CalledOverHttp implements HttpCaller {
  private final HttpClient client;

  public CalledOverHttp(HttpClient client) {
    this.client = client;
  }

  @Override
  public Response send(Request request) throws IOException, InterruptedException {
    HttpCall call =
        new HttpCall(
            request.method(),
            request.uri(),
            request.headers(),
            body(request.body()),
            options(request));
    try (HttpReply reply = client.send(call)) {
      return new Response(
          reply.status(), reply.header("Content-Type").orElse(null), reply.body().readAllBytes());
    }
  }

  private static HttpOptions options(Request request) {
    HttpOptions defaults = HttpOptions.DEFAULTS;
    Options own = request.options();
    return new HttpOptions(
        Objects.requireNonNullElse(own.connectTimeout(), defaults.connectTimeout()),
        Objects.requireNonNullElse(own.readTimeout(), defaults.readTimeout()),
        defaults.idleTimeout(),
        request.maxBytes(),
        own.followRedirects(),
        credentials(own.credentials()),
        null,
        false);
  }

  private static HttpOptions.@Nullable Credentials credentials(@Nullable Credentials given) {
    if (given == null) {
      return null;
    }
    String username = given.username();
    return username == null
        ? new HttpOptions.Credentials.Bearer(given.password())
        : new HttpOptions.Credentials.Basic(username, given.password());
  }

  private static HttpBody body(@Nullable Body body) {
    if (body == null) {
      return HttpBody.NONE;
    }
    byte[] bytes = body.bytes();
    return new Content(
        body.contentType(),
        new Source() {
          @Override
          public InputStream open() {
            return new ByteArrayInputStream(bytes);
          }

          @Override
          public long length() {
            return bytes.length;
          }
        });
  }
}
