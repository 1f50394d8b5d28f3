package dev.legato.worker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Deadlines that are reached when the test says so. */
final class ManualDeadlines implements Deadlines {
  private record Alarm(Duration due, Runnable action) {}

  private final List<Alarm> alarms = new ArrayList<>();
  private Duration now = Duration.ZERO;

  @Override
  public synchronized Cancellation after(Duration delay, Runnable action) {
    Alarm alarm = new Alarm(now.plus(delay), action);
    alarms.add(alarm);
    notifyAll();
    return () -> cancel(alarm);
  }

  /** Moves time, having waited until something waits for it. */
  void advance(Duration step) throws InterruptedException {
    List<Alarm> due;
    synchronized (this) {
      while (alarms.isEmpty()) {
        wait();
      }
      now = now.plus(step);
      due =
          alarms.stream()
              .filter(alarm -> alarm.due().compareTo(now) <= 0)
              .sorted(Comparator.comparing(Alarm::due))
              .toList();
      alarms.removeAll(due);
    }
    due.forEach(alarm -> alarm.action().run());
  }

  /** How many wait. */
  synchronized int pending() {
    return alarms.size();
  }

  @Override
  public synchronized void close() {
    alarms.clear();
  }

  private synchronized void cancel(Alarm alarm) {
    alarms.remove(alarm);
  }
}
