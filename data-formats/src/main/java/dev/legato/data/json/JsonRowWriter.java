package dev.legato.data.json;

import dev.legato.data.RowException;
import dev.legato.data.RowWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Writes JSON lines, or one JSON document. */
public final class JsonRowWriter implements RowWriter {
  private final Writer out;
  private final JsonGenerator generator;
  private final JsonValues values;
  private final boolean lines;
  private @Nullable Object first;
  private long rows;

  private JsonRowWriter(Writer out, JsonWriteOptions options) {
    this.out = out;
    this.lines = options.lines();
    this.generator =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .rootValueSeparator("\n")
            .build()
            .createGenerator(ObjectWriteContext.empty(), out);
    this.values = new JsonValues(generator, options);
  }

  /** Writes to a stream, which is closed with the writer. */
  public static JsonRowWriter open(OutputStream out, JsonWriteOptions options) {
    return new JsonRowWriter(
        new BufferedWriter(new OutputStreamWriter(out, options.charset()), 64 << 10), options);
  }

  @Override
  public void write(@Nullable Object row) throws IOException {
    rows++;
    if (lines) {
      put(row);
    } else if (rows == 1) {
      first = row; // it is an array's first element only if there is another
    } else {
      if (rows == 2) {
        generator.writeStartArray();
        put(first);
        first = null;
      }
      put(row);
    }
  }

  private void put(@Nullable Object row) throws IOException {
    try {
      values.write(row);
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      throw RowException.at(rows, "cannot be JSON: " + e.getOriginalMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    try (out) {
      if (!lines && rows < 2) {
        put(first);
      } else if (!lines) {
        generator.writeEndArray();
      }
      generator.close();
      if (lines && rows > 0) {
        out.write('\n');
      }
    } catch (JacksonIOException e) {
      throw e.getCause();
    }
  }
}
