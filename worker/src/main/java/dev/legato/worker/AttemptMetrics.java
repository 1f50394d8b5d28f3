package dev.legato.worker;

import dev.legato.model.execution.Job;
import dev.legato.model.log.MetricEntry;
import dev.legato.model.log.MetricEntry.Kind;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of one attempt, kept until it ends. Counts of one name and tags are added up; of
 * gauges the last value stays.
 */
final class AttemptMetrics {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Job job;
  private final InstantSource clock;
  private final int max;
  private final Map<Figure, MetricEntry> counters = new LinkedHashMap<>();
  private final Map<Figure, MetricEntry> gauges = new LinkedHashMap<>();
  private final List<MetricEntry> timers = new ArrayList<>(0);
  private boolean overflowed;

  AttemptMetrics(Job job, InstantSource clock, int max) {
    this.job = job;
    this.clock = clock;
    this.max = max;
  }

  synchronized void count(String name, double amount, Map<String, String> tags) {
    Figure key = new Figure(name, Map.copyOf(tags));
    MetricEntry known = counters.get(key);
    if (known != null) {
      counters.put(key, entry(Kind.COUNTER, name, known.value() + amount, key.tags()));
    } else if (hasRoom()) {
      counters.put(key, entry(Kind.COUNTER, name, amount, key.tags()));
    }
  }

  synchronized void time(String name, Duration duration, Map<String, String> tags) {
    if (hasRoom()) {
      double seconds = duration.getSeconds() + duration.getNano() / NANOS_PER_SECOND;
      timers.add(entry(Kind.TIMER, name, seconds, Map.copyOf(tags)));
    }
  }

  synchronized void gauge(String name, double value, Map<String, String> tags) {
    Figure key = new Figure(name, Map.copyOf(tags));
    if (gauges.containsKey(key) || hasRoom()) {
      gauges.put(key, entry(Kind.GAUGE, name, value, key.tags()));
    }
  }

  /** All figures; counts first. */
  synchronized List<MetricEntry> entries() {
    List<MetricEntry> all = new ArrayList<>(counters.values());
    all.addAll(timers);
    all.addAll(gauges.values());
    return all;
  }

  /** Whether there were more figures than are kept. */
  synchronized boolean overflowed() {
    return overflowed;
  }

  private boolean hasRoom() {
    boolean room = counters.size() + timers.size() + gauges.size() < max;
    overflowed |= !room;
    return room;
  }

  private MetricEntry entry(Kind kind, String name, double value, Map<String, String> tags) {
    return new MetricEntry(
        job.flow(),
        job.execution(),
        job.step().id(),
        job.taskRunId(),
        kind,
        name,
        value,
        tags,
        clock.instant());
  }

  private record Figure(String name, Map<String, String> tags) {}
}
