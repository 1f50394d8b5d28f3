package dev.legato.data.excel;

import dev.legato.data.RowException;
import dev.legato.data.RowWriter;
import dev.legato.data.text.TextRules;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Writes an Excel workbook, one sheet after the other, a row at a time. */
public final class WorkbookWriter implements Closeable {
  private static final int ROWS_HELD = 500;
  private static final String FORMULA = "Formula:";

  private final Workbook workbook;
  private final TextRules rules;
  private final boolean header;
  private final boolean styles;
  private final String dateFormat;
  private final String dateTimeFormat;

  /**
   * How a workbook is written.
   *
   * @param header whether the keys of a sheet's first row make a row
   * @param styles whether dates are shown as such
   * @param dateFormat a pattern of Java
   * @param dateTimeFormat a pattern of Java
   */
  public record Options(
      TextRules rules, boolean header, boolean styles, String dateFormat, String dateTimeFormat) {}

  private WorkbookWriter(OutputStream out, Options options) {
    this.workbook = new Workbook(out, "Legato", null);
    this.rules = options.rules();
    this.header = options.header();
    this.styles = options.styles();
    this.dateFormat = excelPattern(options.dateFormat());
    this.dateTimeFormat = excelPattern(options.dateTimeFormat());
  }

  /** Writes to a stream, which stays open. */
  public static WorkbookWriter open(OutputStream out, Options options) {
    return new WorkbookWriter(out, options);
  }

  /** Excel knows neither quotes of this kind, nor optional parts, nor offsets. */
  private static String excelPattern(String pattern) {
    return pattern.replaceAll("\\[[^\\]]*\\]", "").replace("'", "").replace("SSS", "000");
  }

  /** Begins a sheet; the one before must be closed. */
  public RowWriter sheet(String title) throws RowException {
    try {
      return new Sheet(workbook.newWorksheet(title));
    } catch (IllegalArgumentException e) {
      throw RowException.of(
          "'%s' cannot be the title of a sheet: %s".formatted(title, e.getMessage()), e);
    }
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }

  private final class Sheet implements RowWriter {
    private final Worksheet sheet;
    private int line;
    private long rows;

    Sheet(Worksheet sheet) {
      this.sheet = sheet;
    }

    @Override
    public void write(@Nullable Object row) throws IOException {
      rows++;
      switch (row) {
        case Map<?, ?> map -> {
          if (rows == 1 && header) {
            cells(map.keySet());
          }
          cells(map.values());
        }
        case List<?> _ when header ->
            throw RowException.at(
                rows, "is a list, which has no names for a header; give 'header: false'.", null);
        case List<?> list -> cells(list);
        case null, default ->
            throw RowException.at(rows, "is neither a map nor a list, so it has no columns.", null);
      }
    }

    private void cells(Collection<?> values) throws IOException {
      if (line == Worksheet.MAX_ROWS) {
        throw RowException.at(rows, "is one too many: Excel has %,d rows.".formatted(line), null);
      }
      int column = 0;
      for (Object value : values) {
        if (column == Worksheet.MAX_COLS) {
          throw RowException.at(rows, "has more than %,d columns.".formatted(column), null);
        }
        cell(column++, value);
      }
      line++;
      if (line % ROWS_HELD == 0) {
        sheet.flush();
      }
    }

    private void cell(int column, @Nullable Object value) {
      switch (value) {
        case null -> text(column, "null");
        case Boolean truth -> sheet.value(line, column, truth);
        case BigInteger number -> text(column, number.toString());
        case Double number when !Double.isFinite(number) -> text(column, number.toString());
        case Number number -> sheet.value(line, column, number);
        case LocalDate date -> {
          sheet.value(line, column, date);
          style(column, dateFormat);
        }
        case LocalDateTime moment -> {
          sheet.value(line, column, moment);
          style(column, dateTimeFormat);
        }
        case Instant instant -> {
          sheet.value(line, column, instant.atZone(rules.zone()).toLocalDateTime());
          style(column, dateTimeFormat);
        }
        case String text when text.startsWith(FORMULA) ->
            sheet.formula(line, column, text.substring(FORMULA.length()).strip());
        default -> text(column, rules.text(value));
      }
    }

    /** Texts are written where they are: a table of all of them would have to be held. */
    private void text(int column, String text) {
      sheet.inlineString(line, column, text);
    }

    private void style(int column, String format) {
      if (styles) {
        sheet.style(line, column).format(format).set();
      }
    }

    @Override
    public void close() throws IOException {
      sheet.close();
    }
  }
}
