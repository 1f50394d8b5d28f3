package dev.legato.testkit.simulation;

/** Something that a simulation is there to see; how often it did tells whether it was worth it. */
public enum Sight {
  EXECUTION,
  ATTEMPT,
  RETRY,
  /** An attempt that ended because its worker or its hand-over did. */
  LOST_ATTEMPT,
  KILL,
  CRASH,
  CLOCK_STEP,
  FAILED_COMMIT,
  UNKNOWN_COMMIT,
  FAILED_HANDOVER,
  DUPLICATE_REPORT,
  /** An execution whose end was compared with that of the model. */
  FORETOLD,
  /** A decision that was made a second time from stored rows. */
  REPLAYED_DECISION,
  /** An execution that was restored at rest and had nothing to do. */
  RESTORED,
  /** An execution that was seen waiting for a place. */
  QUEUED,
  /** An execution that found no place and did not wait for one. */
  TURNED_AWAY,
  /** An execution that was restarted, or is a copy of one, or tries again, took a place. */
  PLACE_OF_A_RESTART,
  PLACE_OF_A_COPY,
  PLACE_OF_A_SUCCESSOR,
  /** Somebody held an execution up as a whole. */
  HOLD,
  /** Somebody let an execution go on that had stopped at a breakpoint. */
  BREAKPOINT,
  /** Somebody was asked for the value of an expression. */
  ANSWER,
  /** Somebody ended a pause. */
  RESUME,
  /** An approval was decided. */
  DECISION,
  /** An execution went back to an earlier point. */
  RESTART,
  /** An execution began with task runs of another one. */
  COPY,
  /** A task run was taken to have ended otherwise. */
  CORRECTION,
  /** An ended execution was taken to have ended otherwise. */
  STATUS_CHANGE,
  LABELLING,
  FORCED_RUN,
  DELETION,
  /** A task run was removed, by a loop's next round or by going back. */
  REMOVED_TASK_RUN,
  /** An execution was started by a task of another one. */
  CHILD,
  /** An execution was tried again in a new one. */
  NEW_EXECUTION,
  /** The end of an execution was changed while a new one was on its way to take its place. */
  UNWANTED_SUCCESSOR,
  /** An execution ended as an agreement or one of its tasks wanted it. */
  VERDICT,
  /** A task that follows the end of its execution began. */
  AFTER_TASK
}
