package dev.legato.rest.http;

import dev.legato.rest.http.RouteTable.Match;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Takes a request from the HTTP server to its route and the answer back. The order is fixed:
 * source, path, caller, route; so that somebody without credentials cannot find out what exists.
 */
public final class Gateway extends Handler.Abstract implements AutoCloseable {
  private final RouteTable table;
  private final Guard guard;
  private final HttpLimits limits;
  private final InstantSource clock;
  private final Traffic traffic;
  private final RequestIds ids;
  private final EventStreams streams;
  private final AnswerWriter writer;
  private final CompletableFuture<Void> stopping = new CompletableFuture<>();

  /** Serves the routes of a table. */
  public Gateway(
      RouteTable table,
      Guard guard,
      HttpLimits limits,
      Json json,
      InstantSource clock,
      RandomGenerator random) {
    this.table = table;
    this.guard = guard;
    this.limits = limits;
    this.clock = clock;
    this.traffic = new Traffic(table.routes());
    this.ids = new RequestIds(random);
    this.streams = new EventStreams(limits.streamsPerClient());
    this.writer = new AnswerWriter(json, limits.heartbeat(), streams, clock);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Instant start = clock.instant();
    var exchange = new Exchange(request, response, callback, ids.next());
    @Nullable Route route = null;
    int status;
    try {
      writer.writeHead(exchange);
      Match.Found match = admit(request);
      route = match.route();
      Answer answer = route.handler().handle(call(exchange, match));
      status = answer.status();
      writer.write(exchange, answer);
    } catch (Throwable e) {
      status = writer.writeError(exchange, e);
    }
    if (route != null) {
      traffic.record(route, status, Duration.between(start, clock.instant()));
    }
    return true;
  }

  private Match.Found admit(Request request) {
    guard.checkSource(request);
    List<String> segments = RequestPath.segments(request.getHttpURI().getPath());
    Match match = table.find(Method.of(request.getMethod()), segments);
    guard.checkCaller(
        request, match instanceof Match.Found(var route, _) ? route.access() : Access.READ);
    return switch (match) {
      case Match.Found found -> found;
      case Match.OtherMethod(var allowed) ->
          throw Problem.methodNotAllowed(
              request.getMethod(),
              allowed.stream().map(Method::allowed).collect(Collectors.joining(", ")));
      case Match.Unknown _ -> throw Problem.notFound("there is nothing at this path");
    };
  }

  private Call call(Exchange exchange, Match.Found match) {
    Request request = exchange.request();
    Route route = match.route();
    if (!route.body().isNone() && request.getLength() > route.body().limit()) {
      throw Problem.tooLarge("the body may have at most %d bytes".formatted(route.body().limit()));
    }
    Query query = Query.parse(request.getHttpURI().getQuery(), limits.queryParameters());
    return new Call(exchange, route, match.values(), query, this);
  }

  /** The one user, when the route is not open to everybody. */
  Optional<String> user(Route route) {
    return route.access() == Access.PUBLIC ? Optional.empty() : guard.user();
  }

  InstantSource clock() {
    return clock;
  }

  HttpLimits limits() {
    return limits;
  }

  CompletableFuture<Void> stopping() {
    return stopping;
  }

  /** All routes that are served. */
  public List<Route> routes() {
    return table.routes();
  }

  /** What passed through so far. */
  public Traffic traffic() {
    return traffic;
  }

  /** How many event streams are open. */
  public int openStreams() {
    return streams.count();
  }

  /** Asks long answers to come to an end; short ones go on. */
  @Override
  public void close() {
    stopping.complete(null);
    streams.close();
  }
}
