package dev.legato.language.flow;

import dev.legato.language.builtin.BuiltInTypes;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.schedule.CronSyntax;
import dev.legato.language.yaml.YamlNode;
import dev.legato.model.flow.InputDefinition;
import dev.legato.plugin.type.TypeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold for a trigger beyond the types of its properties. */
final class TriggerRules {
  private static final int LONGEST_KEY = 256;

  /** As many letters and digits have 128 bits when they are random. */
  private static final int STRONG_KEY = 22;

  private static final Pattern TOOL_NAME =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?");

  private static final Set<String> LISTS_OF_VALUES = Set.of("IN", "NOT_IN");

  private final Fields trigger;
  private final List<InputDefinition> inputs;

  /**
   * @param inputs of the flow
   */
  TriggerRules(Fields trigger, List<InputDefinition> inputs) {
    this.trigger = trigger;
    this.inputs = inputs;
  }

  /**
   * @param type of the trigger
   */
  void check(TypeDescriptor type) {
    switch (type.name().substring(type.name().lastIndexOf("core.") + 5)) {
      case "trigger.Schedule" -> schedule();
      case "trigger.ScheduleOnDates" -> onDates();
      case "trigger.Webhook" -> webhook();
      case "trigger.McpToolTrigger" -> mcpTool();
      case "trigger.Flow" -> flow();
      default -> ofPlugin(type);
    }
  }

  private void ofPlugin(TypeDescriptor type) {
    for (String wait : List.of("interval", "maxInterval")) {
      if (type.property(wait).isPresent()) {
        RetryReader.wait(trigger, wait);
      }
    }
    givesInputs();
  }

  private void schedule() {
    String cron = trigger.text("cron");
    if (cron != null) {
      CronSyntax.problem(cron, trigger.flag("withSeconds", false))
          .ifPresent(
              problem ->
                  trigger.error(
                      ComplaintCode.INVALID_VALUE,
                      "cron",
                      "'%s' is not a cron expression: %s".formatted(abridged(cron), problem),
                      "Write minute, hour, day, month and day of the week, such as '0 9 * *"
                          + " 1-5'."));
    }
    TimeRules.checkZone(trigger, "timezone");
    withoutInterval();
    if (trigger.has("backfill") && trigger.has("lateMaximumDelay")) {
      trigger.error(
          ComplaintCode.INVALID_VALUE,
          "backfill",
          "The properties 'backfill' and 'lateMaximumDelay' exclude each other.",
          "Remove 'backfill', and start one through the API.");
    }
    givesInputs();
  }

  private static String abridged(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }

  private void onDates() {
    withoutInterval();
    TimeRules.checkZone(trigger, "timezone");
    if (trigger.has("dates") && trigger.list("dates").isEmpty()) {
      trigger.error(ComplaintCode.MISSING_PROPERTY, "dates", "There are no dates.", null);
    }
    int index = 0;
    for (YamlNode node : trigger.list("dates")) {
      String path = trigger.path("dates") + "[" + index++ + "]";
      if (node instanceof YamlNode.Scalar date
          && !Templates.isTemplate(date.text())
          && !TimeRules.isDateTime(date.text())) {
        trigger
            .reading()
            .error(
                ComplaintCode.WRONG_TYPE,
                date.mark(),
                path,
                "%s is not a date and time.".formatted(date.kind()),
                "Write '2026-01-31T08:00:00Z'.");
      }
    }
    givesInputs();
  }

  private void withoutInterval() {
    if (trigger.has("interval")) {
      trigger.error(
          ComplaintCode.INVALID_VALUE,
          "interval",
          "A trigger that fires at fixed times has no interval.",
          "Remove it.");
    }
  }

  private void webhook() {
    String key = trigger.text("key");
    if (key != null
        && !Templates.isTemplate(key)
        && (key.isEmpty() || key.length() > LONGEST_KEY)) {
      trigger.error(
          ComplaintCode.INVALID_VALUE,
          "key",
          "The key must have 1 to %d characters, but has %d.".formatted(LONGEST_KEY, key.length()),
          null);
    } else if (key != null && !Templates.isTemplate(key) && key.length() < STRONG_KEY) {
      trigger.warn(
          ComplaintCode.WEAK_KEY,
          "key",
          "The key has %d characters, so it can be guessed: whoever knows it starts the flow."
              .formatted(key.length()),
          "Use %d random characters or more, best as \"{{ secret('NAME') }}\"."
              .formatted(STRONG_KEY));
    }
    refuseMultiple(trigger);
    givesInputs();
  }

  private void mcpTool() {
    for (String name : List.of("toolName", "mcpServer")) {
      String text = trigger.text(name);
      if (text != null && !TOOL_NAME.matcher(text).matches()) {
        trigger.error(
            ComplaintCode.INVALID_VALUE,
            name,
            "'%s' is no name for a %s."
                .formatted(abridged(text), name.equals("toolName") ? "tool" : "server"),
            "Use 1 to 64 letters, digits, '-', '_' or '.'; the first and the last one must be a"
                + " letter or a digit.");
      }
    }
    for (String name : List.of("title", "toolDescription")) {
      String text = trigger.text(name);
      if (text != null && text.isBlank()) {
        trigger.error(
            ComplaintCode.INVALID_VALUE,
            name,
            "Property '%s' is empty.".formatted(name),
            "Say what the tool does: language models choose it by these words.");
      }
    }
    refuseMultiple(trigger);
  }

