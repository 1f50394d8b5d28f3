package dev.legato.data.ion;

import com.amazon.ion.IonType;
import com.amazon.ion.IonWriter;
import com.amazon.ion.Timestamp;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values through the library. */
final class IonValues {
  private static final int MILLI_DIGITS = 3;
  private static final int NANO_DIGITS = 9;

  private IonValues() {}

  static void write(@Nullable Object value, IonWriter writer) throws IOException {
    switch (value) {
      case null -> writer.writeNull();
      case Boolean truth -> writer.writeBool(truth);
      case Integer number -> writer.writeInt(number);
      case Long number -> writer.writeInt(number);
      case BigInteger number -> writer.writeInt(number);
      case BigDecimal number -> writer.writeDecimal(number);
      case Double number -> writer.writeFloat(number);
      case Float number -> writer.writeFloat(number);
      case Number number -> writer.writeInt(number.longValue());
      case String text -> writer.writeString(text);
      case byte[] bytes -> writer.writeBlob(bytes);
      case Instant instant -> writer.writeTimestamp(timestamp(instant));
      case LocalDate date ->
          writer.writeTimestamp(
              Timestamp.forDay(date.getYear(), date.getMonthValue(), date.getDayOfMonth()));
      case List<?> list -> list(list, writer);
      case Map<?, ?> map -> struct(map, writer);
      default -> annotated(value, writer);
    }
  }

  private static Timestamp timestamp(Instant instant) {
    int digits = instant.getNano() % 1_000_000 == 0 ? MILLI_DIGITS : NANO_DIGITS;
    BigDecimal millis =
        BigDecimal.valueOf(instant.getEpochSecond())
            .add(BigDecimal.valueOf(instant.getNano(), NANO_DIGITS))
            .setScale(digits)
            .movePointRight(MILLI_DIGITS);
    return Timestamp.forMillis(millis, 0);
  }

  private static void list(List<?> list, IonWriter writer) throws IOException {
    writer.stepIn(IonType.LIST);
    for (Object item : list) {
      write(item, writer);
    }
    writer.stepOut();
  }

  private static void struct(Map<?, ?> map, IonWriter writer) throws IOException {
    writer.stepIn(IonType.STRUCT);
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      writer.setFieldName(String.valueOf(entry.getKey()));
      write(entry.getValue(), writer);
    }
    writer.stepOut();
  }

  private static void annotated(Object value, IonWriter writer) throws IOException {
    String annotation = IonText.annotation(value);
    if (annotation != null) {
      writer.addTypeAnnotation(annotation);
    }
    writer.writeString(value.toString());
  }
}
