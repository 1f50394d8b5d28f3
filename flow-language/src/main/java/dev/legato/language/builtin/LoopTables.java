package dev.legato.language.builtin;

import static dev.legato.language.builtin.PropertyTable.VALUES;
import static dev.legato.language.builtin.PropertyTable.describe;
import static dev.legato.language.builtin.TypeTable.type;

import dev.legato.plugin.type.PropertyType.ListOf;
import dev.legato.plugin.type.PropertyType.MapOf;
import dev.legato.plugin.type.PropertyType.Scalar;
import java.util.List;

/** Tasks that hold tasks and run them again and again. */
final class LoopTables {
  private LoopTables() {}

  static TypeTable forEach() {
    return type("flow.ForEach", "Runs tasks once for each value of a list.")
        .description(
            "`taskrun.value` is the value and `taskrun.iteration` its place, from 0. Values that"
                + " occur twice run once. The tasks of one value run one after the other.")
        .properties(
            GroupTables.handlers(
                describe()
                    .template("values", Scalar.ANY, "A list, or a text that renders to one.")
                    .required()
                    .property(
                        "concurrencyLimit", Scalar.INTEGER, "How many values at once; 0 means all.")
                    .orElse(1)
                    .tasks("tasks", "Run for each value, in this order.")));
  }

  static TypeTable eachSequential() {
    return type("flow.EachSequential", "Runs tasks for one value of a list after the other.")
        .aliases("io.kestra.core.tasks.flows.EachSequential")
        .replacedBy("flow.ForEach")
        .properties(
            GroupTables.handlers(
                describe()
                    .template("value", Scalar.ANY, "A list, or a text that renders to one.")
                    .required()
                    .tasks("tasks", "Run for each value, in this order.")));
  }

  static TypeTable eachParallel() {
    return type("flow.EachParallel", "Runs all tasks for all values of a list side by side.")
        .aliases("io.kestra.core.tasks.flows.EachParallel")
        .replacedBy("flow.ForEach")
        .properties(
            GroupTables.handlers(
                describe()
                    .template("value", Scalar.ANY, "A list, or a text that renders to one.")
                    .required()
                    .property("concurrent", Scalar.INTEGER, "How many tasks at once; 0 means all.")
                    .orElse(0)
                    .tasks("tasks", "Run for each value, side by side.")
                    .required()));
  }

  static TypeTable loop() {
    return type("flow.Loop", "Runs tasks once for each entry of a list, a map or a file.")
        .description(
            "`item.value` is the entry, `item.index` its place from 0, `item.key` its key in a"
                + " map, and `item.parent` the entry of the loop around.")
        .properties(
            GroupTables.handlers(
                describe()
                    .template(
                        "values", Scalar.ANY, "A list or map, JSON text, or the URI of a file.")
                    .required()
                    .property(
                        "concurrencyLimit",
                        Scalar.INTEGER,
                        "How many entries at once; 0 means all.")
                    .orElse(1)
                    .flag("transmitFailed", true, "Whether a failed entry fails the loop.")
                    .property(
                        "outputs",
                        new ListOf(CommonProperties.OUTPUT),
                        "Values that each entry gives.")
                    .choice(
                        "fetchType",
                        List.of("AUTO", "FETCH", "STORE"),
                        "Whether the outputs are kept in the execution or in a file.")
                    .orElse("AUTO")
                    .tasks("tasks", "Run for each entry, in this order.")))
        .outputs(
            describe()
                .property("iterationCount", Scalar.INTEGER, "How many entries there are.")
                .property(
                    "runningIterations",
                    Scalar.INTEGER,
                    "How many still run: none once it has ended.")
                .property("terminatedIterations", Scalar.INTEGER, "How many have ended.")
                .property("outputs", new ListOf(VALUES), "What each entry gave.")
                .property("uri", Scalar.URI, "The file that holds what each entry gave."));
  }

  static TypeTable loopUntil() {
    PropertyTable checkFrequency =
        describe()
            .property("maxIterations", Scalar.INTEGER, "How many rounds at most.")
            .duration("maxDuration", "How long the loop may take.")
            .duration("interval", "How long to wait between two rounds.");
    return type("flow.LoopUntil", "Runs tasks again and again until a condition is true.")
        .aliases("io.kestra.plugin.core.flow.WaitFor")
        .description(
            "Without limits a loop goes on for ever, with a minute between two rounds. Written as"
                + " `WaitFor` it ends after 100 rounds or an hour, with a second between them.")
        .properties(
            GroupTables.handlers(
                describe()
                    .template("condition", "Rendered after each round, with its outputs.")
                    .required()
                    .property("checkFrequency", checkFrequency.section(), "Limits and pace.")
                    .flag(
                        "failOnMaxReached", false, "Whether a limit that is reached is a failure.")
                    .tasks("tasks", "Run in each round, in this order.")
                    .required()))
        .outputs(
            describe()
                .property("iterationCount", Scalar.INTEGER, "The round, from 1.")
                .property("gaveUp", Scalar.BOOLEAN, "True when the loop failed at a limit."));
  }

  static TypeTable forEachItem() {
    PropertyTable batch =
        describe()
            .template("rows", Scalar.INTEGER, "How many lines a batch has.")
            .orElse(1)
            .template("bytes", "How large a batch gets, such as `100 KB`.")
            .template("partitions", Scalar.INTEGER, "Into how many batches the file is dealt out.")
            .template("separator", "What stands behind each line.")
            .orElse("\n");
    PropertyTable properties =
        describe()
            .template("items", "The URI of a stored file with one item in each line.")
            .required()
            .property("batch", batch.section(), "How to cut the file into batches.");
    return type("flow.ForEachItem", "Runs a flow once for each batch of lines of a file.")
        .aliases("io.kestra.core.tasks.flows.ForEachItem")
        .description(
            "`taskrun.items` is the file with the batch, `taskrun.iteration` its number. The tasks"
                + " `<id>_split`, `<id>_items` and `<id>_merge` do the work.")
        .properties(GroupTables.handlers(ExecutionTables.call(properties)))
        .outputs(
            describe()
                .property("iterations", new MapOf(Scalar.INTEGER), "How many batches per state.")
                .property("numberOfBatches", Scalar.INTEGER, "How many batches there are.")
                .property("subflowOutputsBaseUri", Scalar.URI, "Where outputs are collected."));
  }
}
