package dev.legato.language.expression.runtime;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A named function of the expression language: {@code name(arguments)}.
 *
 * <p>The port by which other modules add what needs files, secrets or the network. An
 * implementation is called by many threads at once; it finds the execution it serves in {@link
 * Call#variables}.
 */
public interface ExpressionFunction {
  /** The name and what users read about it. */
  Signature signature();

  /**
   * Computes the result.
   *
   * @return a JSON value
   * @throws Failure when an argument does not fit; the message never holds a secret
   */
  @Nullable Object call(Call call);

  /**
   * Whether a call waits for files, a database or the network. Such a function is refused on the
   * threads that decide executions, and its waiting time is not charged to the budget.
   */
  default boolean waits() {
    return false;
  }

  /**
   * Whether only text of the flow source may call it. Text that came from run-time data and was
   * passed to {@code render()} may not: a webhook body must not read a secret.
   */
  default boolean sourceOnly() {
    return false;
  }

  /**
   * Whether the results are secrets, which must not be printed anywhere. Such a function also
   * {@link #waits}.
   */
  default boolean givesSecrets() {
    return false;
  }

  /** A function that neither waits nor is restricted. */
  static ExpressionFunction of(Signature signature, Function<Call, @Nullable Object> body) {
    return new ExpressionFunction() {
      @Override
      public Signature signature() {
        return signature;
      }

      @Override
      public @Nullable Object call(Call call) {
        return body.apply(call);
      }
    };
  }
}
