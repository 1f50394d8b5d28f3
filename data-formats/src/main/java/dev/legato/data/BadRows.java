package dev.legato.data;

import java.util.function.Consumer;

/**
 * Treats rows that do not fit.
 *
 * @param warnings takes sentences for people
 */
public record BadRows(OnBadRow rule, Consumer<String> warnings) {
  public static final BadRows FAIL = new BadRows(OnBadRow.ERROR, _ -> {});

  /**
   * Accepts a complaint, if that is the rule.
   *
   * @throws RowException the complaint itself otherwise
   */
  public void accept(RowException complaint) throws RowException {
    switch (rule) {
      case ERROR -> throw complaint;
      case WARN -> warnings.accept(complaint.getMessage());
      case SKIP -> {
        // nobody wants to hear of it
      }
    }
  }
}
