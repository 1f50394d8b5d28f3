package dev.legato.process.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.plugin.TaskLog.Level;
import dev.legato.testkit.task.RecordingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever bytes a program writes, in whatever portions: nothing is thrown, no line is lost, and
 * what the lines say does not depend on the portions.
 *
 * <p>{@code -Dlegato.fuzz.seconds=60} tries longer, {@code -Dlegato.fuzz.seed} repeats a try.
 */
class ProgramOutputFuzzTest {
  private static final Duration LONGER = Duration.ofSeconds(Long.getLong("legato.fuzz.seconds", 0));
  private static final long SEED = Long.getLong("legato.fuzz.seed", 1);
  private static final int TRIES = 1_000;
  private static final OutputLimits SMALL = new OutputLimits(256, 50, 1_000);

  private static final List<String> PARTS =
      List.of(
          "plain",
          "::{\"outputs\": {\"a\": 1, \"name\": \"Zoë ∑ 𝄞\"}}::",
          "::{\"metrics\": [{\"name\": \"rows\", \"type\": \"counter\", \"value\": 2.5}]}::",
          "::{\"logs\": [{\"level\": \"WARN\", \"message\": \"few\"}]}::",
          "ünïcödé 𝄞 line",
          "x".repeat(300),
          "::{",
          "}::",
          "\"outputs\"",
          "[[[[",
          "\r",
          "\n",
          "\0",
          "\u2028");

  private record Heard(List<String> lines, List<String> figures, Object vars, long count) {}

  @Test
  void anyBytesInAnyPortionsSayTheSame() {
    long begin = System.nanoTime();
    for (long seed = SEED;
        seed < SEED + TRIES || System.nanoTime() - begin < LONGER.toNanos();
        seed++) {
      Random random = new Random(seed);
      byte[] bytes = bytes(random);

      Heard whole = hear(bytes, random, bytes.length + 1);

      assertThat(whole.count).as("seed %d", seed).isEqualTo(linesOf(bytes));
      assertThat(hear(bytes, random, 1)).as("seed %d", seed).isEqualTo(whole);
      assertThat(hear(bytes, random, 300)).as("seed %d", seed).isEqualTo(whole);
    }
  }

  private static Heard hear(byte[] bytes, Random random, int most) {
    RecordingContext context = new RecordingContext();
    ProgramOutput output = new ProgramOutput(SMALL, context, Level.WARN);
    ProgramOutput.Portions stream = output.stream(false);
    for (int at = 0; at < bytes.length; ) {
      int size = Math.min(bytes.length - at, most > bytes.length ? most : 1 + random.nextInt(most));
      stream.take(bytes, at, size);
      at += size;
    }
    stream.end();
    return new Heard(
        List.copyOf(context.lines),
        List.copyOf(context.figures),
        output.vars(),
        output.outputLines());
  }

  private static long linesOf(byte[] bytes) {
    long newlines = 0;
    for (byte each : bytes) {
      newlines += each == '\n' ? 1 : 0;
    }
    boolean open = bytes.length > 0 && bytes[bytes.length - 1] != '\n';
    return newlines + (open ? 1 : 0);
  }

  private static byte[] bytes(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(PARTS.get(random.nextInt(PARTS.size()))).append(random.nextBoolean() ? "\n" : "");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(8); i > 0 && bytes.length > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
