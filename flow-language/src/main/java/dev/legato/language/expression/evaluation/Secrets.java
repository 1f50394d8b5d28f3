package dev.legato.language.expression.evaluation;

import dev.legato.language.secret.SecretMask;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that one rendering has met and what filters and functions made of them: upper-case
 * letters and digests of a secret are secrets, too. Not thread-safe.
 */
final class Secrets {
  private static final int MAX_DEPTH = 20;

  /** Values that were made of secrets are small; what is larger came from outside. */
  private static final int MAX_LOOKS = 10_000;

  private final Consumer<String> listener;
  private final boolean hidden;
  private final Set<String> texts = new HashSet<>();
  private final Set<Object> collections = Collections.newSetFromMap(new IdentityHashMap<>());
  private int looksLeft;

  private Secrets(Consumer<String> listener, boolean hidden) {
    this.listener = listener;
    this.hidden = hidden;
  }

  /** For one rendering; null when there is nothing to hide and nobody to tell. */
  static @Nullable Secrets of(Rights rights) {
    Consumer<String> listener = rights.listener();
    if (listener == null) {
      return rights.secrets() ? null : new Secrets(_ -> {}, true);
    }
    return new Secrets(listener, !rights.secrets());
  }

  /** What the template gets to see of a secret. */
  @Nullable Object given(@Nullable Object secret) {
    if (hidden) {
      return masked(secret);
    }
    note(secret, 0);
    return secret;
  }

  private static @Nullable Object masked(@Nullable Object secret) {
    return switch (secret) {
      case null -> null;
      case List<?> list -> list.stream().map(Secrets::masked).toList();
      case Map<?, ?> map -> {
        Map<Object, @Nullable Object> masked = new LinkedHashMap<>();
        map.forEach((key, value) -> masked.put(key, masked(value)));
        yield masked;
      }
      default -> SecretMask.HIDDEN;
    };
  }

  /** Notes a result when it was made of a secret. */
  @SuppressWarnings("ReferenceEquality")
  void derived(@Nullable Object result, @Nullable Object input, Iterable<?> arguments) {
    if (texts.isEmpty() || result == null || result == input) {
      return;
    }
    if (carries(input)) {
      note(result, 0);
      return;
    }
    for (Object argument : arguments) {
      if (argument != result && carries(argument)) {
        note(result, 0);
        return;
      }
    }
  }

  private boolean carries(@Nullable Object value) {
    looksLeft = MAX_LOOKS;
    return carries(value, 0);
  }

  private boolean carries(@Nullable Object value, int depth) {
    if (--looksLeft < 0 || depth > MAX_DEPTH) {
      return false;
    }
    return switch (value) {
      case String text -> texts.stream().anyMatch(text::contains);
      case List<?> list -> collections.contains(list) || anyCarries(list, depth);
      case Map<?, ?> map -> collections.contains(map) || anyCarries(map.values(), depth);
      case null, default -> false;
    };
  }

  private boolean anyCarries(Collection<?> items, int depth) {
    for (Object item : items) {
      if (looksLeft < 0) {
        return false;
      }
      if (carries(item, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  private void note(@Nullable Object value, int depth) {
    switch (value) {
      case String text -> {
        if (text.length() >= SecretMask.SHORTEST && texts.add(text)) {
          listener.accept(text);
        }
      }
      case List<?> list when depth < MAX_DEPTH -> {
        collections.add(list);
        list.forEach(item -> note(item, depth + 1));
      }
      case Map<?, ?> map when depth < MAX_DEPTH -> {
        collections.add(map);
        map.values().forEach(item -> note(item, depth + 1));
      }
      case null, default -> {}
    }
  }
}
