package dev.legato.server.crash;

import dev.legato.model.execution.Attempt;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.log.LogEntry;
import dev.legato.model.log.MetricEntry;
import dev.legato.server.crash.Journal.Gone;
import dev.legato.server.crash.WitnessFile.AttemptKey;
import dev.legato.server.crash.WitnessFile.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Task runs and their attempts against what the tasks themselves have written down. */
final class TaskChecks {
  private static final List<String> LINES =
      IntStream.rangeClosed(1, WitnessTask.LINES).mapToObj(WitnessTask.LINE::formatted).toList();
  private static final String CHECKSUM = "checksum";

  private final List<Instant> ends;
  private final Map<AttemptKey, List<WitnessFile.Entry>> witnessed = new LinkedHashMap<>();
  private final List<Violation> violations;

  TaskChecks(
      List<Journal.Entry> journal, List<WitnessFile.Entry> witness, List<Violation> violations) {
    this.violations = violations;
    ends =
        journal.stream().filter(Gone.class::isInstance).map(entry -> ((Gone) entry).at()).toList();
    witness.forEach(
        entry -> witnessed.computeIfAbsent(entry.attempt(), _ -> new ArrayList<>()).add(entry));
  }

  /** How many witness tasks of an execution were a success. */
  static long successfulWitnesses(StoredExecution stored) {
    return stored.taskRuns().stream()
        .filter(run -> run.status() == TaskRunStatus.SUCCESS && run.outputs().containsKey(CHECKSUM))
        .count();
  }

  /** An execution with its log and figures. */
  void check(StoredExecution stored, List<LogEntry> logs, List<MetricEntry> figures) {
    ExecutionRecord execution = stored.execution();
    if (execution.taskRunCount() != stored.taskRuns().size()) {
      report(
          Invariant.I9,
          execution.id(),
          "it counts %d task runs, but has %d"
              .formatted(execution.taskRunCount(), stored.taskRuns().size()));
    }
    Map<AttemptKey, List<String>> lines = lines(logs);
    Map<AttemptKey, Double> counts = counts(figures);
    for (TaskRunRecord run : stored.taskRuns()) {
      for (int number = 0; number < run.attempts().size(); number++) {
        var key = new AttemptKey(execution.id().value(), run.id(), number);
        TaskRunStatus status = run.attempts().get(number).status();
        List<WitnessFile.Entry> seen = witnessed.remove(key);
        List<String> logged = lines.remove(key);
        Double counted = counts.remove(key);
        if (seen != null || run.outputs().containsKey(CHECKSUM)) {
          checkSeen(key, execution, status, seen == null ? List.of() : seen);
          checkLines(key, status, logged == null ? List.of() : logged);
          checkCount(key, status, counted);
        }
        checkReason(key, run, execution);
      }
      checkOutputs(run, execution);
    }
    checkTold(stored, logs);
    lines.keySet().forEach(key -> report(Invariant.I8, key, "lines of an attempt that never was"));
    counts
        .keySet()
        .forEach(key -> report(Invariant.I9, key, "figures of an attempt that never was"));
  }

  /** Once all executions were seen: no task may have run that none of them knows. */
  void checkAll() {
    witnessed
        .keySet()
        .forEach(key -> report(Invariant.I4, key, "it ran, but nothing is known of it"));
  }

  private static Map<AttemptKey, List<String>> lines(List<LogEntry> logs) {
    return logs.stream()
        .filter(line -> line.message().startsWith("line "))
        .collect(
            Collectors.groupingBy(
                line ->
                    new AttemptKey(
                        line.execution().value(),
                        Objects.requireNonNull(line.taskRunId()),
                        Objects.requireNonNull(line.attempt())),
                LinkedHashMap::new,
                Collectors.mapping(LogEntry::message, Collectors.toList())));
  }

  private static Map<AttemptKey, Double> counts(List<MetricEntry> figures) {
    var counts = new HashMap<AttemptKey, Double>();
    for (MetricEntry figure : figures) {
      if (figure.name().equals(WitnessTask.COUNTER)) {
        int attempt = Integer.parseInt(figure.tags().get(WitnessTask.ATTEMPT_TAG));
        var key = new AttemptKey(figure.execution().value(), figure.taskRunId(), attempt);
        counts.merge(key, figure.value(), Double::sum);
      }
    }
    return counts;
  }

