package dev.legato.data.csv;

import dev.legato.data.text.TextRules;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;

/**
 * How CSV is written.
 *
 * @param header whether the keys of the first row make a first line
 * @param lineEnd LF, CR LF or CR
 */
public record CsvWriteOptions(
    boolean header,
    char separator,
    char quote,
    String lineEnd,
    Quotes quotes,
    Charset charset,
    TextRules text) {
  public static final CsvWriteOptions DEFAULTS =
      new CsvWriteOptions(
          true,
          ',',
          '"',
          "\n",
          Quotes.REQUIRED,
          StandardCharsets.UTF_8,
          TextRules.in(ZoneOffset.UTC));

  /** Which fields are put between quotes. */
  public enum Quotes {
    /** All. */
    ALWAYS,
    /** Those that would be misread without. */
    REQUIRED,
    /** All but numbers. */
    NON_NUMERIC
  }
}
