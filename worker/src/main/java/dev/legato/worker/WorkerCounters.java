package dev.legato.worker;

import dev.legato.model.execution.TaskRunStatus;
import dev.legato.worker.WorkerFigures.Ended;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Counts what happens to attempts. */
final class WorkerCounters {
  private final LongAdder started = new LongAdder();
  private final LongAdder finished = new LongAdder();
  private final LongAdder timedOut = new LongAdder();
  private final LongAdder abandoned = new LongAdder();
  private final Map<Ended, LongAdder> ended = new ConcurrentHashMap<>();

  void started() {
    started.increment();
  }

  void finished() {
    finished.increment();
  }

  void timedOut() {
    timedOut.increment();
  }

  void abandoned() {
    abandoned.increment();
  }

  void ended(String taskType, TaskRunStatus status) {
    ended.computeIfAbsent(new Ended(taskType, status), _ -> new LongAdder()).increment();
  }

  /**
   * @param present how many attempts run or wait
   */
  WorkerFigures figures(int present) {
    long ends = finished.sum(); // before the starts, so that the difference is never negative
    long starts = started.sum();
    int running = (int) (starts - ends);
    return new WorkerFigures(
        running,
        Math.max(0, present - running),
        starts,
        timedOut.sum(),
        abandoned.sum(),
        ended.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().sum())));
  }
}
