package dev.legato.plugins.serdes.record;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugins.serdes.formula.Formula;
import dev.legato.plugins.serdes.formula.FormulaException;
import dev.legato.plugins.serdes.formula.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A field to be made.
 *
 * @param type absent to keep what the formula gives
 * @param optional whether it may be null
 */
record Field(Formula formula, @Nullable FieldType type, boolean optional) {
  /** The fields of a map from names to formulas, or to maps with {@code expr}. */
  static Map<String, Field> all(Map<String, Object> written) throws TaskFailure {
    Map<String, Field> fields = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : written.entrySet()) {
      Definition definition = Definition.of(entry.getKey(), entry.getValue());
      fields.put(
          entry.getKey(),
          new Field(definition.formula(entry.getKey()), definition.type(), definition.optional()));
    }
    return fields;
  }

  /** A field as a flow defines it. */
  record Definition(String text, @Nullable FieldType type, boolean optional) {
    static Definition of(String name, @Nullable Object written) throws TaskFailure {
      if (written instanceof Map<?, ?> map && map.get("expr") instanceof String text) {
        Object optional = map.get("optional");
        return new Definition(
            text,
            type(name, map.get("type")),
            optional != null && Boolean.parseBoolean(String.valueOf(optional)));
      }
      if (written instanceof Map<?, ?> || written instanceof List<?> || written == null) {
        throw new TaskFailure(
            "The field '%s' needs a formula, or a map with 'expr', 'type' and 'optional'."
                .formatted(name));
      }
      return new Definition(String.valueOf(written), null, false);
    }

    private static @Nullable FieldType type(String name, @Nullable Object written)
        throws TaskFailure {
      if (written == null) {
        return null;
      }
      try {
        return FieldType.valueOf(String.valueOf(written).strip().toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new TaskFailure(
            "The field '%s' has the type '%s', which is none; use one of %s."
                .formatted(name, written, List.of(FieldType.values())),
            e);
      }
    }

    private Formula formula(String name) throws TaskFailure {
      try {
        return Formula.parse(text);
      } catch (FormulaException e) {
        throw malformed("the field '" + name + "'", text, e);
      }
    }
  }

  static TaskFailure malformed(String what, String formula, FormulaException e) {
    return new TaskFailure(
        "The formula '%s' of %s is malformed: %s.".formatted(formula, what, e.getMessage()), e);
  }

  /** The value for a record. */
  @Nullable Object of(String name, Map<String, ?> record, List<? extends Map<String, ?>> inputs)
      throws FormulaException {
    try {
      Object value = formula.value(record, inputs);
      if (value == null && !optional) {
        throw new FormulaException("missing required field");
      }
      return value == null || type == null ? value : converted(value, type);
    } catch (FormulaException e) {
      throw new FormulaException("field '%s': %s".formatted(name, e.getMessage()));
    }
  }

  static Object converted(Object value, FieldType type) throws FormulaException {
    return switch (type) {
      case STRING -> Values.text(value);
      case INT -> Values.integer(value);
      case FLOAT -> Values.decimal(value).doubleValue();
      case DECIMAL -> Values.decimal(value);
      case BOOLEAN -> Values.truth(value);
      case TIMESTAMP -> Values.timestamp(value);
      case LIST -> {
        if (value instanceof List<?>) {
          yield value;
        }
        throw Values.unfit(value, "a list");
      }
      case STRUCT -> {
        if (value instanceof Map<?, ?>) {
          yield value;
        }
        throw Values.unfit(value, "a map");
      }
    };
  }
}
