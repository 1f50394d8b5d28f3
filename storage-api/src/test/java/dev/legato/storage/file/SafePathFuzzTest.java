package dev.legato.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Whatever stands in a path or an address, what comes of it lies below the folder, or it is
 * refused.
 *
 * <p>{@code -Dlegato.fuzz.seconds=60} tries longer, {@code -Dlegato.fuzz.seed} repeats a try.
 */
class SafePathFuzzTest {
  private static final Duration LONGER = Duration.ofSeconds(Long.getLong("legato.fuzz.seconds", 0));
  private static final long SEED = Long.getLong("legato.fuzz.seed", 1);
  private static final int TRIES = 20_000;
  private static final Path FOLDER = Path.of("/data/storage");

  private static final List<String> PARTS =
      List.of(
          "..",
          ".",
          "/",
          "//",
          "\\",
          "a",
          "b.csv",
          "...",
          " ",
          "%2e",
          "%2E%2e",
          "%2f",
          "%5c",
          "%252e",
          "%00",
          "%c0%ae",
          "%ff",
          "%",
          "%2",
          "+",
          ":",
          "C:",
          "kestra://",
          "kestra:///",
          "file:///",
          "?",
          "#",
          ";",
          "~",
          "ä",
          "\u202e",
          "\uff0e",
          "\uff0f",
          "\u2024",
          "\ud800",
          "\u0000",
          "\n",
          "\u2028",
          "𝄞",
          "CON",
          "nul",
          "$",
          "*",
          "|");

  @Test
  void nothingLeadsOutOfTheFolder() {
    long begin = System.nanoTime();
    for (long seed = SEED;
        seed < SEED + TRIES || System.nanoTime() - begin < LONGER.toNanos();
        seed++) {
      String text = text(new Random(seed));
      check(text, false, seed);
      check("kestra:///" + text, true, seed);
    }
  }

  private static void check(String text, boolean address, long seed) {
    SafePath path;
    try {
      path = address ? SafePath.parseUri(text) : SafePath.parse(text);
    } catch (UnsafePathException refused) {
      assertThat(refused.getMessage()).as("seed %d", seed).isNotBlank().hasSizeLessThan(1_000);
      return;
    }
    Path file = FOLDER.resolve(String.join("/", path.names()));
    assertThat(file.normalize())
        .as("seed %d: %s", seed, text)
        .isEqualTo(file)
        .startsWithRaw(FOLDER);
    assertThat(path.names()).as("seed %d", seed).noneMatch(SafePathFuzzTest::leadsElsewhere);
    assertThat(SafePath.parseUri(path.uri())).as("seed %d", seed).isEqualTo(path);
  }

  /** Also for somebody who decodes the name once more. */
  private static boolean leadsElsewhere(String name) {
    String decoded;
    try {
      decoded = URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noEncoding) {
      decoded = name;
    }
    return List.of(name, decoded).stream()
        .anyMatch(
            each ->
                each.equals("..")
                    || each.equals(".")
                    || each.indexOf('/') >= 0
                    || each.indexOf('\\') >= 0
                    || each.indexOf('\0') >= 0);
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return text.toString();
  }
}
