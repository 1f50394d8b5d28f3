package dev.legato.sql.search;

import dev.legato.sql.encoding.JsonText;
import dev.legato.sql.encoding.StoredText;
import dev.legato.storage.Filter;
import dev.legato.storage.InvalidSearchException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Comparisons of constant expressions with bound values, by the filter's operator. */
public final class Comparison {
  /** A function of two parameters, pattern and text, that every connection must have. */
  public static final String REGEX_FUNCTION = "legato_regex";

  private static final int MAX_VALUES = 10_000;
  private static final int MAX_VALUE_LENGTH = 10_000;
  private static final String LIST = "(select value from json_each(?))";

  private Comparison() {}

  /**
   * Compares texts, case by case. A text that is absent is like an empty one for EQUALS and
   * NOT_EQUALS.
   */
  static Fragment text(String expression, Filter<?> filter) {
    return switch (filter.operator()) {
      case EQUALS ->
          one(filter).isEmpty()
              ? Fragment.of("ifnull(%s, '') = ''".formatted(expression))
              : Fragment.of(expression + " = ?", one(filter));
      case NOT_EQUALS ->
          one(filter).isEmpty()
              ? Fragment.of("ifnull(%s, '') <> ''".formatted(expression))
              : Fragment.of(expression + " is not ?", one(filter));
      case IN -> Fragment.of(expression + " in " + LIST, list(filter));
      case NOT_IN ->
          Fragment.of("ifnull(%s in %s, 0) = 0".formatted(expression, LIST), list(filter));
      case GREATER_THAN -> Fragment.of(expression + " > ?", one(filter));
      case GREATER_THAN_OR_EQUAL_TO -> Fragment.of(expression + " >= ?", one(filter));
      case LESS_THAN -> Fragment.of(expression + " < ?", one(filter));
      case LESS_THAN_OR_EQUAL_TO -> Fragment.of(expression + " <= ?", one(filter));
      case STARTS_WITH -> Fragment.of("instr(%s, ?) = 1".formatted(expression), one(filter));
      case ENDS_WITH ->
          Fragment.of(
              "substr(%s, length(%s) - length(?) + 1) = ?".formatted(expression, expression),
              one(filter),
              one(filter));
      case CONTAINS -> Fragment.of("instr(%s, ?) > 0".formatted(expression), one(filter));
      case PREFIX -> prefix(expression, one(filter));
      case REGEX -> Fragment.of("%s(?, %s)".formatted(REGEX_FUNCTION, expression), regex(filter));
    };
  }

  // '/' is the character after '.': the range holds all that begins with the value and a dot
  private static Fragment prefix(String expression, String value) {
    return Fragment.of(
        "(%s = ? or (%s >= ? and %s < ?))".formatted(expression, expression, expression),
        value,
        value + ".",
        value + "/");
  }

  /**
   * Compares whole numbers; the operators for texts make no sense here. The expression occurs once,
   * before the parameters.
   */
  static Fragment number(String expression, Filter<?> filter, ToLongFunction<String> parse) {
    return switch (filter.operator()) {
      case EQUALS -> Fragment.of(expression + " = ?", parse.applyAsLong(one(filter)));
      case NOT_EQUALS -> Fragment.of(expression + " is not ?", parse.applyAsLong(one(filter)));
      case IN -> Fragment.of(expression + " in " + LIST, numbers(filter, parse));
      case NOT_IN ->
          Fragment.of(
              "ifnull(%s in %s, 0) = 0".formatted(expression, LIST), numbers(filter, parse));
      case GREATER_THAN -> Fragment.of(expression + " > ?", parse.applyAsLong(one(filter)));
      case GREATER_THAN_OR_EQUAL_TO ->
          Fragment.of(expression + " >= ?", parse.applyAsLong(one(filter)));
      case LESS_THAN -> Fragment.of(expression + " < ?", parse.applyAsLong(one(filter)));
      case LESS_THAN_OR_EQUAL_TO ->
          Fragment.of(expression + " <= ?", parse.applyAsLong(one(filter)));
      case STARTS_WITH, ENDS_WITH, CONTAINS, PREFIX, REGEX -> throw unsupported(filter);
    };
  }

