package dev.legato.language.expression.function;

import dev.legato.language.expression.runtime.ExpressionFunction;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Every function of the expression language that needs neither files nor the network. */
public final class BuiltInFunctions {
  private BuiltInFunctions() {}

  /** Creates the functions. */
  public static List<ExpressionFunction> all(
      InstantSource clock, RandomGenerator random, ZoneId zone) {
    return Stream.of(
            Dated.all(clock, zone),
            Identifiers.all(clock, random),
            Contextual.all(),
            Data.all(),
            Encryption.all(random))
        .flatMap(List::stream)
        .toList();
  }

  /** Whether the function renders text that is not known before. */
  public static boolean rendersText(String name) {
    return name.equals("render") || name.equals("renderOnce");
  }
}
