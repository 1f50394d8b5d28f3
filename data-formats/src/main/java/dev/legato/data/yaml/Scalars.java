package dev.legato.data.yaml;

import dev.legato.data.RowBudget;
import java.io.IOException;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Plain scalars by the core schema of YAML 1.2; all others are texts. */
final class Scalars {
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
  private static final Pattern OCTAL = Pattern.compile("0o[0-7]{1,20}");
  private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]{1,15}");
  private static final Pattern FRACTION =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

  private Scalars() {}

  static @Nullable Object value(ScalarEvent event, RowBudget budget) throws IOException {
    String text = event.getValue();
    if (!event.isPlain() || event.getTag().isPresent()) {
      return text;
    }
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> null;
      case "true", "True", "TRUE" -> true;
      case "false", "False", "FALSE" -> false;
      case ".nan", ".NaN", ".NAN" -> Double.NaN;
      case ".inf", ".Inf", ".INF", "+.inf" -> Double.POSITIVE_INFINITY;
      case "-.inf", "-.Inf", "-.INF" -> Double.NEGATIVE_INFINITY;
      default -> numberOrText(text, budget);
    };
  }

  private static Object numberOrText(String text, RowBudget budget) throws IOException {
    char first = text.charAt(0);
    if (Character.isLetter(first)) {
      return text;
    }
    if (WHOLE.matcher(text).matches()) {
      budget.digits(text.length());
      return whole(new BigInteger(text));
    }
    if (OCTAL.matcher(text).matches()) {
      return whole(new BigInteger(text.substring(2), 8));
    }
    if (HEX.matcher(text).matches()) {
      return whole(new BigInteger(text.substring(2), 16));
    }
    return FRACTION.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
  }

  private static Number whole(BigInteger number) {
    if (number.bitLength() < Integer.SIZE) {
      return number.intValue();
    }
    return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
  }
}
