package dev.legato.data.avro;

import dev.legato.data.RowException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes a schema from rows. Every value may be null; numbers of several kinds become the widest;
 * values of several types become a union. Rows that are lists become records with one field, {@code
 * value}.
 */
public final class SchemaInference {
  static final String NAMESPACE = "io.kestra.plugin.serdes.avro";
  static final String ROOT = "root";
  static final String VALUE = "value";

  /** Where a field keeps the name of its column when that is no name in Avro. */
  static final String COLUMN = "column";

  private final Shape root = new Shape();
  private final @Nullable AvroWriteOptions words;
  private long rows;

  private SchemaInference(@Nullable AvroWriteOptions words) {
    this.words = words;
  }

  /** Texts are texts. */
  public static SchemaInference ofTypes() {
    return new SchemaInference(null);
  }

  /** Texts that stand for true, false and null count as such. */
  public static SchemaInference ofWords(AvroWriteOptions words) {
    return new SchemaInference(words);
  }

  /** Takes a row into account. */
  public void add(@Nullable Object row) throws RowException {
    rows++;
    switch (row) {
      case Map<?, ?> map -> root.add(map, words);
      case List<?> list -> root.add(Map.of(VALUE, list), words);
      case null, default ->
          throw RowException.at(rows, "is neither a map nor a list, so it has no columns.", null);
    }
  }

  /** The schema for all rows so far. */
  public Schema schema() {
    Map<String, Shape> fields = root.fields();
    return record(ROOT, fields == null ? Map.of() : fields);
  }

  private static Schema record(String name, Map<String, Shape> shapes) {
    Set<String> taken = new HashSet<>();
    List<Schema.Field> fields = new ArrayList<>();
    shapes.forEach(
        (column, shape) -> {
          String fieldName = unique(column, taken);
          Schema.Field field =
              new Schema.Field(
                  fieldName,
                  nullable(name + "_" + fieldName, shape),
                  null,
                  Schema.Field.NULL_DEFAULT_VALUE);
          if (!fieldName.equals(column)) {
            field.addProp(COLUMN, column);
          }
          fields.add(field);
        });
    return Schema.createRecord(name, null, NAMESPACE, false, fields);
  }

  private static String unique(String column, Set<String> taken) {
    String clean = column.replaceAll("[^a-zA-Z0-9_]", "_");
    String start = clean.isEmpty() || Character.isDigit(clean.charAt(0)) ? "_" + clean : clean;
    String name = start;
    for (int i = 2; !taken.add(name); i++) {
      name = start + "_" + i;
    }
    return name;
  }

  private static Schema nullable(String name, Shape shape) {
    List<Schema> types = new ArrayList<>();
    types.add(Schema.create(Schema.Type.NULL));
    shape.kinds().forEach(kind -> types.add(scalar(kind)));
    Shape element = shape.element();
    if (element != null) {
      types.add(Schema.createArray(element(name, element)));
    }
    Map<String, Shape> fields = shape.fields();
    if (fields != null) {
      types.add(record(name, fields));
    }
    return types.size() == 1 ? types.getFirst() : Schema.createUnion(types);
  }

  private static Schema element(String name, Shape shape) {
    Schema schema = nullable(name + "_item", shape);
    return schema.isUnion()
        ? schema
        : Schema.createUnion(
            Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING)); // nothing is known
  }

  private static Schema scalar(Shape.Kind kind) {
    return switch (kind) {
      case BOOLEAN -> Schema.create(Schema.Type.BOOLEAN);
      case INT -> Schema.create(Schema.Type.INT);
      case LONG -> Schema.create(Schema.Type.LONG);
      case FLOAT -> Schema.create(Schema.Type.FLOAT);
      case DOUBLE -> Schema.create(Schema.Type.DOUBLE);
      case BYTES -> Schema.create(Schema.Type.BYTES);
      case DATE -> logical(LogicalTypes.date(), Schema.Type.INT);
      case TIME -> logical(LogicalTypes.timeMillis(), Schema.Type.INT);
      case TIMESTAMP -> logical(LogicalTypes.localTimestampMillis(), Schema.Type.LONG);
      case STRING -> Schema.create(Schema.Type.STRING);
    };
  }

  private static Schema logical(LogicalType logical, Schema.Type type) {
    return logical.addToSchema(Schema.create(type));
  }
}
