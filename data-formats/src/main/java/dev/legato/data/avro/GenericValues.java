package dev.legato.data.avro;

import dev.legato.data.RowBudget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Makes rows of the library's records. */
public final class GenericValues {
  private final RowBudget budget;

  public GenericValues(RowBudget budget) {
    this.budget = budget;
  }

  /** The row of a record; a list where rows were lists. */
  public @Nullable Object row(GenericRecord record) throws IOException {
    Object row = value(record.getSchema(), record, 0);
    return RecordConversion.isOfLists(record.getSchema()) && row instanceof Map<?, ?> map
        ? map.values().iterator().next()
        : row;
  }

  private @Nullable Object value(Schema schema, @Nullable Object raw, int depth)
      throws IOException {
    budget.value(depth);
    if (raw == null) {
      return null;
    }
    if (schema.isUnion()) {
      return value(schema.getTypes().get(GenericData.get().resolveUnion(schema, raw)), raw, depth);
    }
    return switch (raw) {
      case IndexedRecord record -> record(record, depth);
      case Collection<?> items -> list(schema.getElementType(), items, depth);
      case Map<?, ?> map -> map(schema.getValueType(), map, depth);
      case GenericEnumSymbol<?> symbol -> symbol.toString();
      case GenericFixed fixed -> LogicalValues.of(schema, fixed.bytes().clone());
      case ByteBuffer buffer -> LogicalValues.of(schema, bytes(buffer));
      case CharSequence text -> text.toString();
      case Float number -> number.doubleValue();
      default -> LogicalValues.of(schema, raw);
    };
  }

  private static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private Map<String, @Nullable Object> record(IndexedRecord record, int depth) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Schema.Field field : record.getSchema().getFields()) {
      fields.put(field.name(), value(field.schema(), record.get(field.pos()), depth + 1));
    }
    return fields;
  }

  private List<@Nullable Object> list(Schema element, Collection<?> items, int depth)
      throws IOException {
    List<@Nullable Object> list = new ArrayList<>(items.size());
    for (Object item : items) {
      list.add(value(element, item, depth + 1));
    }
    return list;
  }

  private Map<String, @Nullable Object> map(Schema type, Map<?, ?> map, int depth)
      throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      fields.put(String.valueOf(entry.getKey()), value(type, entry.getValue(), depth + 1));
    }
    return fields;
  }
}
