package dev.legato.data.ion;

import com.amazon.ion.IonBufferConfiguration;
import com.amazon.ion.IonException;
import com.amazon.ion.IonReader;
import com.amazon.ion.IonType;
import com.amazon.ion.Timestamp;
import com.amazon.ion.system.IonReaderBuilder;
import dev.legato.data.RowBudget;
import dev.legato.data.RowInput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads any Ion through the library. */
final class IonCursor implements Closeable {
  private final RowBudget budget;
  private final RowInput in;
  private final IonReader reader;
  private boolean inFirstRow = true;
  private @Nullable Object row;

  /**
   * @param budget of which the first row has been started
   */
  IonCursor(InputStream in, RowBudget budget) {
    this.budget = budget;
    this.in = new RowInput(in, budget);
    this.reader = builder(budget.limits().rowBytes()).build(this.in);
  }

  /** A reader that does not make room for as much as a value claims to have. */
  private static IonReaderBuilder builder(int mostBytes) {
    return IonReaderBuilder.standard()
        .withBufferConfiguration(
            IonBufferConfiguration.Builder.standard()
                .withMaximumBufferSize(mostBytes)
                .onOversizedValue(IonCursor::oversized)
                .onOversizedSymbolTable(IonCursor::oversized)
                .build());
  }

  private static void oversized() {
    throw new IonException("a value is too large");
  }

  boolean next() throws IOException {
    if (!inFirstRow) {
      in.startRow();
    }
    inFirstRow = false;
    try {
      if (reader.next() == null) {
        return false;
      }
      row = read(0);
      return true;
    } catch (IonException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw budget.fail(e, "is no valid Ion: " + String.valueOf(e.getMessage()).strip());
    } catch (RuntimeException e) { // the library's checks end in all kinds of them
      throw budget.fail(e, "is no valid Ion.");
    }
  }

  @Nullable Object row() {
    return row;
  }

  private @Nullable Object read(int depth) throws IOException {
    budget.value(depth);
    if (reader.isNullValue()) {
      return null;
    }
    return switch (reader.getType()) {
      case NULL -> null;
      case BOOL -> reader.booleanValue();
      case INT -> integer();
      case FLOAT -> reader.doubleValue();
      case DECIMAL -> decimal(reader.bigDecimalValue());
      case TIMESTAMP -> timestamp(reader.timestampValue());
      case SYMBOL -> reader.stringValue();
      case STRING -> text();
      case CLOB, BLOB -> reader.newBytes();
      case LIST, SEXP, DATAGRAM -> list(depth);
      case STRUCT -> struct(depth);
    };
  }

  private Number integer() throws IOException {
    return switch (reader.getIntegerSize()) {
      case INT -> (Number) reader.intValue();
      case LONG -> (Number) reader.longValue();
      case BIG_INTEGER -> {
        BigInteger value = reader.bigIntegerValue();
        budget.digits(value.bitLength() / 3L);
        yield value;
      }
    };
  }

  private BigDecimal decimal(BigDecimal value) throws IOException {
    budget.digits(value.scale());
    budget.digits(value.unscaledValue().bitLength() / 3L);
    return value;
  }

  private Object timestamp(Timestamp value) throws IOException {
    return value.getPrecision().compareTo(Timestamp.Precision.DAY) <= 0
        ? LocalDate.of(value.getYear(), value.getMonth(), value.getDay())
        : Moments.of(value, budget);
  }

  private Object text() throws IOException {
    String[] annotations = reader.getTypeAnnotations();
    String text = reader.stringValue();
    return annotations.length == 1 ? Moments.annotated(annotations[0], text, budget) : text;
  }

  private List<@Nullable Object> list(int depth) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    reader.stepIn();
    while (reader.next() != null) {
      items.add(read(depth + 1));
    }
    reader.stepOut();
    return items;
  }

  private Map<String, @Nullable Object> struct(int depth) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    reader.stepIn();
    for (IonType type = reader.next(); type != null; type = reader.next()) {
      String name = reader.getFieldName();
      fields.put(name, read(depth + 1));
    }
    reader.stepOut();
    return fields;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
