package dev.legato.language.secret;

import java.util.BitSet;

/**
 * A text that comes in pieces: a secret is found even when it is spread over several. What might be
 * the beginning of a secret is held back until more is known. Not thread-safe.
 */
public final class MaskedStream {
  private final SecretMask mask;
  private String heldBack = "";

  /** How much of what is held back is the end of a secret that was found. */
  private int found;

  MaskedStream(SecretMask mask) {
    this.mask = mask;
  }

  /** Takes a piece and returns as much as can be shown now. */
  public String write(String piece) {
    Patterns patterns = mask.patterns();
    if (patterns.isEmpty() && heldBack.isEmpty()) {
      return piece;
    }
    String text = heldBack + piece;
    BitSet places = patterns.occurrences(text);
    places.set(0, found);
    int end = patterns.safeEnd(text);
    heldBack = text.substring(end); // unhidden, or it could not be recognised as a beginning
    found = Math.max(0, Math.min(places.nextClearBit(end), text.length()) - end);
    return SecretMask.stars(text, places).substring(0, end);
  }

  /** What was held back; nothing comes after it. */
  public String end() {
    BitSet places = mask.patterns().occurrences(heldBack);
    places.set(0, found);
    String rest = SecretMask.stars(heldBack, places);
    heldBack = "";
    found = 0;
    return rest;
  }
}
