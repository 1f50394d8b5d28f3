package dev.legato.language.expression.filter;

import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.Filter;
import dev.legato.language.expression.runtime.Numbers;
import dev.legato.language.expression.runtime.Signature;
import dev.legato.language.expression.runtime.Texts;
import dev.legato.language.expression.runtime.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Filters that take lists or maps, and {@code default}. */
final class ListFilters {
  private ListFilters() {}

  static List<Filter> all() {
    return Stream.of(ofElements(), ofOrder()).flatMap(List::stream).toList();
  }

  private static List<Filter> ofElements() {
    return List.of(
        Filter.ofNullable(
            Signature.of(
                "default",
                "The value, or the argument when it is undefined, null or empty",
                "default"),
            (input, call) -> Values.isEmpty(input) ? call.argument("default") : input),
        Filter.of(
            Signature.of("chunk", "[1,2,3] | chunk(2) gives [[1,2],[3]]", "size"),
            ListFilters::chunk),
        Filter.of(
            Signature.of("distinct", "Without duplicates, order kept"), ListFilters::distinct),
        Filter.of(
            Signature.of("flatten", "Lists inside the list are taken apart, one level"),
            ListFilters::flatten),
        Filter.of(Signature.of("first", "The first element or character"), ListFilters::first),
        Filter.of(Signature.of("last", "The last element or character"), ListFilters::last),
        Filter.of(
            Signature.of("join", "One text, with the separator between elements", "separator"),
            ListFilters::join),
        Filter.ofNullable(
            Signature.of("length", "Number of elements, entries or characters"),
            (input, _) -> length(input)),
        Filter.ofNullable(
            Signature.of("merge", "A list or map with the items added", "items"),
            ListFilters::merge));
  }

  private static List<Filter> ofOrder() {
    return List.of(
        Filter.of(Signature.of("reverse", "Last element first"), ListFilters::reverse),
        Filter.of(
            Signature.of(
                "slice",
                "The part from an index up to, not including, another",
                "fromIndex",
                "toIndex"),
            ListFilters::slice),
        Filter.of(
            Signature.of("sort", "In ascending order"), (input, call) -> sort(input, call, false)),
        Filter.of(
            Signature.of("rsort", "In descending order"), (input, call) -> sort(input, call, true)),
        Filter.of(
            Signature.of("keys", "The keys of a map, or the indexes of a list"), ListFilters::keys),
        Filter.of(
            Signature.of("values", "The values of a map"),
            (input, call) -> new ArrayList<@Nullable Object>(call.mapInput(input).values())));
  }

  private static List<List<?>> chunk(Object input, Call call) {
    List<?> list = call.listInput(input);
    long size = call.integer("size");
    if (size < 1) {
      throw call.fail("needs a size of at least 1");
    }
    call.budget().steps(list.size());
    List<List<?>> chunks = new ArrayList<>();
    for (long from = 0; from < list.size(); from += size) {
      int to = (int) Math.min(list.size(), from + size);
      chunks.add(new ArrayList<>(list.subList((int) from, to)));
    }
    return chunks;
  }

  private static List<@Nullable Object> distinct(Object input, Call call) {
    Set<String> seen = new HashSet<>();
    List<@Nullable Object> distinct = new ArrayList<>();
    for (Object item : call.listInput(input)) {
      call.budget().step();
      if (seen.add(identity(item, call))) {
        distinct.add(item);
      }
    }
    return distinct;
  }

  /** Equal values have equal identities: 1 and 1.0 are one number. */
  private static String identity(@Nullable Object item, Call call) {
    Object same =
        item instanceof Double fraction && fraction % 1 == 0 && Math.abs(fraction) < 1e15
            ? (Object) Numbers.whole(fraction)
            : item;
    return Texts.json(same, call.budget());
  }

  private static List<@Nullable Object> flatten(Object input, Call call) {
    List<@Nullable Object> flat = new ArrayList<>();
    for (Object item : call.listInput(input)) {
      call.budget().step();
      if (item instanceof List<?> inner) {
        call.budget().steps(inner.size());
        flat.addAll(inner);
      } else {
        flat.add(item);
      }
    }
    return flat;
  }

