package dev.legato.server.crash;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Where tasks write down that they run, whatever the server believes. A line is on the disk before
 * the task goes on. A kill can cut the line that is being written, so each stands between its own
 * line breaks and ends with a mark; what was cut has not happened.
 */
final class WitnessFile {
  private static final String WHOLE = " .";

  // not a FileChannel: that one closes for everybody when a task is interrupted
  private final FileOutputStream out;

  private WitnessFile(FileOutputStream out) {
    this.out = out;
  }

  /** Which side of a task's work. */
  enum Mark {
    START,
    END
  }

  /** What tells an attempt from all others; {@code taskRun} is the id that clients see. */
  record AttemptKey(String execution, String taskRun, int attempt) {
    @Override
    public String toString() {
      return "%s %s %d".formatted(execution, taskRun, attempt);
    }
  }

  /**
   * A line.
   *
   * @param nanos of the machine's monotonic clock, which all processes share
   */
  record Entry(Mark mark, AttemptKey attempt, long pid, Instant at, long nanos) {
    String line() {
      long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
      return "%s %s %d %d %d".formatted(mark, attempt, pid, micros, nanos) + WHOLE;
    }

    private static Entry parse(String line) {
      String[] words = line.split(" ", -1);
      if (words.length != 8) {
        throw new IllegalStateException("Expected a line of eight words, but read: " + line);
      }
      return new Entry(
          Mark.valueOf(words[0]),
          new AttemptKey(words[1], words[2], Integer.parseInt(words[3])),
          Long.parseLong(words[4]),
          Instant.EPOCH.plus(Long.parseLong(words[5]), ChronoUnit.MICROS),
          Long.parseLong(words[6]));
    }
  }

  static WitnessFile open(Path file) {
    try {
      return new WitnessFile(new FileOutputStream(file.toFile(), true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes a line about this process.
   *
   * @param attempt execution, task run and number, with a blank between them
   */
  void append(Mark mark, String attempt) {
    String[] words = attempt.split(" ", -1);
    var key = new AttemptKey(words[0], words[1], Integer.parseInt(words[2]));
    append(new Entry(mark, key, ProcessHandle.current().pid(), Instant.now(), System.nanoTime()));
  }

  private void append(Entry entry) {
    try {
      out.write(('\n' + entry.line() + '\n').getBytes(StandardCharsets.US_ASCII));
      out.getFD().sync();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All whole lines in the order of writing. */
  static List<Entry> read(Path file) throws IOException {
    return lines(file).stream().map(Entry::parse).toList();
  }

  /** Like {@link #read}, as they are written. */
  static List<String> lines(Path file) throws IOException {
    return Files.exists(file)
        ? Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
            .filter(line -> line.endsWith(WHOLE))
            .toList()
        : List.of();
  }
}
