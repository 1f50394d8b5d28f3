package dev.legato.rest.http;

import dev.legato.rest.http.Answer.BodyWriter;
import dev.legato.storage.InvalidSearchException;
import dev.legato.storage.StorageException;
import dev.legato.storage.file.MissingFileException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes answers and errors. */
final class AnswerWriter {
  private static final Logger log = LoggerFactory.getLogger(AnswerWriter.class);

  private static final int PACKED_BYTES = 8 * 1024;

  private final Json json;
  private final Duration heartbeat;
  private final EventStreams streams;
  private final InstantSource clock;

  AnswerWriter(Json json, Duration heartbeat, EventStreams streams, InstantSource clock) {
    this.json = json;
    this.heartbeat = heartbeat;
    this.streams = streams;
    this.clock = clock;
  }

  /** Headers that every answer has. */
  void writeHead(Exchange exchange) {
    HttpFields.Mutable headers = exchange.response().getHeaders();
    headers.add("X-Request-Id", exchange.id());
    SafetyHeaders.addTo(headers);
  }

  void write(Exchange exchange, Answer answer) throws IOException, InterruptedException {
    Response response = exchange.response();
    response.setStatus(answer.status());
    switch (answer) {
      case Answer.Json(_, var value) -> writeJson(exchange, value);
      case Answer.Text(_, var type, var text) -> writeText(exchange, type, text);
      case Answer.Empty _ -> response.write(true, null, exchange.callback());
      case Answer.Produced(var type, var name, var body) -> {
        if (name != null) {
          response.getHeaders().put(HttpHeader.CONTENT_DISPOSITION, Attachment.named(name));
        }
        produce(exchange, type, body);
      }
      case Answer.Headed(var headers, var inner) -> {
        headers.forEach(response.getHeaders()::put);
        write(exchange, inner);
      }
      case Answer.Download download -> send(exchange, download);
      case Answer.Events(var source) -> stream(exchange, source);
    }
  }

  /** Compressed for those who ask for it: lists and schemas shrink to a tenth. */
  private void writeJson(Exchange exchange, Object value) throws IOException {
    HttpFields.Mutable headers = exchange.response().getHeaders();
    headers.put(HttpHeader.VARY, "Accept-Encoding");
    if (takesGzip(exchange)) {
      headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
      produce(
          exchange,
          MediaType.JSON,
          out -> {
            try (var packed = new GZIPOutputStream(out, PACKED_BYTES)) {
              json.write(packed, value);
            }
          });
    } else {
      produce(exchange, MediaType.JSON, out -> json.write(out, value));
    }
  }

  private static boolean takesGzip(Exchange exchange) {
    String accepted = exchange.request().getHeaders().get(HttpHeader.ACCEPT_ENCODING);
    return accepted != null && accepted.contains("gzip") && !accepted.contains("gzip;q=0");
  }

  private static void writeText(Exchange exchange, String type, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.response().getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    exchange.response().getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    exchange.response().write(true, ByteBuffer.wrap(bytes), exchange.callback());
  }

  private static void produce(Exchange exchange, String type, BodyWriter body) throws IOException {
    exchange.response().getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    var out = new BufferedAnswer(exchange.response());
    body.writeTo(out);
    out.complete(exchange.callback());
  }

  private static void send(Exchange exchange, Answer.Download file) throws IOException {
    Response response = exchange.response();
    HttpFields.Mutable headers = response.getHeaders();
    String wanted = exchange.request().getHeaders().get(HttpHeader.RANGE);
    Optional<RangeHeader> range =
        wanted == null ? Optional.empty() : RangeHeader.parse(wanted, file.size());
    long length = range.map(RangeHeader::length).orElse(file.size());
    range.ifPresent(
        part -> {
          response.setStatus(206);
          headers.put(HttpHeader.CONTENT_RANGE, part.contentRange(file.size()));
        });
    headers.put(HttpHeader.CONTENT_TYPE, MediaType.BYTES);
    headers.put(HttpHeader.CONTENT_DISPOSITION, Attachment.named(file.fileName()));
    headers.put(HttpHeader.ACCEPT_RANGES, "bytes");
    headers.put(HttpHeader.CONTENT_LENGTH, length);
    if (!exchange.isHead()) {
      try (InputStream in = file.source().open(range.map(RangeHeader::from).orElse(0L), length)) {
        in.transferTo(Content.Sink.asOutputStream(response));
      }
    }
    response.write(true, null, exchange.callback());
  }

  private void stream(Exchange exchange, Answer.EventSource source)
      throws IOException, InterruptedException {
    Response response = exchange.response();
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, MediaType.EVENTS);
    if (exchange.isHead()) {
      response.write(true, null, exchange.callback());
      return;
    }
    String client = org.eclipse.jetty.server.Request.getRemoteAddr(exchange.request());
    try (var _ = streams.enter(client)) {
      // nothing may move for longer than the idle timeout: heartbeats find out about lost clients
      exchange.request().addIdleTimeoutListener(_ -> false);
      source.sendTo(new EventWriter(Content.Sink.asOutputStream(response), json, heartbeat));
    } catch (InterruptedException e) {
      if (!response.isCommitted()) {
        throw e;
      }
    }
    response.write(true, null, exchange.callback());
  }

  /** Writes what went wrong, unless the answer has begun already; returns the status. */
  int writeError(Exchange exchange, Throwable error) {
    Problem problem = problemOf(exchange, error);
    Response response = exchange.response();
    if (response.isCommitted()) {
      exchange.callback().failed(error);
      return problem.status();
    }
    response.setStatus(problem.status());
    response.getHeaders().remove(HttpHeader.CONTENT_DISPOSITION);
    response.getHeaders().remove(HttpHeader.CONTENT_RANGE);
    response.getHeaders().remove(HttpHeader.CONTENT_ENCODING);
    problem.headers().forEach(response.getHeaders()::put);
    if (!Leftover.discard(exchange.request(), clock)) {
      // part of the body is still to come: the client must not send another request after it
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    if (problem.status() == 401) {
      response.write(true, null, exchange.callback());
    } else {
      byte[] body = json.bytes(ProblemView.of(problem, exchange.id(), path(exchange)));
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, MediaType.JSON);
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
      response.write(true, ByteBuffer.wrap(body), exchange.callback());
    }
    return problem.status();
  }

  private static String path(Exchange exchange) {
    String path = exchange.request().getHttpURI().getPath();
    return path == null ? "" : path;
  }

  private static Problem problemOf(Exchange exchange, Throwable error) {
    if (error instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    return switch (error) {
      case Problem problem -> problem;
      case EofException _ -> Problem.badRequest("the connection ended before the request did");
      case InterruptedException _ -> Problem.unavailable("the server is stopping", 5);
      case MissingFileException _ -> Problem.notFound("the file is gone");
      case InvalidSearchException e -> Problem.invalidFilters(String.valueOf(e.getMessage()));
      case StorageException e -> {
        log(exchange, e);
        yield Problem.unavailable("the storage does not answer", 5);
      }
      default -> {
        log(exchange, error);
        yield Problem.internal();
      }
    };
  }

  private static void log(Exchange exchange, Throwable error) {
    log.atError()
        .addKeyValue("request", exchange.id())
        .addKeyValue("method", exchange.request().getMethod())
        .addKeyValue("path", path(exchange))
        .setCause(error)
        .log("request failed");
  }
}
