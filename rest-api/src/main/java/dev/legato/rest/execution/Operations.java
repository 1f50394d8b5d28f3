package dev.legato.rest.execution;

import dev.legato.orchestrator.execution.Action;
import dev.legato.orchestrator.execution.Action.ForceRun;
import dev.legato.orchestrator.execution.Action.Pause;
import dev.legato.orchestrator.execution.Action.Resume;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Json;

/** All that clients can do to executions. */
final class Operations {
  static final Operation KILL =
      Operation.of("kill", "Stops an execution", "Stops executions", ActionReader::kill);
  static final Operation DELETE =
      Operation.of("delete", "Removes an execution", "Removes executions", ActionReader::delete);
  static final Operation PAUSE =
      Operation.of(
          "pause",
          "Starts nothing new in an execution until it is resumed",
          "Starts nothing new in executions until they are resumed",
          _ -> new Pause());
  static final Operation RESUME =
      Operation.of(
          "resume",
          "Goes on after a pause, with answers to what it asks",
          "Goes on after pauses that ask nothing",
          Operations::resumeFirst);
  static final Operation RESUME_FROM_BREAKPOINT =
      Operation.of(
          "resume-from-breakpoint",
          "Goes on at a breakpoint",
          "Goes on at breakpoints",
          ActionReader::resumeFromBreakpoint);
  static final Operation FORCE_RUN =
      Operation.of(
          "force-run",
          "Starts or resumes an execution whatever it waits for",
          "Starts or resumes executions whatever they wait for",
          _ -> new ForceRun());
  static final Operation UNQUEUE =
      Operation.of(
          "unqueue",
          "Takes an execution out of its queue",
          "Takes executions out of their queues",
          ActionReader::unqueue);
  static final Operation UNQUEUE_FOUND =
      Operation.of(UNQUEUE.name(), UNQUEUE.one(), UNQUEUE.many(), ActionReader::unqueueFound);
  static final Operation RESTART =
      new Operation(
          "restart",
          "Goes on where an execution failed",
          "Goes on where executions failed",
          ActionReader::restart,
          ActionReader::restartMany,
          409);
  static final Operation REPLAY =
      new Operation(
          "replay",
          "Runs an execution again, as a new one",
          "Runs executions again, as new ones",
          ActionReader::replay,
          ActionReader::replayMany,
          409);
  static final Operation REPLAY_WITH_INPUTS =
      Operation.of(
          "replay-with-inputs",
          "Runs an execution again, as a new one with other inputs",
          "",
          ActionReader::replay);
  static final Operation CHANGE_STATUS =
      new Operation(
          "change-status",
          "Gives an ended execution another state",
          "Gives ended executions another state",
          ActionReader::changeStatus,
          ActionReader::changeStatus,
          422);

  private Operations() {}

  /** Changes the state of a task run. */
  static Operation changeTaskRun(Json json) {
    return Operation.of(
        "state",
        "Gives a task run another state and goes on from there",
        "",
        new ActionReader(json)::changeTaskRun);
  }

  /** Sets labels. */
  static Operation setLabels(Json json) {
    Operation.Reading reading = new ActionReader(json)::setLabels;
    return new Operation(
        "labels",
        "Gives an ended execution labels",
        "Gives ended executions labels",
        reading,
        reading,
        400);
  }

  private static Action resumeFirst(Call call) {
    return Resume.first(call.user().orElse(null));
  }
}
