package dev.legato.data.avro;

import dev.legato.data.json.IsoText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.jspecify.annotations.Nullable;

/** Makes values fit a schema, in the types that the library writes. */
final class CellConversion {
  private final AvroWriteOptions options;
  private final MomentConversion moments;

  CellConversion(AvroWriteOptions options) {
    this.options = options;
    this.moments = new MomentConversion(options);
  }

  @Nullable Object convert(Schema schema, @Nullable Object value) throws Unfit {
    LogicalType logical = schema.getLogicalType();
    if (schema.isUnion()) {
      return firstThatFits(schema, value);
    }
    if (value == null && schema.getType() != Schema.Type.NULL) {
      throw new Unfit("must not be null");
    }
    if (logical != null && value != null) {
      return logical(schema, logical, value);
    }
    return switch (schema.getType()) {
      case NULL -> nothing(value);
      case BOOLEAN -> truth(given(value));
      case INT -> whole(given(value), Integer.MIN_VALUE, Integer.MAX_VALUE).intValue();
      case LONG -> whole(given(value), Long.MIN_VALUE, Long.MAX_VALUE);
      case FLOAT -> (float) fraction(given(value));
      case DOUBLE -> fraction(given(value));
      case STRING -> text(given(value));
      case BYTES -> ByteBuffer.wrap(bytes(given(value)));
      case FIXED -> fixed(schema, bytes(given(value)));
      case ENUM -> symbol(schema, text(given(value)));
      case ARRAY -> list(schema, given(value));
      case MAP -> map(schema, given(value));
      case RECORD -> record(schema, given(value));
      case UNION -> throw new IllegalStateException("Expected no union, but got " + schema);
    };
  }

  private static Object given(@Nullable Object value) {
    if (value == null) {
      throw new IllegalStateException("Expected a value, but got null");
    }
    return value;
  }

  private @Nullable Object firstThatFits(Schema union, @Nullable Object value) throws Unfit {
    Unfit last = new Unfit("fits no type");
    for (Schema branch : union.getTypes()) {
      try {
        return convert(branch, value);
      } catch (Unfit e) {
        last = e;
      }
    }
    throw last;
  }

  private Object logical(Schema schema, LogicalType logical, Object value) throws Unfit {
    return switch (logical.getName()) {
      case "decimal" -> decimal(schema, (LogicalTypes.Decimal) logical, value);
      case "uuid" -> uuid(schema, text(value));
      case "date" -> moments.date(value);
      case "time-millis" -> (int) (moments.timeOfDay(value) / 1_000_000);
      case "time-micros" -> moments.timeOfDay(value) / 1_000;
      case "timestamp-millis" -> moments.instant(value, 1_000);
      case "timestamp-micros" -> moments.instant(value, 1_000_000);
      case "timestamp-nanos" -> moments.instant(value, 1_000_000_000);
      case "local-timestamp-millis" -> moments.local(value, 1_000);
      case "local-timestamp-micros" -> moments.local(value, 1_000_000);
      case "local-timestamp-nanos" -> moments.local(value, 1_000_000_000);
      default -> throw new Unfit("has the type " + logical.getName() + ", which is not known");
    };
  }

  private @Nullable Object nothing(@Nullable Object value) throws Unfit {
    boolean word =
        value instanceof String text && options.nullWords().contains(text.toLowerCase(Locale.ROOT));
    if (value == null || word) {
      return null;
    }
    throw new Unfit("must be null");
  }

  private boolean truth(Object value) throws Unfit {
    if (value instanceof Boolean truth) {
      return truth;
    }
    String word = String.valueOf(value).toLowerCase(Locale.ROOT);
    boolean number = value instanceof Number;
    if (number ? word.equals("1") : options.trueWords().contains(word)) {
      return true;
    }
    if (number ? word.equals("0") : options.falseWords().contains(word)) {
      return false;
    }
    throw new Unfit("must be true or false");
  }

