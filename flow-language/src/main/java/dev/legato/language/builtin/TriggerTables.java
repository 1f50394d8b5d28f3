package dev.legato.language.builtin;

import static dev.legato.language.builtin.PropertyTable.CONDITIONS;
import static dev.legato.language.builtin.PropertyTable.VALUES;
import static dev.legato.language.builtin.PropertyTable.describe;
import static dev.legato.language.builtin.TypeTable.type;

import dev.legato.plugin.type.PropertyType;
import dev.legato.plugin.type.PropertyType.FlowPart;
import dev.legato.plugin.type.PropertyType.ListOf;
import dev.legato.plugin.type.PropertyType.MapOf;
import dev.legato.plugin.type.PropertyType.Scalar;
import java.util.List;

/** What starts flows. */
final class TriggerTables {
  /** Which dates are allowed for a condition on several executions. */
  static final PropertyType TIME_WINDOW =
      describe()
          .choice(
              "type",
              List.of(
                  "DURATION_WINDOW", "SLIDING_WINDOW", "DAILY_TIME_WINDOW", "DAILY_TIME_DEADLINE"),
              "How the window lies in time.")
          .orElse("DURATION_WINDOW")
          .duration("window", "How long it is.")
          .duration("windowAdvance", "How far it is shifted.")
          .text("startTime", "When it begins each day.")
          .text("endTime", "When it ends each day.")
          .text("deadline", "Until when each day.")
          .section();

  private static final PropertyType FILTER =
      describe()
          .choice(
              "field", List.of("FLOW_ID", "NAMESPACE", "STATE", "EXPRESSION"), "What is compared.")
          .required()
          .choice(
              "type",
              List.of(
                  "EQUAL_TO",
                  "NOT_EQUAL_TO",
                  "IN",
                  "NOT_IN",
                  "IS_TRUE",
                  "IS_FALSE",
                  "IS_NULL",
                  "IS_NOT_NULL",
                  "STARTS_WITH",
                  "ENDS_WITH",
                  "REGEX",
                  "CONTAINS"),
              "How it is compared.")
          .required()
          .template("value", "With what it is compared.")
          .property("values", PropertyTable.TEXTS, "With what it is compared, for IN and NOT_IN.")
          .section();

  private static final PropertyType UPSTREAM =
      describe()
          .text("namespace", "Of the flow.")
          .required()
          .text("flowId", "The flow; absent means all of the namespace.")
          .property("states", CommonProperties.STATES, "In which states its executions count.")
          .property("labels", FlowPart.LABELS, "Labels that its executions must have.")
          .section();

  private static final PropertyType WHERE =
      describe()
          .text("id", "The name of the entry.")
          .required()
          .choice("operand", List.of("AND", "OR"), "Whether all filters must hold, or one.")
          .orElse("AND")
          .property("filters", new ListOf(FILTER), "What must hold.")
          .required()
          .section();

  private static final PropertyType PRECONDITIONS =
      describe()
          .text("id", "The name under which the window is kept.")
          .required()
          .property("timeWindow", TIME_WINDOW, "In which time all must come true.")
          .flag("resetOnSuccess", true, "Whether everything is forgotten once it has fired.")
          .property("flows", new ListOf(UPSTREAM), "Each must have run.")
          .property("where", new ListOf(WHERE), "Each must hold for some execution.")
          .section();

  private static final PropertyType DEPENDENCY =
      describe()
          .text("flowId", "The flow.")
          .required()
          .text("namespace", "Of the flow; absent means the own one.")
          .property("states", CommonProperties.STATES, "In which states its executions count.")
          .orElse(List.of("SUCCESS", "WARNING"))
          .property("labels", FlowPart.LABELS, "Labels that its executions must have.")
          .template("when", "Must be true for its executions.")
          .section();

  private static final PropertyType DEPENDENCY_WINDOW =
      describe()
          .text("deadline", "Until when each day.")
          .text("from", "When it begins each day.")
          .text("to", "When it ends each day.")
          .duration("every", "How long each window is.")
          .duration("offset", "How far windows are shifted.")
          .duration("lookback", "How far executions may lie back.")
          .text("timezone", "In which the times are meant.")
          .flag("fireOnce", false, "Whether it fires once in a window.")
          .section();

  private static final PropertyType MISS =
      describe()
          .choice("behavior", List.of("FAIL"), "What happens when the window ends in vain.")
          .property("labels", FlowPart.LABELS, "Labels for the failed execution.")
          .section();

  private static final List<String> RECOVERIES = List.of("ALL", "LAST", "NONE");

  private TriggerTables() {}

  static List<TypeTable> all() {
    return List.of(schedule(), onDates(), webhook(), mcpTool(), flow());
  }

