package dev.legato.language.secret;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts to be found, by their first character and the longest first. Immutable.
 *
 * @param longest length of the longest text
 */
record Patterns(Map<Character, List<String>> byFirst, int longest) {
  static final Patterns NONE = new Patterns(Map.of(), 0);

  static Patterns of(Collection<String> texts) {
    Map<Character, List<String>> byFirst = new HashMap<>();
    int longest = 0;
    for (String text : texts) {
      byFirst.computeIfAbsent(text.charAt(0), _ -> new ArrayList<>()).add(text);
      longest = Math.max(longest, text.length());
    }
    byFirst.values().forEach(list -> list.sort(Comparator.comparingInt(String::length).reversed()));
    return new Patterns(byFirst, longest);
  }

  boolean isEmpty() {
    return byFirst.isEmpty();
  }

  /** The places that belong to one of them; they may overlap. */
  BitSet occurrences(String text) {
    BitSet places = new BitSet();
    for (int at = 0; at < text.length(); at++) {
      int length = longestAt(text, at);
      if (length > 0) {
        places.set(at, at + length);
      }
    }
    return places;
  }

  /** The length of the longest of them that begins there, or 0. */
  private int longestAt(String text, int at) {
    List<String> candidates = byFirst.get(text.charAt(at));
    if (candidates != null) {
      for (String candidate : candidates) {
        if (text.startsWith(candidate, at)) {
          return candidate.length();
        }
      }
    }
    return 0;
  }

  /** The first place from which the rest of the text is the beginning of one of them. */
  int safeEnd(String text) {
    for (int at = Math.max(0, text.length() - longest + 1); at < text.length(); at++) {
      List<String> candidates = byFirst.get(text.charAt(at));
      if (candidates != null && isBeginning(text, at, candidates)) {
        return at;
      }
    }
    return text.length();
  }

  private static boolean isBeginning(String text, int at, List<String> candidates) {
    int length = text.length() - at;
    return candidates.stream()
        .anyMatch(
            candidate ->
                candidate.length() > length && candidate.regionMatches(0, text, at, length));
  }
}
