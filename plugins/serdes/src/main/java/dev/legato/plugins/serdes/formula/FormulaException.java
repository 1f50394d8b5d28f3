package dev.legato.plugins.serdes.formula;

/** A formula that cannot be read, or has no value for a record. */
public final class FormulaException extends Exception {
  private static final long serialVersionUID = 1L;

  public FormulaException(String message) {
    super(message);
  }
}
