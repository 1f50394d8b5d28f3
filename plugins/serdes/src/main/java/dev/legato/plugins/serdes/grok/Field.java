package dev.legato.plugins.serdes.grok;

import dev.legato.plugin.TaskFailure;
import java.util.Locale;

/**
 * What a group of a pattern is called, and what its text stands for.
 *
 * @param group the name in the regular expression
 */
record Field(String group, String name, Type type) {
  /** Kinds of values. */
  enum Type {
    STRING,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    BOOLEAN;

    static Type named(String name) throws TaskFailure {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "string", "text" -> STRING;
        case "int", "integer", "short", "byte" -> INT;
        case "long" -> LONG;
        case "float" -> FLOAT;
        case "double" -> DOUBLE;
        case "bool", "boolean" -> BOOLEAN;
        default ->
            throw new TaskFailure(
                "A field has the type '%s'; use string, int, long, float, double or boolean."
                    .formatted(name));
      };
    }
  }

  Object value(String text) throws TaskFailure {
    try {
      return switch (type) {
        case STRING -> text;
        case INT -> Integer.valueOf(text);
        case LONG -> Long.valueOf(text);
        case FLOAT, DOUBLE -> Double.valueOf(text);
        case BOOLEAN -> Boolean.valueOf(text);
      };
    } catch (NumberFormatException e) {
      throw new TaskFailure(
          "The field '%s' is '%s', which is no %s."
              .formatted(name, text, type.name().toLowerCase(Locale.ROOT)),
          e);
    }
  }
}
