package dev.legato.server.command;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.legato.language.complaint.Complaint;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Flows as files. */
final class FlowFiles {
  private static final long MAX_BYTES = 16 << 20;

  private static final int CONTEXT_LINES = 3;

  private FlowFiles() {}

  static boolean isFlow(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  static String read(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new CommandFailure(
            ExitCode.INVALID,
            "The file %s is larger than %d MiB.".formatted(file, MAX_BYTES >> 20));
      }
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new CommandFailure(ExitCode.INVALID, "There is no file %s.".formatted(file));
    } catch (CharacterCodingException e) {
      throw new CommandFailure(ExitCode.INVALID, "The file %s is not UTF-8.".formatted(file));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.INVALID, "The file %s cannot be read: %s".formatted(file, e.getMessage()));
    }
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FAILED, "The file %s cannot be written: %s".formatted(file, e.getMessage()));
    }
  }

  /** The lines of a unified diff. */
  static List<String> diff(Path file, String before, String after) {
    List<String> lines = before.lines().toList();
    var patch = DiffUtils.diff(lines, after.lines().toList());
    return UnifiedDiffUtils.generateUnifiedDiff(
        file.toString(), file.toString(), lines, patch, CONTEXT_LINES);
  }

  /** A line that editors and terminals turn into a link: {@code file:line:column: …}. */
  static String describe(Path file, Complaint complaint) {
    String path = complaint.path().isEmpty() ? "" : complaint.path() + ": ";
    return "%s:%d:%d: %s: %s%s"
        .formatted(
            file,
            complaint.line(),
            complaint.column(),
            complaint.severity().name().toLowerCase(Locale.ROOT),
            path,
            complaint.sentences());
  }
}
