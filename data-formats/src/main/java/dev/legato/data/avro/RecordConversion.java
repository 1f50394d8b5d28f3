package dev.legato.data.avro;

import dev.legato.data.RowException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Makes records of rows, by the names of their columns, else by their positions. */
public final class RecordConversion {
  private static final Pattern POSITION = Pattern.compile("col[0-9]+");
  private static final int MOST_SHOWN = 250;

  private final Schema schema;
  private final AvroWriteOptions options;
  private final CellConversion cells;
  private long rows;

  /**
   * @throws RowException when the schema is not one of records
   */
  public RecordConversion(Schema schema, AvroWriteOptions options) throws RowException {
    if (schema.getType() != Schema.Type.RECORD) {
      throw RowException.of(
          "The schema must be that of a record, but is of type %s."
              .formatted(schema.getType().getName()),
          null);
    }
    this.schema = schema;
    this.options = options;
    this.cells = new CellConversion(options);
  }

  /** The record for the next row. */
  public GenericRecord convert(@Nullable Object row) throws RowException {
    rows++;
    Map<?, ?> fields = fields(row);
    if (options.strict() && fields.size() > schema.getFields().size()) {
      throw RowException.at(
          rows,
          "has %d fields, but the schema has only %d."
              .formatted(fields.size(), schema.getFields().size()),
          null);
    }
    GenericData.Record record = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), cell(field, value(field, fields)));
    }
    return record;
  }

  private @Nullable Object cell(Schema.Field field, @Nullable Object value) throws RowException {
    try {
      return cells.convert(field.schema(), value);
    } catch (Unfit e) {
      String shown = String.valueOf(value);
      options
          .badCells()
          .accept(
              RowException.at(
                  rows,
                  field.name(),
                  "is '%s', but %s for the schema %s."
                      .formatted(
                          shown.substring(0, Math.min(shown.length(), MOST_SHOWN)),
                          e.getMessage(),
                          field.schema()),
                  e));
      return null;
    }
  }

  private Map<?, ?> fields(@Nullable Object row) throws RowException {
    return switch (row) {
      case List<?> list when holdsLists() -> Map.of(SchemaInference.VALUE, list);
      case List<?> list -> byPosition(list);
      case Map<?, ?> map when isPositional(map) -> byPosition(new ArrayList<>(map.values()));
      case Map<?, ?> map -> map;
      case null, default ->
          throw RowException.at(rows, "is neither a map nor a list, so it has no columns.", null);
    };
  }

  private boolean holdsLists() {
    return isOfLists(schema);
  }

  /** Whether the rows of a file were lists before they became records. */
  static boolean isOfLists(Schema schema) {
    return schema.getName().equals(SchemaInference.ROOT)
        && schema.getFields().size() == 1
        && schema.getFields().getFirst().name().equals(SchemaInference.VALUE)
        && schema.getFields().getFirst().schema().toString().contains("\"array\"");
  }

  private boolean isPositional(Map<?, ?> map) {
    if (map.isEmpty()) {
      return false;
    }
    Set<String> names = new HashSet<>();
    map.keySet().forEach(key -> names.add(String.valueOf(key)));
    return names.stream().allMatch(name -> POSITION.matcher(name).matches())
        && schema.getFields().stream().noneMatch(field -> names.contains(field.name()));
  }

  private Map<String, @Nullable Object> byPosition(List<?> values) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    List<Schema.Field> known = schema.getFields();
    for (int i = 0; i < values.size(); i++) {
      fields.put(i < known.size() ? known.get(i).name() : "further" + i, values.get(i));
    }
    return fields;
  }

  /** The value for a field: by its name, its column's name, or the first alias with a value. */
  static @Nullable Object value(Schema.Field field, Map<?, ?> fields) {
    Object value = fields.get(field.name());
    if (value == null && field.getObjectProp(SchemaInference.COLUMN) instanceof String column) {
      value = fields.get(column);
    }
    for (String alias : field.aliases()) {
      if (value == null) {
        value = fields.get(alias);
      }
    }
    return value;
  }
}
