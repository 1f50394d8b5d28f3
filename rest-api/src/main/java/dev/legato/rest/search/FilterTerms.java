package dev.legato.rest.search;

import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Query;
import dev.legato.storage.Filter.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the conditions of a search out of the parameters of a request, in both styles. */
final class FilterTerms {
  /** Flat parameters that no resource has as a field of its own. */
  private static final Set<String> EVERYWHERE = Set.of("scope", "timeRange", "kind");

  private static final String FILTERS = "filters";
  private static final Map<String, String> ALIASES =
      Map.of("query", "q", "minLevel", "level", "attempt", "attemptNumber", "status", "state");

  private FilterTerms() {}

  /** One condition as the client wrote it. */
  record Term(String field, Operator operator, List<String> values, @Nullable String key) {}

  /** All conditions; parameters that are no conditions are left alone. */
  static List<Term> read(Query query, Set<String> fields) {
    var terms = new ArrayList<Term>();
    for (Map.Entry<String, List<String>> parameter : query.all().entrySet()) {
      String name = parameter.getKey();
      List<String> values = parameter.getValue();
      if (isBracketed(name)) {
        addBracketed(terms, brackets(name), values);
      } else {
        String field = ALIASES.getOrDefault(name, name);
        if (fields.contains(field) || EVERYWHERE.contains(field)) {
          addFlat(terms, field, values);
        }
      }
    }
    if (has(query, "timeRange") && has(query, "startDate")) {
      throw Problem.illegalArgument("timeRange and startDate exclude each other");
    }
    return terms;
  }

  /**
   * All conditions of a body {@code {"filters": [{"field", "operation", "value"}]}}.
   *
   * @throws Problem 400 when it is none: to find everything instead would be a bad surprise
   */
  static List<Term> read(Map<?, ?> body) {
    if (!(body.get(FILTERS) instanceof List<?> filters)) {
      throw Problem.invalidFilters("expected {\"filters\": [...]} in the body");
    }
    var terms = new ArrayList<Term>();
    for (Object filter : filters) {
      if (!(filter instanceof Map<?, ?> members)
          || !(members.get("field") instanceof String field)
          || !(members.get("operation") instanceof String operation)) {
        throw Problem.invalidFilters("every filter needs a field, an operation and a value");
      }
      addObject(terms, field, operation, members.get("value"));
    }
    return terms;
  }

  private static void addObject(
      List<Term> terms, String field, String operation, @Nullable Object value) {
    switch (value) {
      case Map<?, ?> map ->
          map.forEach(
              (key, each) ->
                  addBracketed(
                      terms,
                      List.of(field, operation, String.valueOf(key)),
                      List.of(String.valueOf(each))));
      case List<?> list ->
          addBracketed(
              terms, List.of(field, operation), list.stream().map(String::valueOf).toList());
      case null -> throw Problem.invalidFilters("every filter needs a value");
      default -> addBracketed(terms, List.of(field, operation), List.of(value.toString()));
    }
  }

  private static boolean has(Query query, String name) {
    return query.text(name).isPresent();
  }

  private static boolean isBracketed(String name) {
    return name.length() > FILTERS.length()
        && name.charAt(FILTERS.length()) == '['
        && name.regionMatches(0, FILTERS, 0, FILTERS.length());
  }

  private static List<String> brackets(String name) {
    var parts = new ArrayList<String>();
    int at = FILTERS.length();
    while (at < name.length()) {
      int close = name.indexOf(']', at);
      if (name.charAt(at) != '[' || close < 0) {
        throw Problem.invalidFilters("expected filters[field][OPERATOR]=value");
      }
      parts.add(name.substring(at + 1, close));
      at = close + 1;
    }
    // newer clients may nest: filters[and][0][field][OPERATOR]
    while (parts.size() >= 4 && parts.getFirst().equals("and")) {
      parts.subList(0, 2).clear();
    }
    if (parts.size() < 2 || parts.size() > 3 || parts.getFirst().equals("or")) {
      throw Problem.invalidFilters(
          "expected filters[field][OPERATOR]=value, all of which must hold");
    }
    return parts;
  }

  private static void addBracketed(List<Term> terms, List<String> parts, List<String> values) {
    String field = camelCase(parts.getFirst());
    Operator operator = operator(parts.get(1));
    String key = parts.size() == 3 ? parts.get(2) : null;
    if (operator == Operator.IN || operator == Operator.NOT_IN || field.equals("scope")) {
      var all = values.stream().flatMap(value -> split(value).stream()).toList();
      terms.add(new Term(field, operator, all, key));
    } else {
      values.forEach(value -> terms.add(new Term(field, operator, List.of(value), key)));
    }
  }

  private static void addFlat(List<Term> terms, String field, List<String> values) {
    var given = values.stream().filter(value -> !value.isEmpty()).toList();
    if (given.isEmpty()) {
      return;
    }
    switch (field) {
      case "state", "scope" -> terms.add(new Term(field, Operator.IN, splitAll(given), null));
      case "namespace" ->
          terms.add(new Term(field, Operator.PREFIX, List.of(given.getFirst()), null));
      case "startDate" ->
          terms.add(
              new Term(field, Operator.GREATER_THAN_OR_EQUAL_TO, List.of(given.getFirst()), null));
      case "endDate" ->
          terms.add(
              new Term(field, Operator.LESS_THAN_OR_EQUAL_TO, List.of(given.getFirst()), null));
      case "labels" -> given.forEach(label -> terms.add(label(label)));
      default -> terms.add(new Term(field, Operator.EQUALS, List.of(given.getFirst()), null));
    }
  }

  private static Term label(String text) {
    int colon = text.indexOf(':');
    if (colon <= 0) {
      throw Problem.illegalArgument("a label must be written as key:value");
    }
    return new Term(
        "labels", Operator.EQUALS, List.of(text.substring(colon + 1)), text.substring(0, colon));
  }

  private static List<String> splitAll(List<String> values) {
    return values.stream().flatMap(value -> split(value).stream()).toList();
  }

  private static List<String> split(String list) {
    String text = list.strip();
    boolean wrapped =
        text.length() >= 2 && text.charAt(0) == '[' && text.charAt(text.length() - 1) == ']';
    String inner = wrapped ? text.substring(1, text.length() - 1) : text;
    return Arrays.stream(inner.split(",", -1)).map(String::strip).toList();
  }

  private static Operator operator(String name) {
    try {
      return Operator.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Problem.invalidFilters(
          "the operator must be one of " + Arrays.toString(Operator.values()));
    }
  }

  /** Fields may also be named as enums are: {@code FLOW_ID} is {@code flowId}. */
  private static String camelCase(String name) {
    boolean isEnumStyle = !name.isEmpty() && name.equals(name.toUpperCase(Locale.ROOT));
    if (!isEnumStyle) {
      return ALIASES.getOrDefault(name, name);
    }
    var camel = new StringBuilder();
    boolean upper = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '_') {
        upper = true;
      } else {
        camel.append(upper ? c : Character.toLowerCase(c));
        upper = false;
      }
    }
    return ALIASES.getOrDefault(camel.toString(), camel.toString());
  }
}