  /** Only executions of other flows can make such a condition true. */
  private static void refuseMultiple(Fields owner) {
    int index = 0;
    for (YamlNode node : owner.list("conditions")) {
      String path = owner.path("conditions") + "[" + index++ + "]";
      if (!(node instanceof YamlNode.Mapping mapping)) {
        continue;
      }
      Fields condition = new Fields(mapping, path, owner.reading());
      if (isMultiple(condition.text("type"))) {
        condition.error(
            ComplaintCode.INVALID_VALUE,
            "type",
            "A trigger that somebody calls cannot have a condition on several executions.",
            "Use a Flow trigger, or another condition.");
      } else if (mapping.get("conditions") instanceof YamlNode.Sequence) {
        refuseMultiple(condition);
      }
    }
  }

  private static boolean isMultiple(@Nullable String type) {
    return type != null
        && BuiltInTypes.CONDITIONS
            .find(type)
            .filter(t -> t.name().endsWith(".MultipleCondition"))
            .isPresent();
  }

  /** Executions that a trigger starts have the inputs that it gives, and defaults. */
  private void givesInputs() {
    Set<String> given =
        trigger.json("inputs") instanceof Map<?, ?> map
            ? map.keySet().stream().map(Object::toString).collect(Collectors.toSet())
            : Set.of();
    String missing =
        inputs.stream()
            .filter(input -> input.required() && input.defaults() == null)
            .filter(input -> input.dependsOn().isEmpty() && input.condition() == null)
            .map(InputDefinition::id)
            .filter(id -> !given.contains(id) && !given.contains(id.split("\\.", 2)[0]))
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      trigger.warn(
          ComplaintCode.MISSING_PROPERTY,
          trigger.has("inputs") ? "inputs" : "type",
          "Every execution of this trigger will fail: it gives no value for %s.".formatted(missing),
          "Add them to the trigger's 'inputs', or give the inputs 'defaults'.");
    }
  }

  private void flow() {
    boolean anything =
        Stream.of("conditions", "preconditions", "dependsOn", "when").anyMatch(trigger::has);
    if (!anything) {
      trigger.warn(
          ComplaintCode.NO_EFFECT,
          "type",
          "Without conditions the trigger fires for every flow there is.",
          "Add 'preconditions' or 'conditions'.");
    }
    Fields preconditions = trigger.nested("preconditions");
    if (preconditions != null) {
      IdRule.TASK.read(preconditions, "id");
      TimeRules.checkWindow(preconditions.nested("timeWindow"));
      filters(preconditions);
    }
    dependencies();
  }

  private static void filters(Fields preconditions) {
    for (Fields where : sections(preconditions, "where")) {
      if (where.has("filters") && where.list("filters").isEmpty()) {
        where.error(ComplaintCode.MISSING_PROPERTY, "filters", "There are no filters.", null);
      }
      sections(where, "filters").forEach(TriggerRules::filter);
    }
  }

  private static void filter(Fields filter) {
    String type = filter.text("type");
    if (type == null) {
      return;
    }
    boolean list = LISTS_OF_VALUES.contains(type.toUpperCase(Locale.ROOT));
    String needed = list ? "values" : "value";
    String other = list ? "value" : "values";
    filter.require(needed);
    if (filter.has(other)) {
      filter.error(
          ComplaintCode.INVALID_VALUE,
          other,
          "A filter of type '%s' has '%s' and no '%s'.".formatted(type, needed, other),
          "Rename it to '%s'.".formatted(needed));
    }
  }

  private void dependencies() {
    Fields window = trigger.nested("window");
    if (window != null) {
      List.of("deadline", "from", "to").forEach(name -> TimeRules.checkTime(window, name));
      TimeRules.checkZone(window, "timezone");
      oneKindOfWindow(window);
    }
    if (window != null && window.has("lookback") && trigger.has("onMiss")) {
      trigger.error(
          ComplaintCode.INVALID_VALUE,
          "onMiss",
          "Property 'onMiss' needs a window that ends, but 'lookback' never does.",
          "Use 'deadline', 'from' and 'to', or 'every'.");
    }
    boolean atLeast = "AT_LEAST".equalsIgnoreCase(trigger.text("mode"));
    if (atLeast) {
      trigger.require("minSatisfied");
    }
    if (!atLeast && trigger.has("minSatisfied")) {
      trigger.error(
          ComplaintCode.INVALID_VALUE,
          "minSatisfied",
          "Property 'minSatisfied' needs 'mode: AT_LEAST'.",
          null);
    }
    for (String name : List.of("mode", "window", "onMiss")) {
      if (trigger.has(name) && !trigger.has("dependsOn")) {
        trigger.error(
            ComplaintCode.MISSING_PROPERTY,
            name,
            "Property '%s' needs 'dependsOn'.".formatted(name),
            null);
      }
    }
  }

  private static void oneKindOfWindow(Fields window) {
    List<String> kinds =
        Stream.of("deadline", "from", "every", "lookback").filter(window::has).toList();
    if (kinds.size() > 1) {
      window.error(
          ComplaintCode.INVALID_VALUE,
          kinds.get(1),
          "A window has one of 'deadline', 'from' and 'to', 'every', 'lookback'.",
          "Keep one of them.");
    }
    if (window.has("from") != window.has("to")) {
      window.error(
          ComplaintCode.MISSING_PROPERTY,
          window.has("from") ? "from" : "to",
          "The properties 'from' and 'to' need each other.",
          null);
    }
  }

  private static List<Fields> sections(Fields owner, String name) {
    List<Fields> sections = new ArrayList<>();
    int index = 0;
    for (YamlNode node : owner.list(name)) {
      String path = owner.path(name) + "[" + index++ + "]";
      if (node instanceof YamlNode.Mapping mapping) {
        sections.add(new Fields(mapping, path, owner.reading()));
      }
    }
    return sections;
  }
}
