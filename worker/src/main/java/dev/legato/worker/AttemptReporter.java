package dev.legato.worker;

import dev.legato.language.secret.SecretMask;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.MetricEntry;
import dev.legato.plugin.type.TypeCatalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands over what an attempt leaves behind, then its result. Nothing keeps it from doing so. */
final class AttemptReporter {
  private static final Logger log = LoggerFactory.getLogger(AttemptReporter.class);
  private static final String UNKNOWN_TYPE = "unknown";

  private final AttemptReports reports;
  private final TypeCatalog types;
  private final WorkerCounters counters;

  AttemptReporter(AttemptReports reports, TypeCatalog types, WorkerCounters counters) {
    this.reports = reports;
    this.types = types;
    this.counters = counters;
  }

  /**
   * @param result empty when the attempt is to look as if it had never run
   */
  void report(RunningAttempt attempt, Optional<AttemptResult> result) {
    handOverMetrics(attempt);
    String logFile = attempt.log().close();
    result
        .map(ended -> logFile == null ? ended : ended.withLogFile(logFile))
        .ifPresent(ended -> tell(attempt, ended));
  }

  private void handOverMetrics(RunningAttempt attempt) {
    List<MetricEntry> entries = attempt.metrics().entries();
    if (entries.isEmpty()) {
      return;
    }
    if (attempt.metrics().overflowed()) {
      attempt
          .log()
          .note(
              LogLevel.WARN,
              "The task reported more than %d figures; the others are left out."
                  .formatted(entries.size()));
    }
    try {
      reports.metrics().append(withoutSecrets(entries, attempt.log().secrets()));
    } catch (RuntimeException e) {
      failed(attempt, "cannot keep the metrics of an attempt", e);
    }
  }

  private static List<MetricEntry> withoutSecrets(List<MetricEntry> entries, SecretMask secrets) {
    return secrets.isEmpty()
        ? entries
        : entries.stream().map(entry -> withoutSecrets(entry, secrets)).toList();
  }

  private static MetricEntry withoutSecrets(MetricEntry entry, SecretMask secrets) {
    Map<String, String> tags = new LinkedHashMap<>();
    entry.tags().forEach((key, value) -> tags.put(secrets.hide(key), secrets.hide(value)));
    return new MetricEntry(
        entry.flow(),
        entry.execution(),
        entry.taskId(),
        entry.taskRunId(),
        entry.kind(),
        secrets.hide(entry.name()),
        entry.value(),
        tags,
        entry.timestamp());
  }

  private void tell(RunningAttempt attempt, AttemptResult result) {
    String type = types.canonicalName(attempt.job().step().header().type()).orElse(UNKNOWN_TYPE);
    counters.ended(type, result.status());
    try {
      reports.listener().ended(attempt.job().key(), result);
    } catch (RuntimeException e) {
      failed(attempt, "nobody took the result of an attempt", e);
    }
  }

  private static void failed(RunningAttempt attempt, String what, RuntimeException cause) {
    log.atError()
        .addKeyValue("execution", attempt.job().execution())
        .addKeyValue("task", attempt.job().step().id())
        .addKeyValue("attempt", attempt.job().attempt())
        .setCause(cause)
        .log(what);
  }
}