  private static TypeTable schedule() {
    return type("trigger.Schedule", "Starts the flow at the times of a cron expression.")
        .aliases("io.kestra.core.models.triggers.types.Schedule")
        .properties(
            describe()
                .text("cron", "Minute, hour, day, month, day of the week; or `@daily` and so on.")
                .required()
                .flag("withSeconds", false, "Whether seconds stand before the minute.")
                .text("timezone", "In which the times are meant; absent means the server's.")
                .template("inputs", VALUES, "Values for the inputs of the flow.")
                .duration("lateMaximumDelay", "Times that are longer ago are left out.")
                .choice("recoverMissedSchedules", RECOVERIES, "What to do with missed times.")
                .choice("dstGap", List.of("FIRE", "SKIP"), "Times that clocks jump over.")
                .orElse("FIRE")
                .property("scheduleConditions", CONDITIONS, "All must hold.")
                .deprecated("Use 'conditions'.")
                .property("backfill", VALUES, "Where to begin.")
                .deprecated("Start a backfill through the API.")
                .duration("interval", "Not used.")
                .deprecated("Remove it."))
        .outputs(
            describe()
                .property("date", Scalar.DATE_TIME, "The time.")
                .property("next", Scalar.DATE_TIME, "The next one.")
                .property("previous", Scalar.DATE_TIME, "The one before."));
  }

  private static TypeTable onDates() {
    return type("trigger.ScheduleOnDates", "Starts the flow at given times.")
        .properties(
            describe()
                .template("dates", new ListOf(Scalar.TEXT), "When, each with a zone.")
                .required()
                .template("timezone", "In which dates without zone are meant.")
                .template("inputs", VALUES, "Values for the inputs of the flow.")
                .choice("recoverMissedSchedules", RECOVERIES, "What to do with missed times.")
                .duration("interval", "Not used.")
                .deprecated("Remove it."));
  }

  private static TypeTable webhook() {
    return type("trigger.Webhook", "Starts the flow when its address is called.")
        .aliases("io.kestra.core.models.triggers.types.Webhook")
        .properties(
            describe()
                .template("key", "The secret end of the address, at most 256 characters.")
                .required()
                .template("inputs", VALUES, "Values for the inputs of the flow.")
                .flag("wait", false, "Whether the answer waits until the execution has ended.")
                .flag("returnOutputs", false, "Whether the answer has the outputs of the flow.")
                .text("responseContentType", "The type of the answer.")
                .orElse("application/json")
                .choice("fetchType", List.of("FETCH", "STORE", "NONE"), "Where the body goes.")
                .orElse("FETCH"))
        .outputs(
            describe()
                .property("body", Scalar.ANY, "What was sent.")
                .property("headers", new MapOf(PropertyTable.TEXTS), "The headers.")
                .property("parameters", new MapOf(PropertyTable.TEXTS), "The query."));
  }

  private static TypeTable mcpTool() {
    PropertyType annotations =
        describe()
            .flag("readOnly", false, "Whether the flow changes nothing.")
            .flag("destructive", true, "Whether it may change or remove what is there.")
            .flag("openWorld", true, "Whether it deals with things outside.")
            .flag("idempotent", false, "Whether a second call changes nothing more.")
            .flag("returnDirect", false, "Whether the answer is to be shown as it is.")
            .section();
    return type("trigger.McpToolTrigger", "Offers the flow as a tool on an MCP server.")
        .properties(
            describe()
                .text("toolName", "What clients call: letters, digits, `-`, `_`, `.`; at most 64.")
                .required()
                .text("title", "How people see the tool called.")
                .required()
                .text("toolDescription", "Tells language models what it does and when to use it.")
                .required()
                .text("mcpServer", "On which server it is offered.")
                .orElse("default")
                .property(
                    "annotations", annotations, "Hints for clients; nothing depends on them."))
        .outputs(
            describe()
                .text("toolName", "What was called.")
                .text("mcpServer", "On which server.")
                .text("mcpSession", "In which session; absent when the client has none."));
  }

  private static TypeTable flow() {
    return type("trigger.Flow", "Starts the flow when executions of other flows change.")
        .aliases("io.kestra.core.models.triggers.types.Flow")
        .properties(
            describe()
                .template("inputs", VALUES, "Values for the inputs of the flow.")
                .property("states", CommonProperties.STATES, "Which states count.")
                .property("preconditions", PRECONDITIONS, "What must have happened.")
                .property("dependsOn", new ListOf(DEPENDENCY), "Flows that must have run.")
                .choice("mode", List.of("ALL", "ANY", "AT_LEAST"), "How many of them.")
                .property("minSatisfied", Scalar.INTEGER, "How many, for AT_LEAST.")
                .property("window", DEPENDENCY_WINDOW, "In which time.")
                .property("onMiss", MISS, "What happens when the window ends in vain."))
        .outputs(
            describe()
                .text("executionId", "The execution that changed last.")
                .text("namespace", "Of its flow.")
                .text("flowId", "Its flow.")
                .property("flowRevision", Scalar.INTEGER, "Of its flow.")
                .text("state", "Its state.")
                .property("outputs", VALUES, "The outputs of its flow."));
  }
}
