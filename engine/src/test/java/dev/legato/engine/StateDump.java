package dev.legato.engine;

import dev.legato.model.plan.StepPosition.Section;
import java.util.Arrays;

/** All of a state as text, to compare one with another. */
final class StateDump {
  private StateDump() {}

  static String of(ExecutionState state) {
    var dump = new StringBuilder();
    dump.append(state.header())
        .append(
            "\nrunning %d, retrying %d, paused %d"
                .formatted(state.runningAttempts(), state.retrying(), state.paused()))
        .append("\nroot ")
        .append(of(state.root()));
    for (TaskRun run : state.taskRuns().all()) {
      dump.append("\n%d %s %s".formatted(run.sequence, Run.name(run), run.status()))
          .append(" of ")
          .append(run.parent.run == null ? "root" : run.parent.run.sequence)
          .append(" at ")
          .append(run.iteration)
          .append(" outputs ")
          .append(run.outputs)
          .append(run.status().isTerminal() ? "" : " past " + run.past());
      Group group = run.group();
      if (group != null) {
        dump.append(' ').append(of(group));
      }
    }
    return dump.toString();
  }

  private static String of(Group group) {
    boolean over = group.run != null && group.run.status().isTerminal();
    return "branch %d, items %s, round %d, %s, children %s"
        .formatted(
            group.branch,
            group.items,
            group.round,
            over ? "over" : progress(group),
            Arrays.stream(Section.values())
                .flatMap(section -> group.children(section).stream())
                .filter(child -> child != null)
                .map(child -> child.sequence)
                .toList());
  }

  private static String progress(Group group) {
    return "section %s, nextLane %d, live %d, flags %b %b %b %b"
        .formatted(
            group.section,
            group.nextLane,
            group.live,
            group.stopped,
            group.failed,
            group.killed,
            group.warned);
  }
}
