package dev.legato.language.flow;

import dev.legato.language.builtin.ControlTask;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.model.plan.Step;
import java.util.Optional;

/** Reads the tasks that the engine runs itself. */
final class ControlReader {
  private ControlReader() {}

  /** The step; empty after a complaint that leaves no step. */
  static Optional<Step> read(ControlTask type, Control control) {
    Fields fields = control.fields();
    if (type != ControlTask.PAUSE && type != ControlTask.APPROVAL) {
      withoutEffect(fields, "timeout");
    }
    withoutEffect(fields, "logLevel");
    if (fields.flag("logToFile", false)) {
      withoutEffect(fields, "logToFile");
    }
    Optional<? extends Step> step =
        switch (type) {
          case SEQUENTIAL -> GroupReader.sequence(control);
          case ALLOW_FAILURE -> GroupReader.forgiving(control);
          case PARALLEL -> GroupReader.parallel(control);
          case DAG -> new DagReader(control).read();
          case IF -> GroupReader.choice(control);
          case SWITCH -> GroupReader.selection(control);
          case WORKING_DIRECTORY -> GroupReader.directory(control);
          case FOR_EACH -> LoopReader.forEach(control);
          case EACH_SEQUENTIAL -> LoopReader.eachSequential(control);
          case EACH_PARALLEL -> LoopReader.eachParallel(control);
          case LOOP -> LoopReader.rounds(control);
          case LOOP_UNTIL -> LoopReader.until(control);
          case FOR_EACH_ITEM -> CallReader.forEachItem(control);
          case SUBFLOW -> CallReader.subflow(control);
          case PAUSE -> ExecutionTaskReader.pause(control);
          case APPROVAL -> ApprovalReader.read(control);
          case LABELS -> ExecutionTaskReader.labels(control);
          case SET_VARIABLES -> ExecutionTaskReader.setVariables(control);
          case UNSET_VARIABLES -> ExecutionTaskReader.unsetVariables(control);
          case EXIT -> ExecutionTaskReader.exit(control);
          case TEMPLATE -> TemplateUse.read(control);
        };
    fields.refuseUnknown("Task type '%s'".formatted(control.header().type()));
    return step.map(Step.class::cast);
  }

  private static void withoutEffect(Fields fields, String name) {
    if (fields.text(name) != null) {
      fields.warn(
          ComplaintCode.NO_EFFECT,
          name,
          "'%s' has no effect on a task that the engine runs itself.".formatted(name),
          "Set it on tasks that a worker runs.");
    }
  }
}
