package dev.legato.data.json;

import dev.legato.data.RowBudget;
import dev.legato.data.RowInput;
import dev.legato.data.RowLimits;
import dev.legato.data.RowReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON values. Whole numbers become Integer, Long or BigInteger, others Double. */
public final class JsonRowReader implements RowReader {
  private final RowBudget budget;
  private final RowInput in;
  private final JsonParser parser;
  private final boolean explode;
  private boolean inArray;
  private @Nullable Object row;

  private JsonRowReader(InputStream source, Charset charset, boolean explode, RowLimits limits)
      throws IOException {
    this.budget = new RowBudget(limits);
    this.in = new RowInput(source, budget);
    this.explode = explode;
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(limits.depth() + 1)
            .maxStringLength(limits.rowBytes())
            .maxNumberLength(10_000)
            .build();
    JsonFactory factory = JsonFactory.builder().streamReadConstraints(constraints).build();
    this.parser =
        charset.equals(StandardCharsets.UTF_8)
            ? factory.createParser(ObjectReadContext.empty(), in)
            : factory.createParser(ObjectReadContext.empty(), new InputStreamReader(in, charset));
  }

  /** Reads values that follow each other, such as JSON lines: each is a row. */
  public static JsonRowReader lines(InputStream in, Charset charset) throws IOException {
    return new JsonRowReader(in, charset, false, RowLimits.DEFAULTS);
  }

  /** Reads a document: the elements of an array are the rows, any other value is one itself. */
  public static JsonRowReader document(InputStream in, Charset charset) throws IOException {
    return new JsonRowReader(in, charset, true, RowLimits.DEFAULTS);
  }

  @Override
  public boolean next() throws IOException {
    in.startRow();
    try {
      JsonToken token = parser.nextToken();
      while (true) {
        if (token == null) {
          row = null;
          return false;
        }
        if (explode && !inArray && token == JsonToken.START_ARRAY) {
          inArray = true;
        } else if (inArray && token == JsonToken.END_ARRAY) {
          inArray = false;
        } else {
          row = read(token, 0);
          return true;
        }
        token = parser.nextToken();
      }
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  private IOException malformed(JacksonException e) {
    TokenStreamLocation place = e.getLocation();
    String where =
        place == null
            ? ""
            : " (line %d, column %d)".formatted(place.getLineNr(), place.getColumnNr());
    return budget.fail(e, "is no valid JSON%s: %s".formatted(where, e.getOriginalMessage()));
  }

  private @Nullable Object read(JsonToken token, int depth) throws IOException {
    budget.value(depth);
    return switch (token) {
      case START_OBJECT -> object(depth);
      case START_ARRAY -> array(depth);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("Expected a value, but got " + token);
    };
  }

  private List<@Nullable Object> array(int depth) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      items.add(read(present(t), depth + 1));
    }
    return items;
  }

  private Map<String, @Nullable Object> object(int depth) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    while (present(parser.nextToken()) != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      fields.put(name, read(present(parser.nextToken()), depth + 1));
    }
    return fields;
  }

  private JsonToken present(@Nullable JsonToken token) throws IOException {
    if (token == null) {
      throw budget.fail("is no valid JSON: it ends too early.");
    }
    return token;
  }

  /** Whether the current row is an element of an array that was taken apart. */
  public boolean isInArray() {
    return inArray;
  }

  @Override
  public @Nullable Object row() {
    return row;
  }

  @Override
  public void close() throws IOException {
    try (in) {
      parser.close();
    } catch (JacksonException e) {
      throw new IOException(e.getOriginalMessage(), e);
    }
  }
}
