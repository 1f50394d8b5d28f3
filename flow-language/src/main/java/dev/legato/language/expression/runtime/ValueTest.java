package dev.legato.language.expression.runtime;

import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** A named question about a JSON value: {@code value is name(arguments)}. */
public interface ValueTest {
  /** The name and what users read about it. */
  Signature signature();

  /**
   * Answers the question.
   *
   * @throws Failure when the value or an argument does not fit
   */
  boolean test(@Nullable Object value, Call call);

  /** A test from its question. */
  static ValueTest of(Signature signature, BiPredicate<@Nullable Object, Call> body) {
    return new ValueTest() {
      @Override
      public Signature signature() {
        return signature;
      }

      @Override
      public boolean test(@Nullable Object value, Call call) {
        return body.test(value, call);
      }
    };
  }
}
