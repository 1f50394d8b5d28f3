package dev.legato.language.flow;

import dev.legato.language.builtin.BuiltInTypes;
import dev.legato.model.flow.DstGap;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.flow.Recovery;
import dev.legato.model.flow.Trigger;
import dev.legato.model.flow.TriggerEvent;
import dev.legato.model.flow.TriggerEvent.Listening;
import dev.legato.model.flow.TriggerEvent.McpTool;
import dev.legato.model.flow.TriggerEvent.OnDates;
import dev.legato.model.flow.TriggerEvent.Polling;
import dev.legato.model.flow.TriggerEvent.Schedule;
import dev.legato.model.flow.TriggerEvent.Webhook;
import dev.legato.model.flow.TriggerEvent.Webhook.BodyUse;
import dev.legato.model.flow.TriggerGuard;
import dev.legato.plugin.type.TriggerBinder;
import dev.legato.plugin.type.TriggerCatalog;
import dev.legato.plugin.type.TypeDescriptor;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes triggers of documents that were found to be in order. */
final class TriggerDefinitions {
  /** Between looks that fail, when the author says nothing. */
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  private TriggerDefinitions() {}

  /**
   * @param document of the trigger, checked
   * @param namespace of its flow
   * @param plugins triggers that plugins bring
   */
  static Trigger of(
      Map<String, @Nullable Object> document, String namespace, TriggerCatalog plugins) {
    var values = new DocumentValues(document);
    String type = values.requiredText("type");
    return new Trigger(
        values.requiredText("id"),
        type,
        values.flag("disabled"),
        guard(values),
        values.map("inputs"),
        labels(values.value("labels")),
        values.texts("stopAfter").orElse(List.of()),
        values.flag("allowConcurrent"),
        values.flag("failOnTriggerError"),
        logLevel(values),
        values.flag("logToFile"),
        event(type, values, namespace, plugins),
        document);
  }

  private static String canonical(String type) {
    return BuiltInTypes.TRIGGERS.find(type).map(TypeDescriptor::name).orElse(type);
  }

  private static TriggerGuard guard(DocumentValues values) {
    var conditions =
        Stream.of("conditions", "scheduleConditions")
            .flatMap(name -> values.maps(name).stream())
            .map(ConditionDefinitions::of)
            .flatMap(Optional::stream)
            .toList();
    return new TriggerGuard(conditions, values.text("when"));
  }

  private static TriggerEvent event(
      String written, DocumentValues values, String namespace, TriggerCatalog plugins) {
    String type = canonical(written);
    return switch (type.substring(type.lastIndexOf("core.") + 5)) {
      case "trigger.Schedule" -> schedule(values);
      case "trigger.ScheduleOnDates" ->
          new OnDates(
              values.required("dates"),
              values.text("timezone"),
              values.choice("recoverMissedSchedules", Recovery.class));
      case "trigger.Webhook" ->
          new Webhook(
              values.requiredText("key"),
              values.flag("wait"),
              values.flag("returnOutputs"),
              Optional.ofNullable(values.text("responseContentType")).orElse("application/json"),
              Optional.ofNullable(values.choice("fetchType", BodyUse.class)).orElse(BodyUse.FETCH));
      case "trigger.McpToolTrigger" -> mcpTool(values);
      case "trigger.Flow" -> JoinDefinitions.of(values, namespace);
      default -> ofPlugin(plugins.binder(written).orElseThrow(), values);
    };
  }

  private static TriggerEvent ofPlugin(TriggerBinder plugin, DocumentValues values) {
    String type = plugin.descriptor().name();
    Duration usual = plugin.interval();
    if (usual == null) {
      return new Listening(type, values.all());
    }
    Duration interval = Optional.ofNullable(values.duration("interval")).orElse(usual);
    Duration longest = Optional.ofNullable(values.duration("maxInterval")).orElse(LONGEST_PAUSE);
    return new Polling(
        type, values.all(), interval, longest.compareTo(interval) < 0 ? interval : longest);
  }

  private static McpTool mcpTool(DocumentValues values) {
    var hints = new DocumentValues(values.map("annotations"));
    return new McpTool(
        values.requiredText("toolName"),
        values.requiredText("title"),
        values.requiredText("toolDescription"),
        Optional.ofNullable(values.text("mcpServer")).orElse(McpTool.DEFAULT_SERVER),
        new McpTool.Hints(
            hints.flag("readOnly"),
            hints.flag("destructive", true),
            hints.flag("openWorld", true),
            hints.flag("idempotent"),
            hints.flag("returnDirect")));
  }

  private static Schedule schedule(DocumentValues values) {
    String from = new DocumentValues(values.map("backfill")).text("start");
    return new Schedule(
        values.requiredText("cron"),
        values.flag("withSeconds"),
        values.text("timezone"),
        values.duration("lateMaximumDelay"),
        values.choice("recoverMissedSchedules", Recovery.class),
        Optional.ofNullable(values.choice("dstGap", DstGap.class)).orElse(DstGap.FIRE),
        from == null ? null : instant(from));
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text.strip()).toInstant();
  }

  /** As a mapping, or as a list of keys and values. */
  static List<Label> labels(@Nullable Object written) {
    return switch (written) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(e -> new Label(String.valueOf(e.getKey()), String.valueOf(e.getValue())))
              .toList();
      case List<?> list ->
          list.stream()
              .filter(Map.class::isInstance)
              .map(e -> (Map<?, ?>) e)
              .map(e -> new Label(String.valueOf(e.get("key")), String.valueOf(e.get("value"))))
              .toList();
      case null, default -> List.of();
    };
  }

  private static LogLevel logLevel(DocumentValues values) {
    LogLevel level = values.choice("logLevel", LogLevel.class);
    LogLevel older = values.choice("minLogLevel", LogLevel.class);
    return Stream.of(Optional.ofNullable(level), Optional.ofNullable(older))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(LogLevel.TRACE);
  }
}
