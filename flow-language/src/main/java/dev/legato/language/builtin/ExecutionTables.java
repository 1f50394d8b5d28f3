package dev.legato.language.builtin;

import static dev.legato.language.builtin.PropertyTable.VALUES;
import static dev.legato.language.builtin.PropertyTable.describe;
import static dev.legato.language.builtin.TypeTable.type;

import dev.legato.plugin.type.PropertyType.FlowPart;
import dev.legato.plugin.type.PropertyType.ListOf;
import dev.legato.plugin.type.PropertyType.OneOf;
import dev.legato.plugin.type.PropertyType.Scalar;
import java.util.List;

/** Tasks that act on executions: on their own one, or on others that they start. */
final class ExecutionTables {
  private ExecutionTables() {}

  /** What every task that starts another flow has. */
  static PropertyTable call(PropertyTable table) {
    return table
        .template("namespace", "Of the flow to run.")
        .required()
        .template("flowId", "The flow to run.")
        .required()
        .template("revision", Scalar.INTEGER, "Of the flow to run; absent means the latest.")
        .template("inputs", VALUES, "Values for the inputs of the flow.")
        .template("labels", FlowPart.LABELS, "Labels for its execution.")
        .flag("wait", true, "Whether to wait until its execution has ended.")
        .flag("transmitFailed", true, "Whether a failure of its execution is one of this task.")
        .flag("inheritLabels", false, "Whether its execution gets all labels of this one.")
        .template("scheduleDate", Scalar.DATE_TIME, "When its execution is to start.")
        .choice(
            "restartBehavior",
            List.of("RETRY_FAILED", "NEW_EXECUTION"),
            "What a restart does: go on with the failed execution, or start a new one.")
        .orElse("RETRY_FAILED");
  }

  static TypeTable subflow() {
    return type("flow.Subflow", "Runs another flow.")
        .aliases(
            "io.kestra.core.tasks.flows.Subflow",
            FormerDefaults.FLOW,
            "io.kestra.plugin.core.flow.Flow")
        .description(
            "Written as `io.kestra.core.tasks.flows.Flow` it does not wait unless told to.")
        .properties(
            call(describe())
                .template("outputs", VALUES, "Values to take from the execution.")
                .deprecated("Give the flow outputs of its own."))
        .outputs(
            describe()
                .text("executionId", "The execution that was started.")
                .text("state", "How it ended.")
                .property("outputs", VALUES, "The outputs of the flow."));
  }

  static TypeTable pause() {
    return type("flow.Pause", "Waits for a person, or for some time.")
        .aliases("io.kestra.core.tasks.flows.Pause")
        .description("Other branches of the flow go on meanwhile.")
        .properties(
            GroupTables.handlers(
                describe()
                    .template("pauseDuration", Scalar.DURATION, "How long; absent means for ever.")
                    .aliases("delay")
                    .template(
                        "behavior",
                        new OneOf(List.of("RESUME", "WARN", "FAIL", "CANCEL")),
                        "What happens when nobody has resumed in that time.")
                    .orElse("RESUME")
                    .property(
                        "onResume",
                        new ListOf(FlowPart.INPUT),
                        "What is asked from whoever resumes.")
                    .property("onPause", FlowPart.TASK, "Run when the pause begins.")
                    .tasks("tasks", "Run after the pause.")
                    .deprecated("Put them behind the pause.")))
        .outputs(
            describe()
                .property("onResume", VALUES, "What was answered.")
                .property("resumed", VALUES, "Who resumed (`by`), when (`on`), and how (`to`)."));
  }

  static TypeTable labels() {
    return type("execution.Labels", "Adds labels to the execution.")
        .aliases("io.kestra.core.tasks.executions.Labels")
        .properties(
            describe()
                .template("labels", Scalar.ANY, "A map, a list of keys and values, or JSON text.")
                .required());
  }

  static TypeTable setVariables() {
    return type("execution.SetVariables", "Changes variables of the execution.")
        .properties(
            describe()
                .template("variables", VALUES, "New values.")
                .required()
                .flag("overwrite", true, "Whether variables that exist may be changed."));
  }

  static TypeTable unsetVariables() {
    return type("execution.UnsetVariables", "Removes variables of the execution.")
        .properties(
            describe()
                .template("variables", PropertyTable.TEXTS, "Names; dots lead into maps.")
                .required()
                .flag("ignoreMissing", false, "Whether names that do not exist are fine."));
  }

  static TypeTable exit() {
    return type("execution.Exit", "Ends the execution.")
        .properties(
            describe()
                .template("state", CommonProperties.EXIT_STATES, "How it ends.")
                .orElse("SUCCESS"));
  }
}
