package dev.legato.language.migration;

import java.util.Arrays;

/**
 * Where the characters of a scalar's text are written in its document, whichever way it is written:
 * plain, quoted, or as a block. Line breaks and indentation are not what they were, so only the
 * other characters have places.
 */
final class WrittenText {
  private static final int NOWHERE = -1;

  private final String source;
  private final String text;
  private final int[] places;
  private int position;

  private WrittenText(String source, int start, String text) {
    this.source = source;
    this.text = text;
    this.position = start;
    this.places = new int[text.length()];
    Arrays.fill(places, NOWHERE);
  }

  /**
   * Finds the characters, up to the first one that is not written as it reads.
   *
   * @param start where the scalar begins, with its quote or the sign of its block
   */
  static WrittenText of(String source, int start, String text) {
    var written = new WrittenText(source, start, text);
    if (start < source.length()) {
      written.align(source.charAt(start));
    }
    return written;
  }

  /** Where a word of the text is written; −1 when it is not written as it reads. */
  int place(int offset, String word) {
    int place = places[offset];
    return place >= 0 && source.startsWith(word, place) ? place : NOWHERE;
  }

  private void align(char first) {
    switch (first) {
      case '|', '>' -> {
        int end = source.indexOf('\n', position);
        position = end < 0 ? source.length() : end;
      }
      case '\'', '"' -> position++;
      default -> {}
    }
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i)) && !next(first, text.charAt(i), i)) {
        return;
      }
    }
  }

  /** Takes the next character; false when another one is written there. */
  private boolean next(char quote, char wanted, int index) {
    skipBlanks(quote);
    boolean escaped =
        (quote == '"' && startsWith("\\"))
            || (quote == '\'' && startsWith("''")); // both stand for what follows
    if (escaped) {
      position++;
    }
    if (position >= source.length() || source.charAt(position) != wanted) {
      return false;
    }
    places[index] = position++;
    return !escaped || !Character.isLetterOrDigit(wanted); // such as \x41 for A
  }

  private void skipBlanks(char quote) {
    boolean blank = true;
    while (blank) {
      boolean escape = quote == '"' && startsWith("\\") && position + 1 < source.length();
      if (position < source.length() && Character.isWhitespace(source.charAt(position))) {
        position++;
      } else if (escape && " \t\r\ntn".indexOf(source.charAt(position + 1)) >= 0) {
        position += 2;
      } else {
        blank = false;
      }
    }
  }

  private boolean startsWith(String text) {
    return source.startsWith(text, position);
  }
}
