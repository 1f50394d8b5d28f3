package dev.legato.engine;

/**
 * Something that the engine has still to do in a turn.
 *
 * @param lane whose next child is due; {@link #CHECK} to open lanes or to end the group
 * @param place of that child in the lane
 */
record Work(Group group, int lane, int place) {
  static final int CHECK = -1;

  static Work check(Group group) {
    return new Work(group, CHECK, 0);
  }
}