  private static Long whole(Object value, long least, long most) throws Unfit {
    if (value instanceof Double || value instanceof Float || value instanceof Boolean) {
      throw new Unfit("must be a whole number");
    }
    try {
      long number = new BigDecimal(String.valueOf(value).strip()).longValueExact();
      if (number >= least && number <= most) {
        return number;
      }
    } catch (ArithmeticException | NumberFormatException _) {
      // said below
    }
    throw new Unfit("must be a whole number from %d to %d".formatted(least, most));
  }

  private double fraction(Object value) throws Unfit {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    try {
      return Double.parseDouble(text(value).replace(options.decimalSeparator(), '.').strip());
    } catch (NumberFormatException _) {
      throw new Unfit("must be a number");
    }
  }

  private String text(Object value) {
    return IsoText.of(value, options.zone());
  }

  private byte[] bytes(Object value) {
    return value instanceof byte[] bytes ? bytes : text(value).getBytes(StandardCharsets.UTF_8);
  }

  private static Object fixed(Schema schema, byte[] bytes) throws Unfit {
    if (bytes.length != schema.getFixedSize()) {
      throw new Unfit("must have %d bytes".formatted(schema.getFixedSize()));
    }
    return new GenericData.Fixed(schema, bytes);
  }

  private static Object symbol(Schema schema, String text) throws Unfit {
    if (!schema.hasEnumSymbol(text)) {
      throw new Unfit("must be one of " + schema.getEnumSymbols());
    }
    return new GenericData.EnumSymbol(schema, text);
  }

  private static Object uuid(Schema schema, String text) throws Unfit {
    try {
      UUID uuid = UUID.fromString(text);
      if (schema.getType() == Schema.Type.STRING) {
        return uuid.toString();
      }
      ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
      bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
      return new GenericData.Fixed(schema, bytes.array());
    } catch (IllegalArgumentException _) {
      throw new Unfit("must be a UUID");
    }
  }

  private Object decimal(Schema schema, LogicalTypes.Decimal type, Object value) throws Unfit {
    try {
      BigDecimal number =
          value instanceof BigDecimal decimal
              ? decimal
              : new BigDecimal(text(value).replace(options.decimalSeparator(), '.').strip());
      if (Math.abs((long) number.scale()) > 10_000) {
        throw new Unfit("has too many digits");
      }
      BigDecimal scaled = number.setScale(type.getScale(), RoundingMode.HALF_EVEN);
      if (scaled.precision() > type.getPrecision()) {
        throw new Unfit("must have at most %d digits".formatted(type.getPrecision()));
      }
      byte[] bytes = scaled.unscaledValue().toByteArray();
      return schema.getType() == Schema.Type.FIXED
          ? new GenericData.Fixed(schema, padded(bytes, schema.getFixedSize()))
          : ByteBuffer.wrap(bytes);
    } catch (NumberFormatException _) {
      throw new Unfit("must be a number");
    }
  }

  private static byte[] padded(byte[] bytes, int size) throws Unfit {
    if (bytes.length > size) {
      throw new Unfit("must fit into %d bytes".formatted(size));
    }
    byte[] padded = new byte[size];
    Arrays.fill(padded, 0, size - bytes.length, (byte) (bytes[0] < 0 ? -1 : 0));
    System.arraycopy(bytes, 0, padded, size - bytes.length, bytes.length);
    return padded;
  }

  private Object list(Schema schema, Object value) throws Unfit {
    if (!(value instanceof List<?> items)) {
      throw new Unfit("must be a list");
    }
    List<@Nullable Object> converted = new ArrayList<>(items.size());
    for (Object item : items) {
      converted.add(convert(schema.getElementType(), item));
    }
    return converted;
  }

  private Object map(Schema schema, Object value) throws Unfit {
    if (!(value instanceof Map<?, ?> fields)) {
      throw new Unfit("must be a map");
    }
    Map<String, @Nullable Object> converted = new LinkedHashMap<>();
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      converted.put(
          String.valueOf(field.getKey()), convert(schema.getValueType(), field.getValue()));
    }
    return converted;
  }

  private Object record(Schema schema, Object value) throws Unfit {
    if (!(value instanceof Map<?, ?> fields)) {
      throw new Unfit("must be a map");
    }
    GenericData.Record record = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), convert(field.schema(), RecordConversion.value(field, fields)));
    }
    return record;
  }
}