  private void checkSeen(
      AttemptKey key,
      ExecutionRecord execution,
      TaskRunStatus status,
      List<WitnessFile.Entry> seen) {
    long starts = seen.stream().filter(entry -> entry.mark() == Mark.START).count();
    long finishes = seen.stream().filter(entry -> entry.mark() == Mark.END).count();
    if (starts > 1 || finishes > 1) {
      report(Invariant.I4, key, "started %d times, ended %d times".formatted(starts, finishes));
    }
    if (isFinished(status) && (starts == 0 || finishes == 0)) {
      report(Invariant.I4, key, "it is %s, but it never ran to its end".formatted(status));
    }
    if (execution.status().isTerminal()) {
      Instant end = execution.history().last();
      seen.stream()
          .filter(entry -> entry.at().isAfter(end))
          .forEach(
              entry ->
                  report(
                      Invariant.I5,
                      key,
                      "%s at %s, the execution ended at %s"
                          .formatted(entry.mark(), entry.at(), end)));
    }
  }

  private static boolean isFinished(TaskRunStatus status) {
    return status == TaskRunStatus.SUCCESS || status == TaskRunStatus.FAILED;
  }

  /** Why there is an attempt after the first. */
  private void checkReason(AttemptKey key, TaskRunRecord run, ExecutionRecord execution) {
    if (key.attempt() == 0) {
      return;
    }
    Attempt before = run.attempts().get(key.attempt() - 1);
    Instant started = run.attempts().get(key.attempt()).history().start();
    boolean retried =
        before.status() == TaskRunStatus.FAILED && execution.flow().id().equals(Shape.RETRY.flow());
    boolean cutOff =
        isCutOff(before)
            && ends.stream()
                .anyMatch(at -> !at.isBefore(before.history().start()) && !at.isAfter(started));
    if (!retried && !cutOff) {
      report(Invariant.I4, key, "the attempt before was %s, without need".formatted(before));
    }
  }

  private void checkLines(AttemptKey key, TaskRunStatus status, List<String> lines) {
    boolean beginning =
        lines.size() <= LINES.size() && lines.equals(LINES.subList(0, lines.size()));
    if (!beginning || (isFinished(status) && lines.size() != LINES.size())) {
      report(Invariant.I8, key, "%s, its lines are %s".formatted(status, lines));
    }
  }

  /** By the death of its server, or by a stop that did not wait for it. */
  private static boolean isCutOff(Attempt attempt) {
    return attempt.status() == TaskRunStatus.KILLED
        || attempt.status() == TaskRunStatus.RESUBMITTED;
  }

  private static boolean tellsOfCut(LogEntry line) {
    return line.message().startsWith("The server died")
        || line.message().startsWith("The server was stopped while");
  }

  /** People are told of every attempt that was cut off. */
  private void checkTold(StoredExecution stored, List<LogEntry> logs) {
    for (TaskRunRecord run : stored.taskRuns()) {
      long cutOff = run.attempts().stream().filter(TaskChecks::isCutOff).count();
      long told =
          logs.stream()
              .filter(line -> run.id().equals(line.taskRunId()))
              .filter(TaskChecks::tellsOfCut)
              .count();
      boolean stopped = stored.execution().status() == ExecutionStatus.KILLED;
      if (stopped ? cutOff < told : cutOff != told) {
        String subject = "%s %s".formatted(stored.execution().id(), run.id());
        report(
            Invariant.I8,
            subject,
            "%d attempts were cut off, the log tells of %d".formatted(cutOff, told));
      }
    }
  }

  private void checkCount(AttemptKey key, TaskRunStatus status, Double counted) {
    boolean once = counted != null && counted == WitnessTask.LINES;
    if (isFinished(status) ? !once : counted != null && !once) {
      report(Invariant.I9, key, "%s, it has counted %s".formatted(status, counted));
    }
  }

  private void checkOutputs(TaskRunRecord run, ExecutionRecord execution) {
    Object stored = run.outputs().get(CHECKSUM);
    var last = new AttemptKey(execution.id().value(), run.id(), run.attempts().size() - 1);
    Optional<String> expected =
        stored == null ? Optional.empty() : Optional.of(WitnessTask.checksum(last.toString()));
    if (stored != null && !stored.equals(expected.orElseThrow())) {
      report(Invariant.I9, last, "its output is not its own");
    }
  }

  private void report(Invariant invariant, Object subject, String what) {
    violations.add(new Violation(invariant, subject.toString(), what));
  }
}
