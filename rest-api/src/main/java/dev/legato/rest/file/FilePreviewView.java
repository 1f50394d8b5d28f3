package dev.legato.rest.file;

import dev.legato.data.preview.Preview;
import dev.legato.data.preview.Preview.Content;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a file.
 *
 * @param extension of the file's name
 * @param type what the content is
 * @param content rows for a list; text; pictures and documents as Base64
 * @param maxLine how many rows or lines were asked for
 * @param truncated whether there is more
 */
public record FilePreviewView(
    String extension, Type type, @Nullable Object content, int maxLine, boolean truncated) {

  /** What a content is. */
  public enum Type {
    LIST,
    TEXT,
    MARKDOWN,
    IMAGE,
    PDF
  }

  static FilePreviewView of(Preview preview, int rows) {
    Content content = preview.content();
    return switch (content) {
      case Preview.Rows table -> of(preview, Type.LIST, table.rows(), rows);
      case Preview.Text(String text) -> of(preview, Type.TEXT, text, rows);
      case Preview.Markdown(String text) -> of(preview, Type.MARKDOWN, text, rows);
      case Preview.Image(String base64) -> of(preview, Type.IMAGE, base64, rows);
      case Preview.Pdf(String base64) -> of(preview, Type.PDF, base64, rows);
    };
  }

  private static FilePreviewView of(Preview preview, Type type, Object content, int rows) {
    return new FilePreviewView(preview.extension(), type, content, rows, preview.truncated());
  }
}
