package dev.legato.language.expression;

import java.time.Duration;

/**
 * How much a single rendering may use; beyond it the rendering fails with {@code LIMIT}.
 *
 * @param maxLength of a template, in characters
 * @param maxDepth of brackets, tags and chains of operators
 * @param maxSteps turns of loops, calls and copied elements
 * @param maxTime of computing; waiting for files or the network does not count
 * @param maxOutput of the result and of any text on the way, in characters
 * @param maxRecursion of macros and of {@code render()}
 */
public record ExpressionLimits(
    int maxLength, int maxDepth, long maxSteps, Duration maxTime, int maxOutput, int maxRecursion) {
  public static final ExpressionLimits DEFAULT =
      new ExpressionLimits(64 * 1024, 200, 1_000_000, Duration.ofSeconds(2), 10 * 1024 * 1024, 10);
}
