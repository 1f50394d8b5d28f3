package dev.legato.rest.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;

/** One request, as the handler of its route sees it. Used by one thread. */
public final class Call {
  private final Request request;
  private final Route route;
  private final List<String> values;
  private final Query query;
  private final Gateway gateway;
  private final String id;

  Call(Exchange exchange, Route route, List<String> values, Query query, Gateway gateway) {
    this.request = exchange.request();
    this.id = exchange.id();
    this.route = route;
    this.values = values;
    this.query = query;
    this.gateway = gateway;
  }

  /** Names the request in its answer and in the log. */
  public String id() {
    return id;
  }

  /** The route that is being answered. */
  public Route route() {
    return route;
  }

  /** The decoded value of a variable segment. */
  public String path(String variable) {
    int index = route.variables().indexOf(variable);
    if (index < 0) {
      throw new IllegalStateException(
          "Expected a segment {%s} in the path of %s, but there is none"
              .formatted(variable, route));
    }
    return values.get(index);
  }

  public Query query() {
    return query;
  }

  /** A request header; absent also when it is empty. */
  public Optional<String> header(String name) {
    String value = request.getHeaders().get(name);
    return value == null || value.isEmpty() ? Optional.empty() : Optional.of(value);
  }

  /** The value of a cookie. */
  public Optional<String> cookie(String name) {
    return Cookies.value(request, name);
  }

  /** All request headers, with the names as they came. */
  public Map<String, List<String>> headers() {
    var headers = new LinkedHashMap<String, List<String>>();
    for (HttpField field : request.getHeaders()) {
      headers
          .computeIfAbsent(field.getName(), _ -> new ArrayList<>(1))
          .add(Objects.requireNonNullElse(field.getValue(), ""));
    }
    return headers;
  }

  /** Who sent the request; absent when callers need not say who they are. */
  public Optional<String> user() {
    return gateway.user(route);
  }

  /** The address of who sent the request. */
  public String client() {
    return Request.getRemoteAddr(request);
  }

  /** The whole body; empty when there is none. */
  public byte[] body() throws IOException {
    return body(route.body().limit());
  }

  /** The whole body, if it has at most so many bytes. */
  public byte[] body(long limit) throws IOException {
    try (InputStream body = open(limit)) {
      return body.readAllBytes();
    }
  }

  /** The body while it arrives; to be closed. */
  public InputStream bodyStream() {
    return open(route.body().limit());
  }

  private InputStream open(long limit) {
    return BodyReader.open(request, limit, gateway.limits(), gateway.clock());
  }

  /** The whole body as text in UTF-8. */
  public String bodyText() throws IOException {
    String text = Percent.utf8(body());
    boolean marked = !text.isEmpty() && text.charAt(0) == '\uFEFF';
    return marked ? text.substring(1) : text;
  }

  /** The media type of the body in lower case, without parameters; empty when there is none. */
  public String mediaType() {
    return header("Content-Type").map(MediaType::bare).orElse("");
  }

  /**
   * Reads the body as a multipart form; no body at all is an empty form.
   *
   * @param maxText bytes of all texts together
   * @param files takes the files
   */
  public <F> Form<F> form(long maxText, FileSink<F> files) throws IOException {
    String contentType = header("Content-Type").orElse("");
    try (InputStream body = open(route.body().limit())) {
      return FormReader.read(body, contentType, gateway.limits().formParts(), maxText, files);
    }
  }

  /** Whether the request says that it has no body. */
  public boolean hasNoBody() {
    return request.getLength() == 0;
  }

  /** Completes when the server begins to stop: long answers should come to an end. */
  public CompletableFuture<Void> stopping() {
    return gateway.stopping();
  }

  /** Keeps the connection although nothing moves on it for longer than the idle timeout. */
  public void waitPatiently() {
    request.addIdleTimeoutListener(_ -> false);
  }
}
