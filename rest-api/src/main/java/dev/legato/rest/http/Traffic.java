package dev.legato.rest.http;

import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts the requests of each route and the time they took. */
public final class Traffic {
  private static final int STATUS_CLASSES = 6;

  // by identity, because hashing all that is in a route would cost more than most answers; filled
  // once and only read afterwards
  private final IdentityHashMap<Route, Counters[]> byRoute = new IdentityHashMap<>();

  Traffic(List<Route> routes) {
    routes.forEach(route -> byRoute.put(route, counters()));
  }

  private static Counters[] counters() {
    var counters = new Counters[STATUS_CLASSES];
    for (int i = 0; i < counters.length; i++) {
      counters[i] = new Counters();
    }
    return counters;
  }

  void record(Route route, int status, Duration time) {
    Counters[] counters = byRoute.get(route);
    if (counters != null) {
      counters[Math.clamp(status / 100, 0, STATUS_CLASSES - 1)].add(time.toNanos());
    }
  }

  /** Requests and their time for one route and one hundred of statuses, such as 2 for 200–299. */
  public Counters of(Route route, int statusClass) {
    Counters[] counters = byRoute.get(route);
    return counters == null ? new Counters() : counters[statusClass];
  }

  /** How often and how long. */
  public static final class Counters {
    private final LongAdder requests = new LongAdder();
    private final LongAdder nanoseconds = new LongAdder();

    private void add(long nanos) {
      requests.increment();
      nanoseconds.add(nanos);
    }

    public long requests() {
      return requests.sum();
    }

    public double nanoseconds() {
      return nanoseconds.doubleValue();
    }
  }
}
