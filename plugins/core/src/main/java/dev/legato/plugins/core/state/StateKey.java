package dev.legato.plugins.core.state;

import dev.legato.plugin.Attempt;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.keyvalue.KeyValue;
import dev.legato.plugins.core.value.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Under which key a state is kept.
 *
 * @param name of the state
 * @param namespace whether all flows of the namespace share it
 * @param taskrunValue whether each value of a loop has a state of its own
 */
record StateKey(String name, boolean namespace, boolean taskrunValue) {
  private static final int MOST_READABLE = 100;
  private static final int HASH_DIGITS = 16;

  /** A readable part for people, and a hash that tells all states apart. */
  String of(Attempt attempt) {
    List<@Nullable String> scope = new ArrayList<>();
    scope.add(namespace ? null : attempt.flowId());
    scope.add(name);
    scope.add(taskrunValue ? attempt.value() : null);
    String readable = (namespace ? "" : attempt.flowId() + ".") + name;
    String safe = readable.replaceAll("[^a-zA-Z0-9._-]", "-");
    return "state.%s.%s"
        .formatted(
            safe.substring(0, Math.min(MOST_READABLE, safe.length())), hash(Json.write(scope)));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Expected every Java to know SHA-256, but it does not", e);
    }
  }

  /** The state; empty when there is none. */
  Optional<Map<String, @Nullable Object>> read(TaskContext context) throws TaskFailure {
    Attempt attempt = context.attempt();
    Optional<KeyValue> found = context.keyValues().find(attempt.namespace(), of(attempt));
    if (found.isEmpty() || !(found.get().value() instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    Map<String, @Nullable Object> state = new LinkedHashMap<>();
    map.forEach((key, value) -> state.put(String.valueOf(key), value));
    return Optional.of(state);
  }

  TaskFailure missing(Attempt attempt) {
    String owner =
        namespace
            ? "namespace '%s'".formatted(attempt.namespace())
            : "flow '%s.%s'".formatted(attempt.namespace(), attempt.flowId());
    return new TaskFailure("The %s has no state '%s'.".formatted(owner, name));
  }
}
