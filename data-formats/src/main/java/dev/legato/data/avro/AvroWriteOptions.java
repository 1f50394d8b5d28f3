package dev.legato.data.avro;

import dev.legato.data.BadRows;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How values are made to fit a schema.
 *
 * @param trueWords texts that are true, in lower case
 * @param falseWords texts that are false, in lower case
 * @param nullWords texts that are null, in lower case
 * @param decimalSeparator in texts that are numbers
 * @param strict whether a row must not have fields that the schema does not have
 * @param zone for dates with times that have no offset
 * @param badCells what happens with a value that does not fit: instead of leaving out the row, null
 *     is put in its place
 */
public record AvroWriteOptions(
    Set<String> trueWords,
    Set<String> falseWords,
    Set<String> nullWords,
    DateTimeFormatter date,
    DateTimeFormatter time,
    DateTimeFormatter dateTime,
    char decimalSeparator,
    boolean strict,
    ZoneId zone,
    BadRows badCells) {
  public static final List<String> TRUE = List.of("t", "true", "enabled", "1", "on", "yes");
  public static final List<String> FALSE = List.of("f", "false", "disabled", "0", "off", "no", "");
  public static final List<String> NULL =
      List.of(
          "",
          "#N/A",
          "#N/A N/A",
          "#NA",
          "-1.#IND",
          "-1.#QNAN",
          "-NaN",
          "1.#IND",
          "1.#QNAN",
          "NA",
          "n/a",
          "nan",
          "null");
  public static final String DATE = "yyyy-MM-dd[XXX]";
  public static final String TIME = "HH:mm[:ss][.SSSSSS][XXX]";
  public static final String DATE_TIME = "yyyy-MM-dd'T'HH:mm[:ss][.SSSSSS][XXX]";

  public static final AvroWriteOptions DEFAULTS =
      new AvroWriteOptions(
          words(TRUE),
          words(FALSE),
          words(NULL),
          DateTimeFormatter.ofPattern(DATE),
          DateTimeFormatter.ofPattern(TIME),
          DateTimeFormatter.ofPattern(DATE_TIME),
          '.',
          false,
          ZoneOffset.UTC,
          BadRows.FAIL);

  /** Words as the options want them. */
  public static Set<String> words(List<String> written) {
    return written.stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
