package dev.legato.plugins.serdes.record;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugins.serdes.formula.Formula;
import dev.legato.plugins.serdes.formula.FormulaException;
import java.util.List;
import java.util.Map;

/** A formula that says which records stay. */
record Condition(Formula formula) {
  static Condition parse(String where) throws TaskFailure {
    try {
      return new Condition(Formula.parse(where));
    } catch (FormulaException e) {
      throw Field.malformed("'where'", where, e);
    }
  }

  /** Whether a record stays. */
  boolean holds(Map<String, ?> record, List<? extends Map<String, ?>> inputs)
      throws FormulaException {
    Object value = formula.value(record, inputs);
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw new FormulaException("'where' must give true or false, but gives '%s'".formatted(value));
  }
}
