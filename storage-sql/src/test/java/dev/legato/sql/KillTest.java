package dev.legato.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionId;
import dev.legato.testkit.contract.Batch;
import dev.legato.testkit.contract.Samples;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that commits is killed again and again; nothing it was told is durable is lost. */
final class KillTest {
  private static final int ROUNDS = 10;

  @TempDir Path directory;

  @Test
  void nothingAcknowledgedIsLost() throws Exception {
    var random = new Random(42);
    var acknowledged = new ArrayList<String>();
    for (int round = 0; round < ROUNDS; round++) {
      acknowledged.addAll(runAndKill(round, 1 + random.nextInt(400)));
      check(acknowledged, "r" + round);
    }
  }

  private List<String> runAndKill(int round, int afterAcknowledgements) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Committer.class.getName(),
                directory.toString(),
                "r" + round)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = process.inputReader()) {
      var lines = new ArrayList<String>();
      while (lines.size() < afterAcknowledgements) {
        lines.add(readLine(output));
      }
      process.toHandle().destroyForcibly(); // kill -9; leaves the pipe to be read
      output.lines().filter(line -> line.endsWith(".")).forEach(lines::add);
      process.waitFor();
      return lines;
    } finally {
      process.destroyForcibly();
    }
  }

  private static String readLine(BufferedReader output) throws IOException {
    String line = output.readLine();
    assertThat(line).as("the committing process ended by itself").isNotNull();
    return line;
  }

  private void check(List<String> acknowledged, String round) {
    try (SqlStorage storage = SqlStorage.open(directory, SqlConfig.DEFAULTS, OpenStorage.CLOCK)) {
      assertThat(storage.integrityCheck()).isEmpty();
      List<String> stored = storage.executions().live().stream().map(ExecutionId::value).toList();
      assertThat(stored).containsAll(acknowledged);
      for (String id : stored.stream().filter(id -> id.startsWith(round)).toList()) {
        assertThat(storage.executions().find(Samples.id(id)).orElseThrow().taskRuns()).hasSize(2);
        var lines = new ArrayList<String>();
        storage.logs().read(Samples.id(id), List.of(), line -> lines.add(line.message()));
        assertThat(lines).containsExactly("before", "with");
      }
    }
  }

  /** Commits as fast as it can and prints the id of each execution that is durable. */
  static final class Committer {
    private Committer() {}

    public static void main(String[] arguments) {
      var storage = SqlStorage.open(Path.of(arguments[0]), SqlConfig.DEFAULTS, OpenStorage.CLOCK);
      var lease = storage.executions().acquire(0);
      for (int i = 0; true; i++) {
        String id = arguments[1] + "-" + i + ".";
        storage.logs().append(List.of(Samples.line(id, "before")));
        var done =
            storage
                .executions()
                .commit(
                    new Batch(lease)
                        .execution(
                            Samples.created(id), Samples.taskRun(id, 0), Samples.taskRun(id, 1))
                        .log(Samples.line(id, "with"))
                        .build())
                .thenRun(() -> System.out.println(id));
        if (i % 5 == 0) {
          done.join(); // so that groups of several sizes are written
        }
      }
    }
  }
}
