package dev.legato.orchestrator.trigger;

import dev.legato.model.trigger.TriggerId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How long triggers wait after failures: longer with each one in a row. */
final class Pauses {
  private static final int MOST_DOUBLINGS = 30;

  private final Map<TriggerId, Integer> failures = new ConcurrentHashMap<>();

  void succeeded(TriggerId id) {
    failures.remove(id);
  }

  /** The shortest pause after the first failure, doubled with each further one. */
  Duration failed(TriggerId id, Duration shortest, Duration longest) {
    int before = failures.merge(id, 1, Integer::sum) - 1;
    Duration pause = shortest;
    for (int i = 0; i < Math.min(before, MOST_DOUBLINGS) && pause.compareTo(longest) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(longest) < 0 ? pause : longest;
  }
}
