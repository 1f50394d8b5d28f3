package dev.legato.data.avro;

import dev.legato.data.RowException;
import dev.legato.data.RowWriter;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Writes an Avro container file. */
public final class AvroRowWriter implements RowWriter {
  private final RecordConversion conversion;
  private final DataFileWriter<GenericRecord> file;
  private long rows;

  private AvroRowWriter(RecordConversion conversion, DataFileWriter<GenericRecord> file) {
    this.conversion = conversion;
    this.file = file;
  }

  /** Writes to a stream, which is closed with the writer. */
  public static AvroRowWriter open(OutputStream out, Schema schema, AvroWriteOptions options)
      throws IOException {
    RecordConversion conversion = new RecordConversion(schema, options);
    DataFileWriter<GenericRecord> file = new DataFileWriter<>(new GenericDatumWriter<>(schema));
    file.setCodec(CodecFactory.deflateCodec(CodecFactory.DEFAULT_DEFLATE_LEVEL));
    return new AvroRowWriter(conversion, file.create(schema, out));
  }

  /**
   * The schema of a text.
   *
   * @throws RowException when it is none
   */
  public static Schema schema(String json) throws RowException {
    try {
      return new Schema.Parser().parse(json);
    } catch (AvroRuntimeException e) {
      throw RowException.of("The schema is no valid Avro schema: " + e.getMessage(), e);
    }
  }

  @Override
  public void write(@Nullable Object row) throws IOException {
    rows++;
    GenericRecord converted = conversion.convert(row);
    try {
      file.append(converted);
    } catch (AvroRuntimeException e) {
      throw RowException.at(rows, "does not fit the schema: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