  /**
   * Compares the value of the label whose key the filter names. A row without that label fulfils
   * NOT_EQUALS and NOT_IN.
   *
   * @param exists an EXISTS clause up to the label's key, whose value is {@code value}; takes the
   *     key as its parameter
   */
  static Fragment label(String exists, String value, Filter<?> filter) {
    String key = filter.key();
    if (key == null || key.isEmpty()) {
      throw new InvalidSearchException("A filter on labels needs the label's key");
    }
    return switch (filter.operator()) {
      case NOT_EQUALS, NOT_IN -> {
        var positive =
            filter.operator() == Filter.Operator.NOT_IN
                ? Filter.Operator.IN
                : Filter.Operator.EQUALS;
        yield label("not " + exists, value, key, withOperator(filter, positive));
      }
      case EQUALS,
          IN,
          GREATER_THAN,
          GREATER_THAN_OR_EQUAL_TO,
          LESS_THAN,
          LESS_THAN_OR_EQUAL_TO,
          STARTS_WITH,
          ENDS_WITH,
          CONTAINS,
          PREFIX,
          REGEX ->
          label(exists, value, key, filter);
    };
  }

  private static Fragment label(String exists, String value, String key, Filter<?> filter) {
    Fragment comparison = text(value, filter);
    var parameters = new ArrayList<Object>();
    parameters.add(StoredText.encode(key));
    parameters.addAll(comparison.parameters());
    return new Fragment("%s and %s)".formatted(exists, comparison.sql()), parameters);
  }

  private static <F extends Enum<F>> Filter<F> withOperator(
      Filter<F> filter, Filter.Operator operator) {
    return new Filter<>(filter.field(), operator, filter.values(), filter.key());
  }

  /** Whether the value occurs in any of the texts, in upper or lower case. */
  static Fragment freeText(List<String> expressions, Filter<?> filter) {
    if (filter.operator() != Filter.Operator.EQUALS
        && filter.operator() != Filter.Operator.CONTAINS
        && filter.operator() != Filter.Operator.NOT_EQUALS) {
      throw unsupported(filter);
    }
    String pattern = "%" + escapeWildcards(one(filter)) + "%";
    var alternatives = new ArrayList<String>();
    var parameters = new ArrayList<Object>();
    for (String expression : expressions) {
      alternatives.add("coalesce(" + expression + ", '') like ? escape '\\'");
      parameters.add(pattern);
    }
    String any = "(" + String.join(" or ", alternatives) + ")";
    boolean negated = filter.operator() == Filter.Operator.NOT_EQUALS;
    return new Fragment(negated ? "not " + any : any, parameters);
  }

  private static String escapeWildcards(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  static String one(Filter<?> filter) {
    if (filter.values().size() != 1) {
      throw new InvalidSearchException(
          "The filter %s %s needs one value, but got %d"
              .formatted(filter.field(), filter.operator(), filter.values().size()));
    }
    String value = filter.values().getFirst();
    if (value.length() > MAX_VALUE_LENGTH) {
      throw new InvalidSearchException(
          "The value of the filter on %s is longer than %d characters"
              .formatted(filter.field(), MAX_VALUE_LENGTH));
    }
    return StoredText.encode(value);
  }

  private static String list(Filter<?> filter) {
    return JsonText.encode(values(filter).stream().map(StoredText::encode).toList());
  }

  private static String numbers(Filter<?> filter, ToLongFunction<String> parse) {
    return JsonText.encode(values(filter).stream().mapToLong(parse).boxed().toList());
  }

  private static List<String> values(Filter<?> filter) {
    if (filter.values().size() > MAX_VALUES) {
      throw new InvalidSearchException(
          "The filter on %s has more than %d values".formatted(filter.field(), MAX_VALUES));
    }
    return filter.values();
  }

  private static String regex(Filter<?> filter) {
    String stored = one(filter);
    try {
      Pattern.compile(StoredText.decode(stored));
    } catch (PatternSyntaxException | StackOverflowError e) {
      throw new InvalidSearchException(
          "'%s' is not a regular expression".formatted(filter.values().getFirst()), e);
    }
    return stored;
  }

  static InvalidSearchException unsupported(Filter<?> filter) {
    return new InvalidSearchException(
        "The field %s cannot be compared with the operator %s"
            .formatted(filter.field(), filter.operator()));
  }
}
