package dev.legato.plugins.serdes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugins.serdes.compress.ArchiveCompress;
import dev.legato.plugins.serdes.compress.FileCompress;
import dev.legato.testkit.task.RecordingContext;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Spoiled archives unpack or are refused: no other exception, nothing left behind.
 *
 * <p>{@code -Dlegato.fuzz.seconds=60} tries longer, all cases together; {@code -Dlegato.fuzz.seed}
 * repeats a try.
 */
class ArchiveFuzzTest {
  private static final long SECONDS = Long.getLong("legato.fuzz.seconds", 0);
  private static final int TRIES = 50;
  private static final int CASES = 15;
  private static final long SEED = Long.getLong("legato.fuzz.seed", 1);

  @TempDir private static Path folder;

  private final RecordingContext context = new RecordingContext(folder);

  @ParameterizedTest
  @CsvSource({"ZIP,", "TAR,", "TAR,GZIP", "TAR,XZ", "TAR,ZSTD", "CPIO,", "AR,"})
  void spoiledArchivesAreRefused(String algorithm, String compression) throws Exception {
    Map<String, Object> from = new LinkedHashMap<>();
    from.put("a.txt", context.files.put("1", "first ".repeat(50)).toString());
    from.put("b.txt", context.files.put("2", "second").toString());
    Map<String, Object> properties = new HashMap<>(Map.of("algorithm", algorithm, "from", from));
    properties.put("compression", compression);
    var packed =
        (ArchiveCompress.Result)
            context.run("io.kestra.plugin.compress.ArchiveCompress", properties);

    tryAll("io.kestra.plugin.compress.ArchiveDecompress", packed.uri(), properties);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GZIP", "ZSTD", "XZ", "LZMA", "BZIP2", "LZ4FRAME", "LZ4BLOCK", "DEFLATE"})
  void spoiledFilesAreRefused(String compression) throws Exception {
    Map<String, Object> properties = new HashMap<>();
    properties.put("compression", compression);
    properties.put("from", context.files.put("1", "some text ".repeat(100)));
    var packed =
        (FileCompress.Result) context.run("io.kestra.plugin.compress.FileCompress", properties);

    tryAll("io.kestra.plugin.compress.FileDecompress", packed.uri(), properties);
  }

  private void tryAll(String type, URI packed, Map<String, Object> properties) {
    byte[] sound = context.files.bytes(packed);
    long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos() / CASES;
    for (long seed = SEED; seed < SEED + TRIES || System.nanoTime() < end; seed++) {
      context.files.clear();
      properties.put("from", context.files.put("x", spoiled(sound, new Random(seed))));
      try {
        context.run(type, properties);
      } catch (TaskFailure | IOException e) {
        assertThat(context.files.count()).as("seed %d", seed).isEqualTo(1);
      } catch (Throwable e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
  }

  private static byte[] spoiled(byte[] sound, Random random) {
    byte[] bytes = sound.clone();
    for (int i = random.nextInt(8); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }
}
