package dev.legato.language.builtin;

import static dev.legato.language.builtin.PropertyTable.TASKS;
import static dev.legato.language.builtin.PropertyTable.TEXTS;
import static dev.legato.language.builtin.PropertyTable.describe;
import static dev.legato.language.builtin.TypeTable.type;

import dev.legato.plugin.type.PropertyType.FlowPart;
import dev.legato.plugin.type.PropertyType.ListOf;
import dev.legato.plugin.type.PropertyType.MapOf;
import dev.legato.plugin.type.PropertyType.Scalar;

/** Tasks that hold tasks and run them once. */
final class GroupTables {
  private GroupTables() {}

  /** The lists that every group has. */
  static PropertyTable handlers(PropertyTable table) {
    return table
        .tasks("errors", "Run when a task inside has failed for good.")
        .tasks("finally", "Run at the end of the group, whether its tasks failed or not.");
  }

  static TypeTable sequential() {
    return type("flow.Sequential", "Runs tasks one after the other.")
        .aliases("io.kestra.core.tasks.flows.Sequential")
        .properties(handlers(describe().tasks("tasks", "Run in this order.")));
  }

  static TypeTable parallel() {
    return type("flow.Parallel", "Runs tasks side by side.")
        .aliases("io.kestra.core.tasks.flows.Parallel")
        .description("After a failure nothing new starts; the group ends when what runs has ended.")
        .properties(
            handlers(
                describe()
                    .property("concurrent", Scalar.INTEGER, "How many at once; 0 means all.")
                    .orElse(0)
                    .tasks("tasks", "Run side by side.")
                    .required()));
  }

  static TypeTable dag() {
    PropertyTable task =
        describe()
            .property("task", FlowPart.TASK, "The task.")
            .required()
            .property("dependsOn", TEXTS, "Ids of tasks of the same group that must have ended.");
    return type("flow.Dag", "Runs each task as soon as those that it depends on have ended.")
        .aliases("io.kestra.core.tasks.flows.Dag")
        .properties(
            handlers(
                describe()
                    .property("concurrent", Scalar.INTEGER, "How many at once; 0 means all.")
                    .orElse(0)
                    .property("tasks", new ListOf(task.section()), "Tasks with what they need.")
                    .required()));
  }

  static TypeTable choice() {
    return type("flow.If", "Runs some tasks or others, as a condition tells.")
        .aliases("io.kestra.core.tasks.flows.If")
        .description(
            "Nothing, an empty text, `false`, `0` and `-0` are false. Everything else is true.")
        .properties(
            handlers(
                describe()
                    .template("condition", "Rendered when the task starts; absent means false.")
                    .tasks("then", "Run when the condition is true.")
                    .required()
                    .tasks("else", "Run when the condition is false.")))
        .outputs(
            describe().property("evaluationResult", Scalar.BOOLEAN, "What the condition gave."));
  }

  static TypeTable selection() {
    return type("flow.Switch", "Runs the tasks that belong to a value.")
        .aliases("io.kestra.core.tasks.flows.Switch")
        .properties(
            handlers(
                describe()
                    .template("value", "Rendered, and compared with the cases as a text.")
                    .required()
                    .property("cases", new MapOf(TASKS), "Tasks by the value that selects them.")
                    .tasks("defaults", "Run when no case has the value.")))
        .outputs(
            describe()
                .text("value", "The rendered value.")
                .property("defaults", Scalar.BOOLEAN, "Whether no case had the value."));
  }

  static TypeTable allowFailure() {
    return type("flow.AllowFailure", "Runs tasks one after the other and forgives a failure.")
        .aliases("io.kestra.core.tasks.flows.AllowFailure")
        .description("After a failure `errors` run and the task ends as `WARNING`.")
        .properties(handlers(describe().tasks("tasks", "Run in this order.")));
  }

  static TypeTable workingDirectory() {
    PropertyTable cache =
        describe()
            .property("patterns", TEXTS, "Which files are kept, as globs.")
            .required()
            .duration("ttl", "How long they are kept; absent means for ever.");
    PropertyTable namespaceFiles =
        describe()
            .flag("enabled", true, "Whether files of the namespace are put into the directory.")
            .property("include", TEXTS, "Only these files, as globs.")
            .property("exclude", TEXTS, "Not these files, as globs.");
    return type("flow.WorkingDirectory", "Runs tasks one after the other in one directory.")
        .aliases(
            "io.kestra.core.tasks.flows.WorkingDirectory",
            "io.kestra.core.tasks.flows.Worker",
            "io.kestra.plugin.core.flow.Worker")
        .description("One worker runs all of them; none of them can hold tasks.")
        .properties(
            handlers(
                describe()
                    .tasks("tasks", "Run in this order, by one worker.")
                    .required()
                    .template("inputFiles", Scalar.ANY, "Files to begin with: paths and contents.")
                    .template("outputFiles", TEXTS, "Which files are kept in the end, as globs.")
                    .property("namespaceFiles", namespaceFiles.section(), "Files of the namespace.")
                    .property("cache", cache.section(), "Files to keep for the next execution.")))
        .outputs(
            describe()
                .property("outputFiles", new MapOf(Scalar.URI), "The kept files by their path."));
  }

  static TypeTable template() {
    return type("flow.Template", "Runs the tasks of a stored template.")
        .aliases("io.kestra.core.tasks.flows.Template")
        .replacedBy("flow.Subflow")
        .properties(
            handlers(
                describe()
                    .text("namespace", "Of the template.")
                    .required()
                    .text("templateId", "Which template.")
                    .required()
                    .template("args", new MapOf(Scalar.TEXT), "Values for the template.")))
        .outputs(describe().property("args", new MapOf(Scalar.TEXT), "The rendered values."));
  }
}
