package dev.legato.language.secret;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces secrets by stars wherever they occur in a text, also when they are written as Base64,
 * hexadecimal digits, or escaped for a URL, JSON, a shell or XML.
 *
 * <p>Texts of fewer than {@value #SHORTEST} characters are not hidden: they occur by chance
 * everywhere. Safe for use by many threads; secrets can be added at any time.
 */
public final class SecretMask {
  /** What stands for a secret of unknown length. */
  public static final String HIDDEN = "**masked***";

  /** Shorter secrets are not looked for. */
  public static final int SHORTEST = 4;

  /** A single line of a secret with several lines is only looked for when it is this long. */
  private static final int SHORTEST_LINE = 6;

  private static final int MAX_DEPTH = 500;
  private static final String BEGINNING = "**masked*";

  private final Set<String> secrets = new HashSet<>();
  private final Set<String> forms = new HashSet<>();
  private volatile Patterns patterns = Patterns.NONE;

  /** Hides a text, in all its forms, from now on. */
  public synchronized void add(String secret) {
    if (secret.length() < SHORTEST || !secrets.add(secret)) {
      return;
    }
    addForms(secret, SHORTEST);
    if (secret.indexOf('\n') >= 0) {
      secret.lines().map(String::strip).forEach(line -> addForms(line, SHORTEST_LINE));
    }
    patterns = Patterns.of(forms);
  }

  private void addForms(String text, int shortest) {
    if (text.length() >= shortest) {
      Disguises.of(text).stream().filter(form -> form.length() >= SHORTEST).forEach(forms::add);
    }
  }

  /** Whether there is nothing to hide. */
  public boolean isEmpty() {
    return patterns.isEmpty();
  }

  /** The text with stars in place of secrets; the length stays the same. */
  public String hide(String text) {
    Patterns now = patterns;
    return now.isEmpty() ? text : stars(text, now.occurrences(text));
  }

  /** The text with stars at the given places. */
  static String stars(String text, BitSet places) {
    if (places.isEmpty()) {
      return text;
    }
    StringBuilder hidden = new StringBuilder(text);
    for (int from = places.nextSetBit(0); from >= 0; ) {
      int until = places.nextClearBit(from);
      for (int at = from; at < until; at++) {
        int place = at - from;
        hidden.setCharAt(at, place < BEGINNING.length() ? BEGINNING.charAt(place) : '*');
      }
      from = places.nextSetBit(until);
    }
    return hidden.toString();
  }

  /** The JSON value with the secrets in its texts and keys hidden; itself when it has none. */
  public @Nullable Object hideDeep(@Nullable Object value) {
    return isEmpty() ? value : hideDeep(value, 0);
  }

  private @Nullable Object hideDeep(@Nullable Object value, int depth) {
    if (depth > MAX_DEPTH) {
      return HIDDEN; // not to be shown unseen
    }
    return switch (value) {
      case String text -> hide(text);
      case Number number -> hidden(number);
      case List<?> list -> {
        List<@Nullable Object> hidden = new ArrayList<>(list.size());
        for (Object item : list) {
          hidden.add(hideDeep(item, depth + 1));
        }
        yield hidden;
      }
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> hidden = new LinkedHashMap<>();
        map.forEach(
            (key, item) -> hidden.put(hide(String.valueOf(key)), hideDeep(item, depth + 1)));
        yield hidden;
      }
      case null, default -> value;
    };
  }

  /** A secret of digits that became a number becomes text again. */
  private Object hidden(Number number) {
    String text = number.toString();
    String hidden = hide(text);
    return hidden.equals(text) ? number : hidden;
  }

  /** Hides secrets in a text that comes in pieces. */
  public MaskedStream stream() {
    return new MaskedStream(this);
  }

  Patterns patterns() {
    return patterns;
  }
}
