package dev.legato.storage.namespace;

import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.MissingFileException;
import dev.legato.storage.file.SafePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks for a text in files, in whatever case. Bounded in what it reads and in what it gives. */
final class LineSearch {
  /** Larger files are data, and not read. */
  private static final int MAX_FILE = 1 << 20;

  private static final long MAX_READ = 64L << 20;
  private static final int SHOWN = 200;
  private static final int BEFORE = 60;

  private final FileStore store;
  private final String wanted;
  private final int limit;
  private final List<FoundLines.Line> found = new ArrayList<>();
  private long read;

  LineSearch(FileStore store, String text, int limit) {
    this.store = store;
    this.wanted = text.toLowerCase(Locale.ROOT);
    this.limit = limit;
  }

  /**
   * Searches.
   *
   * @param top as seen from which files are named
   */
  FoundLines in(List<FileEntry> files, SafePath top) {
    for (FileEntry file : files) {
      if (found.size() >= limit || read >= MAX_READ) {
        return new FoundLines(List.copyOf(found), true);
      }
      if (file.size() <= MAX_FILE) {
        look(file.path(), top);
      }
    }
    return new FoundLines(List.copyOf(found), false);
  }

  private void look(SafePath file, SafePath top) {
    String text = text(file);
    read += text.length();
    if (text.indexOf('\0') >= 0) {
      return; // a binary file
    }
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      // one character may become several in small letters: such a line is shown from its start
      int at = line.toLowerCase(Locale.ROOT).indexOf(wanted);
      if (at >= 0) {
        found.add(new FoundLines.Line(file.relativeTo(top), number, part(line, at)));
        if (found.size() >= limit) {
          return;
        }
      }
    }
  }

  private String text(SafePath file) {
    try (InputStream content = store.open(file)) {
      return new String(content.readNBytes(MAX_FILE), StandardCharsets.UTF_8);
    } catch (MissingFileException _) {
      return ""; // deleted meanwhile
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String part(String line, int at) {
    if (line.length() <= SHOWN) {
      return line;
    }
    int from = Math.clamp(at - (long) BEFORE, 0, line.length() - SHOWN);
    return line.substring(from, from + SHOWN);
  }
}
