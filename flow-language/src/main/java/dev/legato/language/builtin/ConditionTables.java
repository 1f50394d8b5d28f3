package dev.legato.language.builtin;

import static dev.legato.language.builtin.PropertyTable.CONDITIONS;
import static dev.legato.language.builtin.PropertyTable.describe;

import dev.legato.plugin.type.PropertyType.FlowPart;
import dev.legato.plugin.type.PropertyType.MapOf;
import dev.legato.plugin.type.PropertyType.Scalar;
import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Stream;

/** What triggers and listeners compare. */
final class ConditionTables {
  private static final String OLD_PACKAGE = "io.kestra.core.models.conditions.types.";
  private static final String FORMER_PACKAGE = "io.kestra.plugin.core.condition.";
  private static final List<String> DAYS =
      Stream.of(DayOfWeek.values()).map(DayOfWeek::name).toList();

  private ConditionTables() {}

  static List<TypeTable> all() {
    return Stream.of(onDates(), onExecutions(), onFlows(), onConditions())
        .flatMap(List::stream)
        .toList();
  }

  private static List<TypeTable> onDates() {
    return List.of(
        condition("DateTimeBetween", "Whether a date lies between two others.")
            .properties(
                date()
                    .property("after", Scalar.DATE_TIME, "It must be later.")
                    .property("before", Scalar.DATE_TIME, "It must be earlier.")),
        condition("TimeBetween", "Whether a time of day lies between two others.")
            .properties(
                date()
                    .text("after", "It must be later, such as `08:00:00+02:00`.")
                    .text("before", "It must be earlier.")),
        condition("DayWeek", "Whether a date is a certain day of the week.")
            .properties(date().choice("dayOfWeek", DAYS, "The day.").required()),
        condition("DayWeekInMonth", "Whether a date is, say, the first Monday of its month.")
            .properties(
                date()
                    .choice("dayOfWeek", DAYS, "The day.")
                    .required()
                    .choice(
                        "dayInMonth",
                        List.of("FIRST", "SECOND", "THIRD", "FOURTH", "LAST"),
                        "Which of them in the month.")
                    .required()),
        condition("Weekend", "Whether a date is a Saturday or Sunday.").properties(date()),
        condition("PublicHoliday", "Whether a date is a public holiday.")
            .properties(
                date()
                    .template("country", "ISO code; absent means the server's.")
                    .template("subDivision", "A part of the country, such as `fr-bl`.")));
  }

  private static List<TypeTable> onExecutions() {
    return List.of(
        condition("ExecutionFlow", "Whether an execution belongs to a flow.")
            .properties(
                describe()
                    .text("namespace", "Of the flow.")
                    .required()
                    .text("flowId", "The flow.")
                    .required()),
        condition("ExecutionNamespace", "Whether an execution belongs to a namespace.")
            .properties(
                describe()
                    .text("namespace", "The namespace, or a part of it.")
                    .required()
                    .choice("comparison", List.of("EQUALS", "PREFIX", "SUFFIX"), "Which part.")
                    .flag("prefix", false, "Whether only the beginning must be the same.")),
        condition("ExecutionLabels", "Whether an execution has labels.")
            .properties(
                describe().property("labels", FlowPart.LABELS, "All must be there.").required()),
        condition("ExecutionStatus", "Whether an execution is in one of some states.")
            .properties(states()),
        condition("ExecutionOutputs", "Whether the outputs of an execution are as wanted.")
            .properties(describe().template("expression", "Must be true.").required()),
        condition("HasRetryAttempt", "Whether a task was tried again.").properties(states()));
  }

  private static List<TypeTable> onFlows() {
    return List.of(
        type("FlowCondition", "Whether the flow is a certain one.", "FlowCondition")
            .replacedBy("condition.ExecutionFlow")
            .properties(
                describe()
                    .text("namespace", "Of the flow.")
                    .required()
                    .text("flowId", "The flow.")
                    .required()),
        type(
                "FlowNamespaceCondition",
                "Whether the flow is in a namespace.",
                "FlowNamespaceCondition")
            .replacedBy("condition.ExecutionNamespace")
            .properties(
                describe()
                    .text("namespace", "The namespace.")
                    .required()
                    .flag("prefix", false, "Whether only the beginning must be the same.")));
  }

  private static List<TypeTable> onConditions() {
    return List.of(
        condition("Expression", "Whether an expression is true.")
            .aliases(
                OLD_PACKAGE + "VariableCondition",
                OLD_PACKAGE + "ExpressionCondition",
                FORMER_PACKAGE + "ExpressionCondition",
                FORMER_PACKAGE + "VariableCondition")
            .description("Blank and `false` are false, everything else is true.")
            .properties(describe().template("expression", "The expression.").required()),
        condition("Not", "Whether none of some conditions holds.").properties(nested()),
        condition("Or", "Whether one of some conditions holds.").properties(nested()),
        type(
                "MultipleCondition",
                "Whether all of some conditions have come true.",
                "MultipleCondition")
            .replacedBy("trigger.Flow")
            .properties(
                describe()
                    .text("id", "The name under which the window is kept.")
                    .required()
                    .property("timeWindow", TriggerTables.TIME_WINDOW, "In which time.")
                    .flag("resetOnSuccess", true, "Whether it starts over once it has fired.")
                    .duration("window", "How long the window is.")
                    .deprecated("Use 'timeWindow'.")
                    .duration("windowAdvance", "How far the window is shifted.")
                    .deprecated("Use 'timeWindow'.")
                    .property("conditions", new MapOf(FlowPart.CONDITION), "By name.")
                    .required()));
  }

  private static PropertyTable date() {
    return describe().template("date", "The date.").orElse("{{ trigger.date }}");
  }

  private static PropertyTable states() {
    return describe()
        .property("in", CommonProperties.STATES, "One of these.")
        .property("notIn", CommonProperties.STATES, "None of these.");
  }

  private static PropertyTable nested() {
    return describe().property("conditions", CONDITIONS, "What is asked.").required();
  }

  private static TypeTable condition(String name, String title) {
    return type(name, title, name + "Condition")
        .aliases(OLD_PACKAGE + name + "Condition", FORMER_PACKAGE + name + "Condition");
  }

  private static TypeTable type(String name, String title, String oldName) {
    return TypeTable.type("condition." + name, title).aliases(OLD_PACKAGE + oldName);
  }
}
