package dev.legato.rest.operation;

import dev.legato.rest.http.Gateway;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.Traffic.Counters;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Requests by route, method and outcome, and the open event streams. */
public final class HttpFigures implements MeterBinder {
  private static final String REQUESTS = "http.server.requests";
  private static final List<String> OUTCOMES =
      List.of("", "", "SUCCESS", "REDIRECTION", "CLIENT_ERROR", "SERVER_ERROR");

  private final Gateway gateway;

  public HttpFigures(Gateway gateway) {
    this.gateway = gateway;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Route route : gateway.routes()) {
      for (int statusClass = 2; statusClass < OUTCOMES.size(); statusClass++) {
        Counters counters = gateway.traffic().of(route, statusClass);
        FunctionTimer.builder(
                REQUESTS, counters, Counters::requests, Counters::nanoseconds, TimeUnit.NANOSECONDS)
            .tag("method", route.method().name())
            .tag("uri", route.paths().getFirst())
            .tag("outcome", OUTCOMES.get(statusClass))
            .register(registry);
      }
    }
    Gauge.builder("http.server.streams", gateway, Gateway::openStreams).register(registry);
  }
}
