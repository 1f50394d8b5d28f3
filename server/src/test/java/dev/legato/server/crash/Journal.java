package dev.legato.server.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the clients asked for and were told, on the disk before anything follows from it. */
final class Journal implements AutoCloseable {
  private static final String NONE = "-";

  private final FileChannel channel;

  private Journal(FileChannel channel) {
    this.channel = channel;
  }

  /** A line. */
  sealed interface Entry {
    /** How it is written. */
    String line();
  }

  /**
   * A client is about to send a request.
   *
   * @param number tells it from all others; it is the execution's input and label
   * @param key its idempotency key
   */
  record Asked(long number, Shape shape, @Nullable String key, Map<String, String> inputs)
      implements Entry {
    @Override
    public String line() {
      String values =
          new TreeMap<>(inputs)
              .entrySet().stream()
                  .map(input -> input.getKey() + "=" + input.getValue())
                  .collect(Collectors.joining(" "));
      return "ASKED %d %s %s %s".formatted(number, shape, key == null ? NONE : key, values);
    }
  }

  /** The whole answer has come; {@code execution} when it was a success. */
  record Answered(long number, int status, @Nullable String execution) implements Entry {
    @Override
    public String line() {
      return "ANSWERED %d %d %s".formatted(number, status, execution == null ? NONE : execution);
    }
  }

  /** A client is about to stop the execution of its request. */
  record StopAsked(long number) implements Entry {
    @Override
    public String line() {
      return "STOP-ASKED %d".formatted(number);
    }
  }

  /** The whole answer to that has come. */
  record StopAnswered(long number, int status) implements Entry {
    @Override
    public String line() {
      return "STOP-ANSWERED %d %d".formatted(number, status);
    }
  }

  /** The server is gone, by force or because it was asked to stop. */
  record Gone(long pid, boolean killed, Instant at) implements Entry {
    @Override
    public String line() {
      return "GONE %d %s %s".formatted(pid, killed, at);
    }
  }

  static Journal open(Path file) {
    try {
      return new Journal(
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns when the entry is on the disk. */
  synchronized void append(Entry entry) {
    try {
      channel.write(ByteBuffer.wrap((entry.line() + '\n').getBytes(StandardCharsets.US_ASCII)));
      channel.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All entries in the order of writing. */
  static List<Entry> read(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.US_ASCII).stream()
        .map(Journal::parse)
        .toList();
  }

  private static Entry parse(String line) {
    String[] words = line.split(" ", -1);
    return switch (words[0]) {
      case "ASKED" ->
          new Asked(
              Long.parseLong(words[1]),
              Shape.valueOf(words[2]),
              optional(words[3]),
              inputs(List.of(words).subList(4, words.length)));
      case "ANSWERED" ->
          new Answered(Long.parseLong(words[1]), Integer.parseInt(words[2]), optional(words[3]));
      case "STOP-ASKED" -> new StopAsked(Long.parseLong(words[1]));
      case "STOP-ANSWERED" ->
          new StopAnswered(Long.parseLong(words[1]), Integer.parseInt(words[2]));
      case "GONE" ->
          new Gone(
              Long.parseLong(words[1]), Boolean.parseBoolean(words[2]), Instant.parse(words[3]));
      default -> throw new IllegalStateException("Expected a journal line, but read: " + line);
    };
  }

  private static @Nullable String optional(String word) {
    return word.equals(NONE) ? null : word;
  }

  private static Map<String, String> inputs(List<String> words) {
    return words.stream()
        .map(word -> word.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
