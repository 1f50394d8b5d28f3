package dev.legato.rest.export;

import dev.legato.rest.http.Answer;
import dev.legato.rest.http.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Tables as comma-separated values (RFC 4180) that spreadsheets show and do not run. */
public final class Csv {
  /** A cell that begins with one of these is a formula to a spreadsheet. */
  private static final String FORMULA = "=+-@\t\r";

  private Csv() {}

  /** A table as a file to keep. */
  public static Answer answer(String fileName, List<String> header, List<List<String>> rows) {
    return new Answer.Produced(
        MediaType.CSV,
        fileName,
        out -> {
          write(out, header);
          for (List<String> row : rows) {
            write(out, row);
          }
        });
  }

  private static void write(OutputStream out, List<String> cells) throws IOException {
    String line = cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    out.write(line.getBytes(StandardCharsets.UTF_8));
  }

  static String cell(String text) {
    boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
