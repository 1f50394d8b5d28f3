package dev.legato.rest.dashboard;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Complaints;
import dev.legato.language.complaint.Mark;
import dev.legato.language.yaml.YamlLimits;
import dev.legato.language.yaml.YamlNode;
import dev.legato.language.yaml.YamlValues;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A mapping of the document, whose properties are read by name; mistakes are complained about. */
final class Section {
  private static final int DAYS_OF_A_MONTH = 30;

  private final YamlNode.Mapping mapping;
  private final String path;
  private final Complaints complaints;

  Section(YamlNode.Mapping mapping, String path, Complaints complaints) {
    this.mapping = mapping;
    this.path = path;
    this.complaints = complaints;
  }

  /** All of it as JSON values. */
  Map<String, @Nullable Object> json() {
    return new YamlValues(YamlLimits.DEFAULTS, complaints).json(mapping, path);
  }

  Set<String> names() {
    return mapping.entries().keySet();
  }

  String path(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  /** Complains about properties that are none of these. */
  void allowOnly(String... names) {
    Set<String> known = Set.of(names);
    mapping
        .entries()
        .forEach(
            (name, entry) -> {
              if (!known.contains(name)) {
                complaints.error(
                    ComplaintCode.UNKNOWN_PROPERTY,
                    entry.key().mark(),
                    path(name),
                    "There is no property '%s' here.".formatted(name),
                    "Known are " + String.join(", ", List.of(names)) + ".");
              }
            });
  }

  /** Complains about a property, or about its absence. */
  void complain(ComplaintCode code, String name, String message, @Nullable String hint) {
    YamlNode node = mapping.get(name);
    Mark mark = node == null ? mapping.mark() : node.mark();
    complaints.error(code, mark, path(name), message, hint);
  }

  Optional<String> text(String name) {
    return present(name).flatMap(node -> scalar(name, node)).map(YamlNode.Scalar::text);
  }

  Optional<String> required(String name) {
    Optional<String> text = text(name).filter(value -> !value.isBlank());
    if (text.isEmpty() && present(name).isEmpty()) {
      complain(ComplaintCode.MISSING_PROPERTY, name, "'%s' is missing.".formatted(name), "Add it.");
    }
    return text;
  }

  Optional<Boolean> flag(String name) {
    return present(name)
        .flatMap(node -> scalar(name, node))
        .flatMap(
            scalar -> {
              Optional<Boolean> flag = YamlValues.flag(scalar);
              if (flag.isEmpty()) {
                complain(
                    ComplaintCode.WRONG_TYPE,
                    name,
                    "'%s' must be true or false.".formatted(name),
                    null);
              }
              return flag;
            });
  }

  Optional<Integer> number(String name, int minimum, int maximum) {
    return present(name)
        .flatMap(node -> scalar(name, node))
        .flatMap(
            scalar -> new YamlValues(YamlLimits.DEFAULTS, complaints).integer(scalar, path(name)))
        .filter(
            number -> {
              boolean right =
                  number.compareTo(BigInteger.valueOf(minimum)) >= 0
                      && number.compareTo(BigInteger.valueOf(maximum)) <= 0;
              if (!right) {
                complain(
                    ComplaintCode.INVALID_VALUE,
                    name,
                    "'%s' must be from %d to %d.".formatted(name, minimum, maximum),
                    null);
              }
              return right;
            })
        .map(BigInteger::intValue);
  }

  /** A length of time such as {@code P30D}; a month has thirty days. */
  Optional<Duration> duration(String name) {
    return text(name)
        .flatMap(
            text -> {
              Optional<Duration> duration = durationOf(text);
              if (duration.isEmpty()) {
                complain(
                    ComplaintCode.INVALID_VALUE,
                    name,
                    "'%s' is not a length of time.".formatted(text),
                    "Write it like P30D or PT12H.");
              }
              return duration;
            });
  }

  @SuppressWarnings("JavaPeriodGetDays") // the months are counted beside the days
  private static Optional<Duration> durationOf(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeException e) {
      try {
        Period period = Period.parse(text);
        return Optional.of(
            Duration.ofDays(
                period.toTotalMonths() * DAYS_OF_A_MONTH + period.get(ChronoUnit.DAYS)));
      } catch (DateTimeException | ArithmeticException neither) {
        return Optional.empty();
      }
    }
  }

  /** One of a few names. */
  <T> Optional<T> choice(String name, Function<String, Optional<T>> named, List<String> known) {
    return text(name)
        .flatMap(
            text -> {
              Optional<T> value = named.apply(text);
              if (value.isEmpty()) {
                complain(
                    ComplaintCode.INVALID_VALUE,
                    name,
                    "'%s' is not possible here.".formatted(text),
                    "Use one of " + String.join(", ", known) + ".");
              }
              return value;
            });
  }

  Optional<Section> section(String name) {
    return present(name).flatMap(node -> section(node, path(name), name));
  }

  /** Elements that are mappings. */
  List<Section> sections(String name) {
    var sections = new ArrayList<Section>();
    List<YamlNode> elements = elements(name);
    for (int i = 0; i < elements.size(); i++) {
      section(elements.get(i), "%s[%d]".formatted(path(name), i), name).ifPresent(sections::add);
    }
    return sections;
  }

  /** Elements that are texts or numbers. */
  List<String> texts(String name) {
    return elements(name).stream()
        .flatMap(node -> scalar(name, node).stream())
        .map(YamlNode.Scalar::text)
        .toList();
  }

  private List<YamlNode> elements(String name) {
    return present(name)
        .map(
            node -> {
              if (node instanceof YamlNode.Sequence(_, var list)) {
                return list;
              }
              complain(
                  ComplaintCode.WRONG_TYPE,
                  name,
                  "'%s' must be a list, but is %s.".formatted(name, node.kind()),
                  null);
              return List.<YamlNode>of();
            })
        .orElse(List.of());
  }

  private Optional<YamlNode> present(String name) {
    return Optional.ofNullable(mapping.get(name))
        .filter(node -> !(node instanceof YamlNode.Scalar scalar && scalar.isNull()));
  }

  private Optional<YamlNode.Scalar> scalar(String name, YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar) {
      return Optional.of(scalar);
    }
    complain(
        ComplaintCode.WRONG_TYPE,
        name,
        "'%s' must be a text or a number, but is %s.".formatted(name, node.kind()),
        null);
    return Optional.empty();
  }

  private Optional<Section> section(YamlNode node, String at, String name) {
    if (node instanceof YamlNode.Mapping found) {
      return Optional.of(new Section(found, at, complaints));
    }
    complain(
        ComplaintCode.WRONG_TYPE,
        name,
        "'%s' must be a mapping, but is %s.".formatted(name, node.kind()),
        null);
    return Optional.empty();
  }
}
