package dev.legato.engine;

/** Something that the engine has still to do in a turn. */
sealed interface Work {
  /** Open lanes of the group, or turn to its next section, or end it. */
  record Check(Group group) implements Work {}

  /**
   * Start the next child of a lane.
   *
   * @param place of that child in the lane
   */
  record Continue(Group group, int lane, int place) implements Work {}

  /** Begin a task run that exists. */
  record Begin(TaskRun run) implements Work {}

  /** Start the next attempt of a task run. */
  record Retry(TaskRun run) implements Work {}
}
