package dev.legato.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The rounds of loops that an expression stands in, from the innermost to the outermost. */
record RoundPath(List<Round> rounds) {
  static final RoundPath NOWHERE = new RoundPath(List.of());

  /** One round of a loop. */
  record Round(Group loop, int iteration) {}

  /** Those round a task run whose loops keep their rounds apart. */
  static RoundPath of(@Nullable TaskRun run) {
    return of(run, Group::hasRounds);
  }

  /** Those round a task run, of every kind of loop. */
  static RoundPath ofEveryLoop(@Nullable TaskRun run) {
    return of(run, Group::isLoop);
  }

  private static RoundPath of(@Nullable TaskRun run, Predicate<Group> counts) {
    var rounds = new ArrayList<Round>(0);
    for (TaskRun at = run; at != null; at = at.parent.run) {
      if (at.iteration != TaskRun.NO_ITERATION && counts.test(at.parent)) {
        rounds.add(new Round(at.parent, at.iteration));
      }
    }
    return rounds.isEmpty() ? NOWHERE : new RoundPath(List.copyOf(rounds));
  }

  /** A round of a loop that itself stands here. */
  RoundPath into(Group loop, int iteration) {
    var deeper = new ArrayList<Round>(rounds.size() + 1);
    deeper.add(new Round(loop, iteration));
    deeper.addAll(rounds);
    return new RoundPath(List.copyOf(deeper));
  }

  /** The same place in another round of the innermost loop. */
  RoundPath inRound(int iteration) {
    return new RoundPath(rounds.subList(1, rounds.size()))
        .into(rounds.getFirst().loop(), iteration);
  }

  /** Which round of the loop it is; {@link TaskRun#NO_ITERATION} for other loops. */
  int iterationOf(Group loop) {
    for (Round round : rounds) {
      if (round.loop() == loop) {
        return round.iteration();
      }
    }
    return TaskRun.NO_ITERATION;
  }

  /** What expressions see as {@code item}; null outside such loops. */
  @Nullable Map<String, @Nullable Object> item() {
    if (rounds.isEmpty()) {
      return null;
    }
    var items = new ArrayList<Map<String, @Nullable Object>>(rounds.size());
    for (Round round : rounds) {
      items.add(plainItem(round));
    }
    Map<String, @Nullable Object> item = items.getFirst();
    if (items.size() > 1) {
      List<Map<String, @Nullable Object>> parents = items.subList(1, items.size());
      item.put("parent", parents.getFirst());
      item.put("parents", parents);
    }
    return item;
  }

  private static Map<String, @Nullable Object> plainItem(Round round) {
    List<?> values = round.loop().items;
    var item = new LinkedHashMap<String, @Nullable Object>();
    TaskRun run = round.loop().run;
    if (run != null && run.outputs.get(Restoration.KEYS) instanceof List<?> keys) {
      item.put("key", keys.get(round.iteration()));
    }
    item.put("value", values == null ? null : values.get(round.iteration()));
    item.put("index", round.iteration());
    return item;
  }
}