  private static @Nullable Object first(Object input, Call call) {
    return switch (input) {
      case String text -> text.isEmpty() ? text : text.substring(0, 1);
      case Map<?, ?> map -> map.isEmpty() ? null : map.values().iterator().next();
      default -> {
        List<?> list = call.listInput(input);
        yield list.isEmpty() ? null : list.getFirst();
      }
    };
  }

  private static @Nullable Object last(Object input, Call call) {
    if (input instanceof String text) {
      return text.isEmpty() ? text : text.substring(text.length() - 1);
    }
    List<?> list = call.listInput(input);
    return list.isEmpty() ? null : list.getLast();
  }

  private static String join(Object input, Call call) {
    String separator = call.text("separator", "");
    StringBuilder joined = new StringBuilder();
    boolean first = true;
    for (Object item : call.listInput(input)) {
      call.budget().step();
      if (!first) {
        joined.append(separator);
      }
      first = false;
      joined.append(Texts.print(item, call.budget()));
      call.budget().fits(joined.length());
    }
    return joined.toString();
  }

  private static long length(@Nullable Object input) {
    return switch (input) {
      case String text -> text.length();
      case List<?> list -> list.size();
      case Map<?, ?> map -> map.size();
      case null, default -> 0;
    };
  }

  private static @Nullable Object merge(@Nullable Object input, Call call) {
    Object items = call.argument("items");
    if (input == null || items == null) {
      if (input == null && items == null) {
        throw call.fail("got null on both sides");
      }
      return input == null ? items : input;
    }
    if (input instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> merged = new LinkedHashMap<>();
      addAll(map, merged, call);
      if (items instanceof List<?> list) {
        list.forEach(item -> merged.put(Texts.key(item, call.budget()), item));
      } else {
        addAll(call.mapInput(items), merged, call);
      }
      return merged;
    }
    List<@Nullable Object> merged = new ArrayList<>(call.listInput(input));
    merged.addAll(call.listInput(items));
    return merged;
  }

  private static void addAll(Map<?, ?> from, Map<String, @Nullable Object> to, Call call) {
    for (Map.Entry<?, ?> entry : from.entrySet()) {
      call.budget().step();
      to.put(Texts.key(entry.getKey(), call.budget()), entry.getValue());
    }
  }

  private static Object reverse(Object input, Call call) {
    return input instanceof String text
        ? new StringBuilder(text).reverse().toString()
        : new ArrayList<@Nullable Object>(call.listInput(input).reversed());
  }

  private static Object slice(Object input, Call call) {
    int length = input instanceof String text ? text.length() : call.listInput(input).size();
    long from = call.integer("fromIndex", 0);
    long to = Math.min(length, call.integer("toIndex", length));
    if (from < 0 || to < 0) {
      throw call.fail("needs indexes that are not negative");
    }
    int start = (int) Math.min(from, to);
    return input instanceof String text
        ? text.substring(start, (int) to)
        : new ArrayList<@Nullable Object>(call.listInput(input).subList(start, (int) to));
  }

  private static List<Object> sort(Object input, Call call, boolean descending) {
    List<Object> sorted = new ArrayList<>();
    for (Object item : call.listInput(input)) {
      if (item == null) {
        throw call.fail("cannot sort a list with null in it");
      }
      sorted.add(item);
    }
    call.budget().steps(sorted.size());
    Comparator<Object> order = (left, right) -> compare(left, right, call);
    sorted.sort(descending ? order.reversed() : order);
    return sorted;
  }

  private static int compare(Object left, Object right, Call call) {
    call.budget().tick();
    return switch (left) {
      case String one when right instanceof String other -> one.compareTo(other);
      case Number one when right instanceof Number other -> Numbers.compare(one, other);
      case Boolean one when right instanceof Boolean other -> one.compareTo(other);
      default ->
          throw call.fail(
              "cannot compare %s with %s".formatted(Values.typeName(left), Values.typeName(right)));
    };
  }

  private static List<Object> keys(Object input, Call call) {
    if (input instanceof Map<?, ?> map) {
      return new ArrayList<>(map.keySet());
    }
    int size = call.listInput(input).size();
    call.budget().steps(size);
    List<Object> indexes = new ArrayList<>(size);
    for (long i = 0; i < size; i++) {
      indexes.add(i);
    }
    return indexes;
  }
}
