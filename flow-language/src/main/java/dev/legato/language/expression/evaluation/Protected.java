package dev.legato.language.expression.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Texts that must survive further renderings of the text they are part of: raw blocks, and whatever
 * may hold a secret. They are replaced by marks no template can contain, until the last rendering.
 */
final class Protected {
  private static final char OPEN = '\uE000';
  private static final char CLOSE = '\uE001';

  private final List<String> texts = new ArrayList<>();

  String protect(String text) {
    if (text.isEmpty()) {
      return text;
    }
    texts.add(text);
    return OPEN + Integer.toString(texts.size() - 1) + CLOSE;
  }

  /** Whether text that was not protected could be mistaken for a mark. */
  static boolean looksLikeMark(String text) {
    return text.indexOf(OPEN) >= 0 || text.indexOf(CLOSE) >= 0;
  }

  String restore(String text) {
    if (texts.isEmpty()) {
      return text;
    }
    StringBuilder restored = new StringBuilder();
    int from = 0;
    for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
      int close = text.indexOf(CLOSE, open);
      restored.append(text, from, open);
      restored.append(texts.get(Integer.parseInt(text, open + 1, close, 10)));
      from = close + 1;
    }
    return restored.append(text, from, text.length()).toString();
  }
}
