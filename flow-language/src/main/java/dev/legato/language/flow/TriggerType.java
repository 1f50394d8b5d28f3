package dev.legato.language.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A trigger type that a flow may use.
 *
 * @param name of today, without the package
 * @param oldNames older full names that keep working
 * @param required own properties that the author must give
 * @param optional other own properties
 */
record TriggerType(
    String name, List<String> oldNames, List<String> required, List<String> optional) {
  private static final String PACKAGE = "io.kestra.plugin.core.";
  private static final String SHORT_PACKAGE = "core.";
  private static final String OLD_PACKAGE = "io.kestra.core.models.triggers.types.";

  private static final List<TriggerType> ALL =
      List.of(
          new TriggerType(
              "trigger.Schedule",
              List.of(OLD_PACKAGE + "Schedule"),
              List.of("cron"),
              List.of(
                  "withSeconds",
                  "timezone",
                  "scheduleConditions",
                  "inputs",
                  "lateMaximumDelay",
                  "backfill",
                  "recoverMissedSchedules",
                  "dstGap")),
          new TriggerType(
              "trigger.ScheduleOnDates",
              List.of(),
              List.of("dates"),
              List.of("inputs", "timezone", "recoverMissedSchedules")),
          new TriggerType(
              "trigger.Webhook",
              List.of(OLD_PACKAGE + "Webhook"),
              List.of(),
              List.of(
                  "key", "wait", "returnOutputs", "responseContentType", "inputs", "fetchType")),
          new TriggerType(
              "trigger.Flow",
              List.of(OLD_PACKAGE + "Flow"),
              List.of(),
              List.of(
                  "inputs",
                  "states",
                  "preconditions",
                  "dependsOn",
                  "mode",
                  "minSatisfied",
                  "window",
                  "onMiss")),
          new TriggerType(
              "http.Trigger",
              List.of("io.kestra.plugin.fs.http.Trigger"),
              List.of("uri"),
              List.of(
                  "responseCondition",
                  "encryptBody",
                  "method",
                  "body",
                  "formData",
                  "contentType",
                  "headers",
                  "params",
                  "options",
                  "sslOptions",
                  "allowFailed")));

  /** The type with this name, in any of its spellings. */
  static Optional<TriggerType> find(String name) {
    return ALL.stream().filter(type -> type.spellings().anyMatch(name::equals)).findFirst();
  }

  /** The full names of today. */
  static List<String> names() {
    return ALL.stream().map(TriggerType::canonicalName).toList();
  }

  String canonicalName() {
    return PACKAGE + name;
  }

  boolean isOldName(String used) {
    return oldNames.contains(used);
  }

  private Stream<String> spellings() {
    return Stream.concat(Stream.of(PACKAGE + name, SHORT_PACKAGE + name), oldNames.stream());
  }
}
