package dev.legato.language.builtin;

import static dev.legato.language.builtin.PropertyTable.CONDITIONS;
import static dev.legato.language.builtin.PropertyTable.VALUES;
import static dev.legato.language.builtin.PropertyTable.describe;

import dev.legato.model.execution.StateNames;
import dev.legato.model.flow.InputType;
import dev.legato.model.flow.LogLevel;
import dev.legato.plugin.type.PropertyDescriptor;
import dev.legato.plugin.type.PropertyType;
import dev.legato.plugin.type.PropertyType.Choice;
import dev.legato.plugin.type.PropertyType.FlowPart;
import dev.legato.plugin.type.PropertyType.ListOf;
import dev.legato.plugin.type.PropertyType.OneOf;
import dev.legato.plugin.type.PropertyType.Scalar;
import java.util.List;

/** Properties that do not belong to one type: of flows, of all tasks, of all triggers. */
public final class CommonProperties {
  /** Every state that a flow may name. */
  static final PropertyType STATE = new OneOf(StateNames.ALL);

  static final PropertyType STATES = new ListOf(STATE);

  /** How {@code Exit} can end an execution; one state has two spellings. */
  static final PropertyType EXIT_STATES =
      new OneOf(List.of("SUCCESS", "WARNING", "FAILED", "KILLED", "CANCELLED", "CANCELED"));

  /** An entry of {@code outputs}. */
  static final PropertyType OUTPUT =
      describe()
          .text("id", "How callers read it; dots nest.")
          .required()
          .property("type", new Choice(InputType.class), "What the value is.")
          .required()
          .template("value", Scalar.ANY, "Rendered when all tasks have ended.")
          .required()
          .text("description", "For people.")
          .text("displayName", "How people see it called.")
          .flag("required", true, "Whether a value that cannot be rendered is a failure.")
          .section();

  private static final PropertyType CONCURRENCY =
      describe()
          .property("limit", Scalar.INTEGER, "How many executions of the flow run at once.")
          .required()
          .choice("behavior", List.of("QUEUE", "CANCEL", "FAIL"), "What happens to one more.")
          .orElse("QUEUE")
          .section();

  private static final PropertyType CHECK =
      describe()
          .template("when", "Holds when the execution may start.")
          .required()
          .aliases("condition")
          .text("message", "What people are told when it does not hold.")
          .required()
          .choice("style", List.of("ERROR", "SUCCESS", "WARNING", "INFO"), "How it is shown.")
          .orElse("INFO")
          .choice(
              "behavior",
              List.of("BLOCK_EXECUTION", "FAIL_EXECUTION", "CREATE_EXECUTION"),
              "What happens when it does not hold.")
          .orElse("BLOCK_EXECUTION")
          .section();

  private static final PropertyType LISTENER =
      describe()
          .text("description", "For people.")
          .property("conditions", CONDITIONS, "All must hold.")
          .tasks("tasks", "Run when the execution has ended.")
          .required()
          .section();

  private static final PropertyType PLUGIN_DEFAULT =
      describe()
          .text("type", "A type, or the beginning of several types.")
          .required()
          .flag("forced", false, "Whether the values win over those of the task.")
          .property("values", VALUES, "Values by property.")
          .required()
          .section();

  private static final PropertyType TASK_CACHE =
      describe()
          .flag("enabled", false, "Whether outputs of an equal earlier run are used again.")
          .duration("ttl", "How long they are used.")
          .section();

