package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Mark;
import dev.legato.language.complaint.Suggestions;
import dev.legato.language.input.Durations;
import dev.legato.language.yaml.YamlNode;
import dev.legato.language.yaml.YamlValues;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The properties of one thing of a flow. Asking for a property makes its name a known one; what
 * nobody asked for is unknown in the end. A property without a value counts as absent.
 */
final class Fields {
  /** More names in one complaint are not read. */
  private static final int MAX_NAMES = 8;

  private final YamlNode.Mapping mapping;
  private final String path;
  private final Reading reading;
  private final Set<String> known = new LinkedHashSet<>();
  private final Map<String, @Nullable Object> kept = new HashMap<>();

  /**
   * @param path how complaints name the thing; empty for the flow itself
   */
  Fields(YamlNode.Mapping mapping, String path, Reading reading) {
    this.mapping = mapping;
    this.path = path;
    this.reading = reading;
  }

  Reading reading() {
    return reading;
  }

  YamlNode.Mapping mapping() {
    return mapping;
  }

  String path() {
    return path;
  }

  Mark mark() {
    return mapping.mark();
  }

  String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Where the property's value is, or the thing itself when it has no such property. */
  Mark mark(String name) {
    YamlNode value = mapping.get(name);
    return value == null ? mapping.mark() : value.mark();
  }

  /** Where the property's name is, or the thing itself when it has no such property. */
  Mark keyMark(String name) {
    YamlNode.Entry entry = mapping.entries().get(name);
    return entry == null ? mapping.mark() : entry.key().mark();
  }

  boolean has(String name) {
    YamlNode value = mapping.get(name);
    return value != null && !(value instanceof YamlNode.Scalar scalar && scalar.isNull());
  }

  /** The names of all properties, known or not, in the order of the document. */
  Set<String> names() {
    return mapping.entries().keySet();
  }

  @Nullable YamlNode node(String name) {
    known.add(name);
    return has(name) ? mapping.get(name) : null;
  }

  /** The current name of a property, or the older one when the author used that. */
  String either(String current, String older) {
    known.add(current);
    known.add(older);
    if (!has(older)) {
      return current;
    }
    if (has(current)) {
      error(
          ComplaintCode.INVALID_VALUE,
          older,
          "The properties '%s' and '%s' mean the same.".formatted(current, older),
          "Remove '%s'.".formatted(older));
      return current;
    }
    return older;
  }

  /** As {@link #either}, telling the author of the current name. */
  String renamed(String current, String deprecated) {
    String used = either(current, deprecated);
    if (used.equals(deprecated)) {
      deprecated(deprecated, current);
    }
    return used;
  }

  /** Tells the author what to use instead of a property that the thing has. */
  void deprecated(String name, String successor) {
    reading
        .complaints()
        .inform(
            ComplaintCode.DEPRECATED_PROPERTY,
            keyMark(name),
            path(name),
            "'%s' is replaced by '%s'.".formatted(name, successor));
  }

  /** The text as written: {@code 1.10} and {@code no} are texts here. */
  @Nullable String text(String name) {
    YamlNode node = node(name);
    return switch (node) {
      case null -> null;
      case YamlNode.Scalar scalar -> keep(name, scalar.text());
      case YamlNode.Sequence _, YamlNode.Mapping _ -> {
        mismatch(name, "a text");
        yield null;
      }
    };
  }

  @Nullable String requiredText(String name) {
    require(name);
    String text = text(name);
    if (text != null && text.isEmpty()) {
      error(
          ComplaintCode.INVALID_VALUE,
          name,
          "Property '%s' is empty.".formatted(name),
          "Give it a value.");
      return null;
    }
    return text;
  }

  /** A text that will be rendered. */
  @Nullable String template(String name) {
    YamlNode node = node(name);
    if (node instanceof YamlNode.Scalar scalar) {
      reading.templates(scalar, path(name));
    }
    return text(name);
  }

  boolean flag(String name, boolean absent) {
    YamlNode node = node(name);
    if (node == null) {
      return absent;
    }
    if (node instanceof YamlNode.Scalar scalar) {
      Optional<Boolean> flag = YamlValues.flag(scalar);
      if (flag.isPresent()) {
        return keep(name, flag.get());
      }
    }
    mismatch(name, "true or false");
    return absent;
  }

  /** A 32-bit integer that is at least {@code min}. */
  @Nullable Integer integer(String name, int min) {
    YamlNode node = node(name);
    if (node == null) {
      return null;
    }
    Optional<BigInteger> integer =
        node instanceof YamlNode.Scalar scalar
            ? reading.values().integer(scalar, path(name))
            : Optional.empty();
    if (integer.filter(i -> i.bitLength() < Integer.SIZE && i.intValue() >= min).isPresent()) {
      return keep(name, integer.get().intValue());
    }
    mismatch(
        name,
        min == Integer.MIN_VALUE
            ? "a whole number of 32 bits"
            : "a whole number of at least %d".formatted(min));
    return null;
  }

  @Nullable Double number(String name) {
    YamlNode node = node(name);
    if (node == null) {
      return null;
    }
    Object value = reading.values().json(node, path(name));
    if (value instanceof Number number) {
      return keep(name, number.doubleValue());
    }
    mismatch(name, "a number");
    return null;
  }

