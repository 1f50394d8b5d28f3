package dev.legato.orchestrator.expression;

import dev.legato.language.expression.function.ExternalFunctions;
import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.storage.KeyValueEntry;
import dev.legato.storage.KeyValueStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code kv(key)}: a value that flows share. */
final class KeyValueFunction {
  private final KeyValueStore values;

  KeyValueFunction(KeyValueStore values) {
    this.values = values;
  }

  ExpressionFunction function() {
    return OutsideFunction.of(ExternalFunctions.KV, this::value);
  }

  private @Nullable Object value(Call call) {
    String namespace = Surroundings.namespace(call);
    String key = call.text("key");
    Optional<KeyValueEntry> entry =
        call.argument("namespace") == null
            ? values.inherited(namespace, key)
            : values.find(namespace, key).live();
    if (entry.isEmpty() && call.flag("errorOnMissing", true)) {
      throw call.fail("found no value under that key; errorOnMissing=false gives null instead");
    }
    return entry.map(found -> found.value().value()).orElse(null);
  }
}