  /** The top level of a flow. */
  public static final List<PropertyDescriptor> OF_A_FLOW =
      describe()
          .text("id", "The name of the flow, unique in its namespace.")
          .required()
          .text("namespace", "Where the flow belongs; dots separate levels.")
          .required()
          .text("description", "For people; Markdown.")
          .property("labels", FlowPart.LABELS, "Keys and values that its executions get.")
          .property("inputs", new ListOf(FlowPart.INPUT), "What an execution needs to start.")
          .property("variables", VALUES, "Values to use in templates as `vars`.")
          .tasks("tasks", "Run in this order.")
          .required()
          .tasks("errors", "Run when a task has failed for good.")
          .tasks("finally", "Run at the end, whether the tasks failed or not.")
          .tasks("afterExecution", "Run when the state of the execution is final.")
          .property("outputs", new ListOf(OUTPUT), "What the flow gives to whoever started it.")
          .property("triggers", new ListOf(FlowPart.TRIGGER), "What starts the flow by itself.")
          .property("retry", FlowPart.RETRY, "When failed tasks are tried again.")
          .property("concurrency", CONCURRENCY, "How many executions run at once.")
          .property("sla", new ListOf(FlowPart.SLA), "Promises and what breaking them does.")
          .property("checks", new ListOf(CHECK), "What must hold for an execution to start.")
          .property(
              "pluginDefaults",
              new ListOf(PLUGIN_DEFAULT),
              "Values for properties of all tasks of a type.")
          .aliases("taskDefaults")
          .property("listeners", new ListOf(LISTENER), "Tasks to run when an execution has ended.")
          .deprecated("Use 'afterExecution'.")
          .flag("disabled", false, "Whether the flow cannot be started.")
          .flag("draft", false, "Whether this revision is not to be used yet.")
          .property("revision", Scalar.INTEGER, "Set by the server.")
          .property("deleted", Scalar.BOOLEAN, "Set by the server.")
          .text("tenantId", "Set by the server.")
          .property("policyRefs", Scalar.ANY, "Only read by an enterprise edition.")
          .property("quotas", Scalar.ANY, "Only read by an enterprise edition.")
          .property("extend", Scalar.ANY, "What a gallery of flows says about it. Not read.")
          .list();

  /** Of every task, also of those that plugins bring. */
  public static final List<PropertyDescriptor> OF_A_TASK =
      describe()
          .text("id", "The name of the task, unique in the flow.")
          .required()
          .text("type", "What the task does.")
          .required()
          .text("description", "For people.")
          .template("when", "The task is skipped when this renders to something false.")
          .property("retry", FlowPart.RETRY, "When the task is tried again after a failure.")
          .template("timeout", Scalar.DURATION, "How long an attempt may take.")
          .flag("disabled", false, "Whether the task is left out.")
          .flag("allowFailure", false, "Whether a failure ends the task as WARNING.")
          .flag("allowWarning", false, "Whether a warning ends the task as SUCCESS.")
          .property("logLevel", new Choice(LogLevel.class), "Lines below it are not kept.")
          .flag("logToFile", false, "Whether the log goes to a file.")
          .property("taskCache", TASK_CACHE, "Whether outputs of an earlier run are used.")
          .text("version", "Of the plugin.")
          .property("assets", Scalar.ANY, "Only read by an enterprise edition.")
          .property("policyRefs", Scalar.ANY, "Only read by an enterprise edition.")
          .template("runIf", "The task is skipped when this renders to something false.")
          .list();

  /** Of every trigger. */
  public static final List<PropertyDescriptor> OF_A_TRIGGER =
      describe()
          .text("id", "The name of the trigger, unique among those of the flow.")
          .required()
          .text("type", "What the trigger waits for.")
          .required()
          .text("description", "For people.")
          .flag("disabled", false, "Whether the trigger is off.")
          .property("conditions", CONDITIONS, "All must hold for the trigger to fire.")
          .template("when", "The trigger fires only when this renders to something true.")
          .template("labels", FlowPart.LABELS, "Labels for the executions it starts.")
          .property("stopAfter", STATES, "States of its executions that switch the trigger off.")
          .flag("allowConcurrent", false, "Whether it fires while its last execution runs.")
          .flag("failOnTriggerError", false, "Whether a mistake makes a failed execution.")
          .property("logLevel", new Choice(LogLevel.class), "Lines below it are not kept.")
          .aliases("minLogLevel")
          .flag("logToFile", false, "Whether the log of a look goes to a file, if it polls.")
          .text("version", "Of the plugin.")
          .list();

  /** Of every condition. */
  public static final List<PropertyDescriptor> OF_A_CONDITION =
      describe().text("type", "What is compared.").required().list();

  private CommonProperties() {}
}
