package dev.legato.orchestrator.expression;

import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.language.expression.runtime.Signature;
import dev.legato.storage.StorageException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A function that waits, and that run-time data cannot call: a webhook's body must not read a file.
 */
record OutsideFunction(
    Signature signature, boolean givesSecrets, Function<Call, @Nullable Object> body)
    implements ExpressionFunction {
  static OutsideFunction of(Signature signature, Function<Call, @Nullable Object> body) {
    return new OutsideFunction(signature, false, body);
  }

  @Override
  public @Nullable Object call(Call call) {
    try {
      return body.apply(call);
    } catch (StorageException e) {
      throw call.fail("cannot reach what this server stores; try again"); // no details for users
    }
  }

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public boolean sourceOnly() {
    return true;
  }
}
