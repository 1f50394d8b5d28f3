package dev.legato.language.expression.evaluation;

import dev.legato.language.expression.runtime.Budget;

/** Collects text and refuses too much of it. */
final class Output {
  private final StringBuilder text = new StringBuilder();
  private final Budget budget;
  private final boolean captured;

  /**
   * @param captured whether the text becomes a value of the template rather than its result
   */
  Output(Budget budget, boolean captured) {
    this.budget = budget;
    this.captured = captured;
  }

  void write(String more) {
    budget.fits((long) text.length() + more.length());
    if (captured) {
      budget.text(more.length());
    }
    text.append(more);
  }

  boolean isCaptured() {
    return captured;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
