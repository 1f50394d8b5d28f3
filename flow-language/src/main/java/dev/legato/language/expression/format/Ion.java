package dev.legato.language.expression.format;

import com.amazon.ion.IonException;
import com.amazon.ion.IonReader;
import com.amazon.ion.IonType;
import com.amazon.ion.IonWriter;
import com.amazon.ion.system.IonReaderBuilder;
import com.amazon.ion.system.IonTextWriterBuilder;
import dev.legato.language.expression.runtime.Budget;
import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.Texts;
import dev.legato.language.expression.runtime.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ion text; timestamps become ISO text, symbols text, bytes Base64. */
public final class Ion {
  private Ion() {}

  /** Reads the first value, or all values as a list. */
  public static @Nullable Object parse(String text, boolean all, Call call) {
    call.budget().text(text.length());
    try (IonReader reader = IonReaderBuilder.standard().build(text)) {
      List<@Nullable Object> rows = new ArrayList<>();
      while (reader.next() != null) {
        rows.add(read(reader, call.budget(), 0));
        if (!all) {
          return rows.getFirst();
        }
      }
      return all ? rows : null;
    } catch (IonException | ArithmeticException | NumberFormatException e) {
      throw call.fail("got text that is not valid Ion");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Object read(IonReader reader, Budget budget, int depth) {
    Values.checkDepth(depth);
    budget.step();
    if (reader.isNullValue()) {
      return null;
    }
    return switch (reader.getType()) {
      case NULL -> null;
      case BOOL -> reader.booleanValue();
      case INT -> integer(reader.bigIntegerValue());
      case FLOAT -> reader.doubleValue();
      case DECIMAL -> decimal(reader.bigDecimalValue());
      case TIMESTAMP -> reader.timestampValue().toString();
      case SYMBOL, STRING -> reader.stringValue();
      case CLOB, BLOB -> Base64.getEncoder().encodeToString(reader.newBytes());
      case LIST, SEXP, DATAGRAM -> list(reader, budget, depth);
      case STRUCT -> struct(reader, budget, depth);
    };
  }

  private static Number integer(BigInteger value) {
    return value.bitLength() < Long.SIZE ? (Number) value.longValue() : Values.checked(value);
  }

  private static Number decimal(BigDecimal value) {
    return Values.checked(value);
  }

  private static List<@Nullable Object> list(IonReader reader, Budget budget, int depth) {
    List<@Nullable Object> items = new ArrayList<>();
    reader.stepIn();
    while (reader.next() != null) {
      items.add(read(reader, budget, depth + 1));
    }
    reader.stepOut();
    return items;
  }

  private static Map<String, @Nullable Object> struct(IonReader reader, Budget budget, int depth) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    reader.stepIn();
    for (IonType type = reader.next(); type != null; type = reader.next()) {
      String name = reader.getFieldName();
      fields.put(name, read(reader, budget, depth + 1));
    }
    reader.stepOut();
    return fields;
  }

  /** Compact Ion text. */
  public static String write(@Nullable Object value, Budget budget) {
    StringBuilder text = new StringBuilder();
    try (IonWriter writer = IonTextWriterBuilder.standard().build(text)) {
      write(value, writer, budget, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    budget.text(text.length());
    return text.toString();
  }

  private static void write(@Nullable Object value, IonWriter writer, Budget budget, int depth)
      throws IOException {
    Values.checkDepth(depth);
    budget.step();
    switch (value) {
      case null -> writer.writeNull();
      case Boolean flag -> writer.writeBool(flag);
      case Double fraction -> writer.writeFloat(fraction);
      case BigDecimal decimal -> writer.writeDecimal((BigDecimal) Values.checked(decimal));
      case BigInteger whole -> writer.writeInt((BigInteger) Values.checked(whole));
      case Number whole -> writer.writeInt(whole.longValue());
      case List<?> list -> {
        writer.stepIn(IonType.LIST);
        for (Object item : list) {
          write(item, writer, budget, depth + 1);
        }
        writer.stepOut();
      }
      case Map<?, ?> map -> {
        writer.stepIn(IonType.STRUCT);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          writer.setFieldName(Texts.key(entry.getKey(), budget));
          write(entry.getValue(), writer, budget, depth + 1);
        }
        writer.stepOut();
      }
      default -> {
        String text = value.toString();
        budget.text(text.length());
        writer.writeString(text);
      }
    }
  }
}
