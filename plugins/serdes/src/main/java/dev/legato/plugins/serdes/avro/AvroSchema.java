package dev.legato.plugins.serdes.avro;

import dev.legato.data.RowException;
import dev.legato.data.avro.AvroRowWriter;
import dev.legato.plugin.component.FormedText;
import org.apache.avro.Schema;

/** An Avro schema, written as JSON. */
public record AvroSchema(String json) implements FormedText {
  public AvroSchema {
    try {
      AvroRowWriter.schema(json);
    } catch (RowException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** What the text says. */
  public Schema schema() throws RowException {
    return AvroRowWriter.schema(json);
  }
}
