package dev.legato.language.expression.runtime;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A named transformation of a JSON value: {@code input | name(arguments)}. */
public interface Filter {
  /** The name and what users read about it. */
  Signature signature();

  /**
   * Transforms a value.
   *
   * @param input a JSON value; the filter never changes it
   * @return a JSON value
   * @throws Failure when the input or an argument does not fit
   */
  @Nullable Object apply(@Nullable Object input, Call call);

  /** A filter that maps null to null and is not called for it. */
  static Filter of(Signature signature, BiFunction<Object, Call, @Nullable Object> body) {
    return ofNullable(signature, (input, call) -> input == null ? null : body.apply(input, call));
  }

  /** A filter that also handles null. */
  static Filter ofNullable(
      Signature signature, BiFunction<@Nullable Object, Call, @Nullable Object> body) {
    return new Filter() {
      @Override
      public Signature signature() {
        return signature;
      }

      @Override
      public @Nullable Object apply(@Nullable Object input, Call call) {
        return body.apply(input, call);
      }
    };
  }
}
