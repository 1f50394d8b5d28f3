package dev.legato.data.preview;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a file.
 *
 * @param extension of the file's name, in lower case and without a dot
 * @param truncated whether there is more
 */
public record Preview(String extension, Content content, boolean truncated) {

  /** What there is to show. */
  public sealed interface Content {}

  /**
   * Rows of a table.
   *
   * @param columns the names of all columns of these rows; empty where rows are no maps
   * @param rows JSON values
   */
  public record Rows(List<String> columns, List<@Nullable Object> rows) implements Content {}

  /** Text that is shown as it is. */
  public record Text(String text) implements Content {}

  /** Text in Markdown; whoever shows it must not let HTML in it have an effect. */
  public record Markdown(String text) implements Content {}

  /** A picture in a format of pixels. */
  public record Image(String base64) implements Content {}

  /** A PDF document. */
  public record Pdf(String base64) implements Content {}
}
