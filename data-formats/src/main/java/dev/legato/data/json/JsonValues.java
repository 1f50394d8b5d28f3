package dev.legato.data.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes values to a generator; dates and times as ISO-8601. */
final class JsonValues {
  private static final int MOST_PLAIN_SCALE = 1_000;

  private final JsonGenerator out;
  private final JsonWriteOptions options;

  JsonValues(JsonGenerator out, JsonWriteOptions options) {
    this.out = out;
    this.options = options;
  }

  void write(@Nullable Object value) {
    switch (value) {
      case null -> out.writeNull();
      case String text -> out.writeString(text);
      case Boolean truth -> out.writeBoolean(truth);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case Double number -> out.writeNumber(number);
      case Float number -> out.writeNumber(number);
      case BigInteger number -> out.writeNumber(number);
      case BigDecimal number -> decimal(number);
      case Number number -> out.writeNumber(number.longValue());
      case byte[] bytes -> out.writeBinary(bytes);
      case List<?> list -> array(list);
      case Map<?, ?> map -> object(map);
      case Instant instant when options.annotations() ->
          out.writeString(
              DateTimeFormatter.ISO_ZONED_DATE_TIME.format(instant.atZone(options.zone())));
      case LocalDateTime _, LocalTime _, OffsetDateTime _, OffsetTime _, ZonedDateTime _
          when options.annotations() ->
          annotated(value);
      case Instant instant -> out.writeString(instant.toString());
      default -> out.writeString(IsoText.of(value, options.zone()));
    }
  }

  private void decimal(BigDecimal number) {
    if (Math.abs(number.scale()) <= MOST_PLAIN_SCALE) {
      out.writeNumber(number.toPlainString());
    } else {
      out.writeNumber(number);
    }
  }

  private void annotated(Object value) {
    out.writeStartObject();
    out.writeName("ion_annotations");
    out.writeStartArray();
    out.writeString(value.getClass().getSimpleName());
    out.writeEndArray();
    out.writeName("value");
    out.writeString(value.toString());
    out.writeEndObject();
  }

  private void array(List<?> list) {
    out.writeStartArray();
    for (Object item : list) {
      write(item);
    }
    out.writeEndArray();
  }

  private void object(Map<?, ?> map) {
    out.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.writeName(String.valueOf(entry.getKey()));
      write(entry.getValue());
    }
    out.writeEndObject();
  }
}
