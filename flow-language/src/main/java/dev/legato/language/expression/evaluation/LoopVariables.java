package dev.legato.language.expression.evaluation;

import java.util.AbstractMap;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a template sees as {@code loop}; the length is asked for only when it is used. */
final class LoopVariables extends AbstractMap<String, Object> {
  private final int index;
  private final boolean last;
  private final Collection<?> items;

  LoopVariables(int index, boolean last, Collection<?> items) {
    this.index = index;
    this.last = last;
    this.items = items;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    if (!(key instanceof String name)) {
      return null;
    }
    return switch (name) {
      case "index" -> (long) index;
      case "first" -> index == 0;
      case "last" -> last;
      case "length" -> (long) items.size();
      case "revindex" -> (long) items.size() - index - 1;
      default -> null;
    };
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("index", (long) index);
    all.put("first", index == 0);
    all.put("last", last);
    all.put("length", (long) items.size());
    all.put("revindex", (long) items.size() - index - 1);
    return all.entrySet();
  }
}
