package dev.legato.language.flow;

import dev.legato.language.input.Durations;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of a part of a document that was found to be in order. */
record DocumentValues(Map<String, @Nullable Object> all) {
  @Nullable Object value(String name) {
    return all.get(name);
  }

  Object required(String name) {
    Object value = all.get(name);
    if (value == null) {
      throw new IllegalStateException(
          "Expected '%s' to have been checked, but it is absent".formatted(name));
    }
    return value;
  }

  @Nullable String text(String name) {
    Object value = all.get(name);
    return value == null ? null : value.toString();
  }

  String requiredText(String name) {
    return required(name).toString();
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(all.get(name));
  }

  boolean flag(String name, boolean absent) {
    return all.get(name) instanceof Boolean flag ? flag : absent;
  }

  @Nullable Duration duration(String name) {
    String text = text(name);
    return text == null ? null : Durations.parse(text).orElse(null);
  }

  <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
    String text = text(name);
    return text == null ? null : Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
  }

  /** Empty when there is no such list. */
  Optional<List<String>> texts(String name) {
    return all.get(name) instanceof List<?> list
        ? Optional.of(list.stream().map(String::valueOf).toList())
        : Optional.empty();
  }

  /** The mappings of a list. */
  List<DocumentValues> maps(String name) {
    return all.get(name) instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).map(DocumentValues::of).toList()
        : List.of();
  }

  /** Empty when there is no such mapping. */
  Map<String, @Nullable Object> map(String name) {
    return all.get(name) instanceof Map<?, ?> map ? of(map).all : Map.of();
  }

  /** Of a mapping; empty of anything else. */
  static DocumentValues of(@Nullable Object mapping) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (mapping instanceof Map<?, ?> map) {
      map.forEach((key, value) -> values.put(String.valueOf(key), value));
    }
    return new DocumentValues(Collections.unmodifiableMap(values));
  }
}
