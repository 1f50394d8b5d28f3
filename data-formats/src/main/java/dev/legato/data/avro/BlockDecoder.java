package dev.legato.data.avro;

import dev.legato.data.RowBudget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Decodes the values of a block; nothing that a block says of itself leads out of it. */
final class BlockDecoder {
  private final RowBudget budget;
  private ByteBuffer bytes = ByteBuffer.allocate(0);

  BlockDecoder(RowBudget budget) {
    this.budget = budget;
  }

  void start(byte[] block) {
    bytes = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
  }

  boolean isAtEnd() {
    return !bytes.hasRemaining();
  }

  @Nullable Object read(Schema schema, int depth) throws IOException {
    budget.value(depth);
    Object raw =
        switch (schema.getType()) {
          case NULL -> null;
          case BOOLEAN -> take(1)[0] != 0;
          case INT -> (int) number();
          case LONG -> number();
          case FLOAT -> (double) Float.intBitsToFloat(here(Float.BYTES).getInt());
          case DOUBLE -> here(Double.BYTES).getDouble();
          case BYTES -> take(number());
          case FIXED -> take(schema.getFixedSize());
          case STRING -> text();
          case ENUM -> element(schema.getEnumSymbols());
          case UNION -> read(element(schema.getTypes()), depth);
          case ARRAY -> list(schema.getElementType(), depth);
          case MAP -> map(schema.getValueType(), depth);
          case RECORD -> record(schema, depth);
        };
    return raw == null || schema.isUnion() ? raw : LogicalValues.of(schema, raw);
  }

  private Map<String, @Nullable Object> record(Schema schema, int depth) throws IOException {
    List<Schema.Field> fields = schema.getFields();
    Map<String, @Nullable Object> values = LinkedHashMap.newLinkedHashMap(fields.size());
    for (Schema.Field field : fields) {
      values.put(field.name(), read(field.schema(), depth + 1));
    }
    return values;
  }

  private List<@Nullable Object> list(Schema element, int depth) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    for (long count = blockCount(); count != 0; count = blockCount()) {
      for (long i = 0; i < count; i++) {
        items.add(read(element, depth + 1));
      }
    }
    return items;
  }

  private Map<String, @Nullable Object> map(Schema value, int depth) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (long count = blockCount(); count != 0; count = blockCount()) {
      for (long i = 0; i < count; i++) {
        String name = text();
        fields.put(name, read(value, depth + 1));
      }
    }
    return fields;
  }

  /** How many elements follow; a negative number is followed by their size in bytes. */
  private long blockCount() throws IOException {
    long count = number();
    if (count < 0) {
      number();
      return count == Long.MIN_VALUE ? Long.MAX_VALUE : -count;
    }
    return count;
  }

  private <T> T element(List<T> list) throws IOException {
    long index = number();
    if (index < 0 || index >= list.size()) {
      throw damaged();
    }
    return list.get((int) index);
  }

  private String text() throws IOException {
    return new String(take(number()), StandardCharsets.UTF_8);
  }

  private byte[] take(long count) throws IOException {
    if (count < 0 || count > bytes.remaining()) {
      throw damaged();
    }
    int from = bytes.arrayOffset() + bytes.position();
    bytes.position(bytes.position() + (int) count);
    return Arrays.copyOfRange(bytes.array(), from, from + (int) count);
  }

  private ByteBuffer here(int count) throws IOException {
    if (count > bytes.remaining()) {
      throw damaged();
    }
    return bytes;
  }

  /** A number of 64 bits, seven in a byte, the sign in the lowest. */
  private long number() throws IOException {
    long encoded = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (!bytes.hasRemaining()) {
        throw damaged();
      }
      byte b = bytes.get();
      encoded |= (long) (b & 0x7f) << shift;
      if (b >= 0) {
        return (encoded >>> 1) ^ -(encoded & 1);
      }
    }
    throw damaged();
  }

  private IOException damaged() {
    return budget.fail("is no valid Avro: the file is damaged there.");
  }
}
