package dev.legato.language.yaml;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Complaints;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parts of a document as JSON values. */
public final class YamlValues {
  private final YamlLimits limits;
  private final Complaints complaints;

  public YamlValues(YamlLimits limits, Complaints complaints) {
    this.limits = limits;
    this.complaints = complaints;
  }

  /**
   * The value by the rules of the core schema. A number that is out of range is complained about
   * and kept as text.
   *
   * @param path how complaints name the node
   */
  public @Nullable Object json(YamlNode node, String path) {
    return switch (node) {
      case YamlNode.Scalar scalar -> json(scalar, path);
      case YamlNode.Sequence sequence -> json(sequence, path);
      case YamlNode.Mapping mapping -> json(mapping, path);
    };
  }

  public Map<String, @Nullable Object> json(YamlNode.Mapping mapping, String path) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach((key, entry) -> values.put(key, json(entry.value(), path + "." + key)));
    return Collections.unmodifiableMap(values);
  }

  private List<@Nullable Object> json(YamlNode.Sequence sequence, String path) {
    List<@Nullable Object> values = new ArrayList<>(sequence.elements().size());
    for (YamlNode element : sequence.elements()) {
      values.add(json(element, path + "[" + values.size() + "]"));
    }
    return Collections.unmodifiableList(values);
  }

  private @Nullable Object json(YamlNode.Scalar scalar, String path) {
    if (!scalar.plain()) {
      return scalar.text();
    }
    try {
      return CoreSchema.value(scalar.text(), limits.digits());
    } catch (ArithmeticException e) {
      complainOfNumber(scalar, path, e);
      return scalar.text();
    }
  }

  /** The boolean that a scalar means where one is wanted, in YAML 1.1 spellings too. */
  public static Optional<Boolean> flag(YamlNode.Scalar scalar) {
    return CoreSchema.flag(scalar.text());
  }

  /**
   * The integer that a scalar means where one is wanted, in YAML 1.1 spellings too. One that is too
   * long is complained about.
   */
  public Optional<BigInteger> integer(YamlNode.Scalar scalar, String path) {
    try {
      return CoreSchema.integer(scalar.text(), limits.digits());
    } catch (ArithmeticException e) {
      complainOfNumber(scalar, path, e);
      return Optional.empty();
    }
  }

  /** An {@code Integer} or {@code Long} where one is wide enough, else the number itself. */
  public static Number narrowest(BigInteger integer) {
    return CoreSchema.narrowest(integer);
  }

  private void complainOfNumber(YamlNode.Scalar scalar, String path, ArithmeticException e) {
    complaints.error(
        ComplaintCode.INVALID_VALUE,
        scalar.mark(),
        path,
        "The number %s %s.".formatted(scalar.kind(), e.getMessage()),
        "Put it in quotes if it is meant as a text.");
  }
}
