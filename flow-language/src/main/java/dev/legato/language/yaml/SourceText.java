package dev.legato.language.yaml;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Complaints;
import dev.legato.language.complaint.Mark;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Checks a text before the scanner sees it. */
final class SourceText {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final YamlLimits limits;
  private final Complaints complaints;

  SourceText(YamlLimits limits, Complaints complaints) {
    this.limits = limits;
    this.complaints = complaints;
  }

  /** The text of strict UTF-8; empty after a complaint. */
  Optional<String> decode(byte[] bytes) {
    if (bytes.length > limits.bytes()) {
      complainOfSize();
      return Optional.empty();
    }
    CharBuffer chars = CharBuffer.allocate(bytes.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .decode(ByteBuffer.wrap(bytes), chars, true);
    String decoded = chars.flip().toString();
    if (result.isError()) {
      complain(decoded, decoded.length(), "The text is not UTF-8 here.", "Save it as UTF-8.");
      return Optional.empty();
    }
    return Optional.of(decoded);
  }

  /** The text without its byte order mark; empty after a complaint. */
  Optional<String> check(String source) {
    if (source.length() > limits.bytes()) {
      complainOfSize();
      return Optional.empty();
    }
    String text =
        !source.isEmpty() && source.charAt(0) == BYTE_ORDER_MARK ? source.substring(1) : source;
    return isReadable(text) ? Optional.of(text) : Optional.empty();
  }

  private boolean isReadable(String text) {
    int bytes = 0;
    int lineLength = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      if (!isAllowed(character)) {
        complain(
            text,
            i,
            "The character U+%04X is not allowed here.".formatted(character),
            "Remove it, or write it as an escape in double quotes.");
        return false;
      }
      lineLength = character == '\n' || character == '\r' ? 0 : lineLength + 1;
      if (lineLength > limits.lineLength()) {
        String message = "The line has more than %d characters.".formatted(limits.lineLength());
        complainOfLimit(text, i, message, "Break it into several lines.");
        return false;
      }
      bytes += bytesOf(character);
      i += Character.charCount(character);
    }
    if (bytes > limits.bytes()) {
      complainOfSize();
      return false;
    }
    return true;
  }

  /** What YAML calls printable. A surrogate only shows up as a code point when it is alone. */
  private static boolean isAllowed(int character) {
    if (character < 0x20) {
      return character == '\n' || character == '\r' || character == '\t';
    }
    return character < 0x7F
        || character == 0x85
        || (character >= 0xA0 && character <= 0xD7FF)
        || (character >= 0xE000 && character <= 0xFFFD)
        || character >= 0x10000;
  }

  private static int bytesOf(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < 0x10000 ? 3 : 4;
  }

  private void complainOfSize() {
    complaints.error(
        ComplaintCode.YAML_LIMIT,
        Mark.START,
        "",
        "The document has more than %d bytes.".formatted(limits.bytes()),
        "Split it, or move large texts into files.");
  }

  private void complainOfLimit(String text, int index, String message, String hint) {
    complaints.error(ComplaintCode.YAML_LIMIT, markAt(text, index), "", message, hint);
  }

  private void complain(String text, int index, String message, String hint) {
    complaints.error(ComplaintCode.UNREADABLE_TEXT, markAt(text, index), "", message, hint);
  }

  private static Mark markAt(String text, int index) {
    String before = text.substring(0, index).replace("\r\n", "\n").replace('\r', '\n');
    int lineStart = before.lastIndexOf('\n') + 1;
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    return new Mark(line, 1 + before.codePointCount(lineStart, before.length()));
  }
}