  @Nullable Duration duration(String name) {
    YamlNode node = node(name);
    if (node == null) {
      return null;
    }
    Optional<Duration> duration =
        node instanceof YamlNode.Scalar scalar ? Durations.parse(scalar.text()) : Optional.empty();
    if (duration.isEmpty()) {
      mismatch(name, Durations.EXPECTATION);
    }
    return duration.orElse(null);
  }

  <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
    return choice(name, type, UnaryOperator.identity());
  }

  /** As {@link #choice}, for values that are written in small letters. */
  <E extends Enum<E>> @Nullable E word(String name, Class<E> type) {
    return choice(name, type, written -> written.toLowerCase(Locale.ROOT));
  }

  private <E extends Enum<E>> @Nullable E choice(
      String name, Class<E> type, UnaryOperator<String> writing) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    String upper = text.toUpperCase(Locale.ROOT);
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(upper)) {
        return value;
      }
    }
    List<String> names = Stream.of(type.getEnumConstants()).map(Enum::name).map(writing).toList();
    mismatch(name, "one of " + String.join(", ", names), hint(text, names));
    return null;
  }

  List<YamlNode> list(String name) {
    YamlNode node = node(name);
    if (node == null) {
      return List.of();
    }
    if (node instanceof YamlNode.Sequence sequence) {
      return sequence.elements();
    }
    boolean one = node instanceof YamlNode.Mapping;
    mismatch(name, "a list", one ? "Put '- ' before its first line." : "Write '- ' on each line.");
    return List.of();
  }

  /** Whether the property is a list without elements. */
  boolean isEmptyList(String name) {
    return node(name) instanceof YamlNode.Sequence sequence && sequence.elements().isEmpty();
  }

  /** Texts, numbers and booleans as texts. */
  List<String> texts(String name) {
    List<YamlNode> elements = list(name);
    if (!elements.stream().allMatch(e -> e instanceof YamlNode.Scalar s && !s.isNull())) {
      mismatch(name, "a list of texts");
      return List.of();
    }
    return keep(name, elements.stream().map(e -> ((YamlNode.Scalar) e).text()).toList());
  }

  @Nullable Fields nested(String name) {
    YamlNode node = node(name);
    return switch (node) {
      case null -> null;
      case YamlNode.Mapping nested -> new Fields(nested, path(name), reading);
      case YamlNode.Scalar _, YamlNode.Sequence _ -> {
        mismatch(name, "a mapping");
        yield null;
      }
    };
  }

  /** Any value by the rules of YAML. */
  @Nullable Object json(String name) {
    YamlNode node = node(name);
    return node == null ? null : keepJson(name, reading.values().json(node, path(name)));
  }

  /** Complains when the property is absent. */
  void require(String name) {
    known.add(name);
    if (!has(name)) {
      error(
          ComplaintCode.MISSING_PROPERTY,
          name,
          "Property '%s' is missing.".formatted(name),
          "Add '%s: ...'.".formatted(name));
    }
  }

  /** Sets what the document shows for the property. */
  <T> T keep(String name, T value) {
    kept.put(name, value);
    return value;
  }

  /** As {@link #keep}, for a value that may be null. */
  @Nullable Object keepJson(String name, @Nullable Object value) {
    kept.put(name, value);
    return value;
  }

  void error(ComplaintCode code, String name, String message, @Nullable String hint) {
    reading.error(code, mark(name), path(name), message, hint);
  }

  void warn(ComplaintCode code, String name, String message, @Nullable String hint) {
    reading.complaints().warn(code, keyMark(name), path(name), message, hint);
  }

  /** Names of properties that exist but need no reading. */
  void ignore(String... names) {
    known.addAll(List.of(names));
  }

  /** Complains of every property that nobody asked for. */
  void refuseUnknown(String owner) {
    for (YamlNode.Entry entry : mapping.entries().values()) {
      String name = entry.key().text();
      if (!known.contains(name)) {
        Optional<String> meant = Suggestions.closest(name, known);
        meant.ifPresent(other -> reading.complaints().withdrawMissing(path(other)));
        reading.error(
            ComplaintCode.UNKNOWN_PROPERTY,
            entry.key().mark(),
            path(name),
            "%s has no property %s.".formatted(owner, entry.key().kind()),
            (meant.map("Did you mean '%s'? "::formatted).orElse("") + some(known)).strip());
      }
    }
  }

  /** The thing as JSON values, in the order of the document. */
  Map<String, @Nullable Object> document() {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (name, entry) ->
                document.put(
                    name,
                    kept.containsKey(name)
                        ? kept.get(name)
                        : reading.values().json(entry.value(), path(name))));
    return Collections.unmodifiableMap(document);
  }

  private void mismatch(String name, String expectation) {
    mismatch(name, expectation, "");
  }

  private void mismatch(String name, String expectation, String hint) {
    YamlNode node = mapping.get(name);
    error(
        ComplaintCode.WRONG_TYPE,
        name,
        "Property '%s' must be %s, but is %s."
            .formatted(name, expectation, node == null ? "absent" : node.kind()),
        hint.isEmpty() ? null : hint);
  }

  private static String some(Collection<String> names) {
    int others = names.size() - MAX_NAMES;
    return names.stream()
        .sorted()
        .limit(MAX_NAMES)
        .collect(
            Collectors.joining(
                ", ", "It has: ", others > 0 ? " and %d more.".formatted(others) : "."));
  }

  private static String hint(String name, Collection<String> candidates) {
    return Suggestions.closest(name, candidates).map("Did you mean '%s'?"::formatted).orElse("");
  }
}
