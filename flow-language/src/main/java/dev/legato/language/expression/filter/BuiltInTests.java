package dev.legato.language.expression.filter;

import dev.legato.language.expression.format.Json;
import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.Numbers;
import dev.legato.language.expression.runtime.Signature;
import dev.legato.language.expression.runtime.ValueTest;
import dev.legato.language.expression.runtime.Values;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tests that follow {@code is} and {@code is not}. */
public final class BuiltInTests {
  private BuiltInTests() {}

  /** Every test. */
  public static List<ValueTest> all() {
    return List.of(
        test("defined", "Exists and is not null", (value, _) -> value != null),
        test(
            "empty", "Null, blank text, an empty list or map", (value, _) -> Values.isEmpty(value)),
        test("null", "Null", (value, _) -> value == null),
        test("even", "An even whole number", (value, call) -> isEven(value, call)),
        test("odd", "An odd whole number", (value, call) -> !isEven(value, call)),
        test("iterable", "A list", (value, _) -> value instanceof List),
        test("map", "A map", (value, _) -> value instanceof Map),
        test("json", "Text that parses as JSON", (value, _) -> Json.isValid(value)),
        ValueTest.of(
            Signature.of("equals", "Equal to the argument: v is equals(1)", "value"),
            (value, call) -> Values.areEqual(value, call.argument("value"), call.budget())));
  }

  private static ValueTest test(
      String name,
      String documentation,
      java.util.function.BiPredicate<@Nullable Object, Call> body) {
    return ValueTest.of(Signature.of(name, documentation), body);
  }

  private static boolean isEven(@Nullable Object value, Call call) {
    if (!(value instanceof Number number)) {
      throw call.fail("needs a whole number, not " + Values.typeName(value));
    }
    return !Numbers.whole(number).testBit(0) || BigInteger.ZERO.equals(Numbers.whole(number));
  }
}
