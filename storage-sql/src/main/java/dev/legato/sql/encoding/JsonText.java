package dev.legato.sql.encoding;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON values as text that {@link StoredText} has made safe. What is read back is equal to what was
 * written, except that a whole number comes back in the smallest of Integer, Long and BigInteger,
 * and any other number as a Double unless only a BigDecimal holds it exactly.
 */
public final class JsonText {
  /** Deeper values are refused when they are written, so that all that is stored can be read. */
  static final int MAX_DEPTH = 1_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamWriteConstraints(
              StreamWriteConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private JsonText() {}

  /** The text of a JSON value: null, Boolean, number, String, List or Map. */
  public static String encode(@Nullable Object value) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      write(json, value);
    }
    return StoredText.encode(text.toString());
  }

  /** What was given to {@link #encode}. */
  public static @Nullable Object decode(String text) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), StoredText.decode(text))) {
      json.nextToken();
      return read(json);
    }
  }

  /** The text of a map, absent when it has no entries. */
  public static @Nullable String encodeUnlessEmpty(Map<String, ? extends @Nullable Object> map) {
    return map.isEmpty() ? null : encode(map);
  }

  /** What was given to {@link #encodeUnlessEmpty}, in the same order, immutable. */
  public static Map<String, @Nullable Object> decodeMap(@Nullable String text) {
    if (text == null) {
      return Map.of();
    }
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), StoredText.decode(text))) {
      json.nextToken();
      return readMap(json);
    }
  }

  /** A list of any JSON values. */
  public static List<@Nullable Object> decodeList(String text) {
    try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), StoredText.decode(text))) {
      json.nextToken();
      return readList(json);
    }
  }

  private static void write(JsonGenerator json, @Nullable Object value) {
    switch (value) {
      case null -> json.writeNull();
      case String text -> json.writeString(text);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Boolean truth -> json.writeBoolean(truth);
      case Map<?, ?> map -> writeMap(json, map);
      case List<?> list -> writeList(json, list);
      case Double number -> json.writeNumber(number); // NaN and infinities become texts
      case BigDecimal number -> json.writeNumber(number);
      case BigInteger number -> json.writeNumber(number);
      default ->
          throw new IllegalStateException(
              "Expected a JSON value, but got %s (%s)".formatted(value, value.getClass()));
    }
  }

  private static void writeMap(JsonGenerator json, Map<?, ?> map) {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      json.writeName((String) entry.getKey());
      write(json, entry.getValue());
    }
    json.writeEndObject();
  }

  private static void writeList(JsonGenerator json, List<?> list) {
    json.writeStartArray();
    for (Object item : list) {
      write(json, item);
    }
    json.writeEndArray();
  }

  private static @Nullable Object read(JsonParser json) {
    JsonToken token = json.currentToken();
    return switch (token) {
      case VALUE_NULL -> null;
      case VALUE_STRING -> json.getString();
      case VALUE_NUMBER_INT -> json.getNumberValue();
      case VALUE_NUMBER_FLOAT -> decimal(json.getString());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case START_OBJECT -> readMap(json);
      case START_ARRAY -> readList(json);
      default -> throw new IllegalStateException("Expected a JSON value, but read " + token);
    };
  }

  private static Map<String, @Nullable Object> readMap(JsonParser json) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String name = json.currentName();
      json.nextToken();
      map.put(name, read(json));
    }
    return Collections.unmodifiableMap(map);
  }

  private static List<@Nullable Object> readList(JsonParser json) {
    var list = new ArrayList<@Nullable Object>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      list.add(read(json));
    }
    return Collections.unmodifiableList(list);
  }

  private static Number decimal(String text) {
    double number = Double.parseDouble(text);
    if (Double.isFinite(number) && text.equals(Double.toString(number))) {
      return number;
    }
    return new BigDecimal(text);
  }
}
