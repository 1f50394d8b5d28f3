package dev.legato.language.complaint;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses what the author meant by a name that does not exist. */
public final class Suggestions {
  /** Longer names are not compared: the cost grows with the product of the lengths. */
  private static final int MAX_LENGTH = 200;

  /** More letters than this are no typing mistake, however long the name. */
  private static final int MAX_DISTANCE = 4;

  private Suggestions() {}

  /**
   * As {@link #closest} for full names such as {@code package.Type}: when none is close, one whose
   * last part is the same.
   */
  public static Optional<String> closestType(String name, Collection<String> candidates) {
    String simpleName = lastPart(name);
    return closest(name, candidates)
        .or(() -> candidates.stream().filter(c -> lastPart(c).equals(simpleName)).findFirst())
        .or(() -> withLastPart(simpleName, candidates));
  }

  private static Optional<String> withLastPart(String simpleName, Collection<String> candidates) {
    List<String> lastParts = candidates.stream().map(Suggestions::lastPart).toList();
    return closest(simpleName, lastParts)
        .flatMap(best -> candidates.stream().filter(c -> lastPart(c).equals(best)).findFirst());
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /**
   * The candidate that differs least from the name, letter case counting little. Empty when none is
   * close enough to be what the author meant. Among equals the first wins.
   */
  public static Optional<String> closest(String name, Collection<String> candidates) {
    if (name.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    int allowed = Math.clamp((name.length() + 1) / 3, 1, MAX_DISTANCE);
    String best = null;
    int bestDistance = allowed + 1;
    for (String candidate : candidates) {
      int distance = distance(name, candidate, bestDistance);
      if (distance < bestDistance) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** How many letters must be typed, removed or replaced, or two neighbours swapped. */
  private static int distance(String left, String right, int giveUpAt) {
    if (Math.abs(left.length() - right.length()) >= giveUpAt) {
      return giveUpAt;
    }
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] beforePrevious = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          current[j] = Math.min(current[j], beforePrevious[j - 2] + 1);
        }
      }
      int[] reused = beforePrevious;
      beforePrevious = previous;
      previous = current;
      current = reused;
    }
    return previous[b.length()];
  }
}
