package dev.legato.data.avro;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** What numbers and bytes stand for. */
public final class LogicalValues {
  private static final long NANOS = 1_000_000_000;

  private LogicalValues() {}

  /**
   * The value of a number, bytes or a text under a schema; itself when it stands for nothing else.
   *
   * @throws java.time.DateTimeException when it is no date or time
   */
  public static Object of(Schema schema, Object raw) {
    LogicalType logical = schema.getLogicalType();
    if (logical == null) {
      return raw;
    }
    return switch (raw) {
      case Integer number -> ofInt(logical.getName(), number);
      case Long number -> ofLong(logical.getName(), number);
      case byte[] bytes -> ofBytes(logical, bytes);
      default -> raw;
    };
  }

  private static Object ofInt(String logical, Integer number) {
    return switch (logical) {
      case "date" -> LocalDate.ofEpochDay(number);
      case "time-millis" -> LocalTime.ofNanoOfDay(number * 1_000_000L);
      default -> number;
    };
  }

  private static Object ofLong(String logical, Long number) {
    return switch (logical) {
      case "time-micros" -> LocalTime.ofNanoOfDay(Math.multiplyExact(number, 1_000));
      case "timestamp-millis" -> instant(number, 1_000);
      case "timestamp-micros" -> instant(number, 1_000_000);
      case "timestamp-nanos" -> instant(number, NANOS);
      case "local-timestamp-millis" -> local(number, 1_000);
      case "local-timestamp-micros" -> local(number, 1_000_000);
      case "local-timestamp-nanos" -> local(number, NANOS);
      default -> number;
    };
  }

  private static Object ofBytes(LogicalType logical, byte[] bytes) {
    if (logical instanceof LogicalTypes.Decimal decimal) {
      BigInteger number = bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
      return new BigDecimal(number, decimal.getScale());
    }
    if (logical.getName().equals("uuid") && bytes.length == 2 * Long.BYTES) {
      ByteBuffer both = ByteBuffer.wrap(bytes);
      return new UUID(both.getLong(), both.getLong()).toString();
    }
    return bytes;
  }

  private static Instant instant(long count, long perSecond) {
    return Instant.ofEpochSecond(
        Math.floorDiv(count, perSecond), Math.floorMod(count, perSecond) * (NANOS / perSecond));
  }

  private static LocalDateTime local(long count, long perSecond) {
    return LocalDateTime.ofInstant(instant(count, perSecond), ZoneOffset.UTC);
  }
}
