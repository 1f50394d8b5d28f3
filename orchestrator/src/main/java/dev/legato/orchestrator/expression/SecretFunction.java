package dev.legato.orchestrator.expression;

import dev.legato.language.expression.format.Json;
import dev.legato.language.expression.function.ExternalFunctions;
import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.ExpressionFunction;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code secret(key)}: a text nobody may see, or a part of one that is a JSON object. */
final class SecretFunction {
  private final SecretSource secrets;

  SecretFunction(SecretSource secrets) {
    this.secrets = secrets;
  }

  ExpressionFunction function() {
    return new OutsideFunction(ExternalFunctions.SECRET, true, this::secret);
  }

  private @Nullable Object secret(Call call) {
    String text =
        find(call)
            .orElseThrow(
                () ->
                    call.fail(
                        "found no secret of that name; set one in the namespace, or set the"
                            + " environment variable SECRET_ and the name in upper case to its"
                            + " Base64"));
    if (call.argument("subkey") != null) {
      Object part = object(text, call).get(call.text("subkey"));
      if (part == null) {
        throw call.fail("found no such subkey in the secret");
      }
      return part;
    }
    return call.flag("full", false) ? object(text, call) : text;
  }

  private Optional<String> find(Call call) {
    try {
      return secrets.find(Surroundings.namespace(call), call.text("key"));
    } catch (UnreadableSecretException e) {
      throw call.fail("found the secret, but " + e.getMessage());
    }
  }

  private static Map<?, ?> object(String text, Call call) {
    if (Json.isValid(text) && Json.parse(text, call) instanceof Map<?, ?> map) {
      return map;
    }
    throw call.fail("can look into a secret only when it is a JSON object");
  }
}
