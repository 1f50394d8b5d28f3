package dev.legato.language.input;

import dev.legato.language.expression.ExpressionEnvironment;
import dev.legato.language.expression.ExpressionLimits;
import dev.legato.language.expression.Expressions;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Random;

/** Expressions whose results depend on nothing but their variables. */
public final class TestExpressions {
  private TestExpressions() {}

  public static Expressions create() {
    return new Expressions(
        InstantSource.fixed(Instant.EPOCH),
        new Random(1),
        ExpressionLimits.DEFAULT,
        ExpressionEnvironment.in(ZoneOffset.UTC));
  }
}
