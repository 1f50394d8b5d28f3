package dev.legato.bench.cases;

import dev.legato.bench.load.ServerProcess;
import dev.legato.bench.report.Result;
import dev.legato.model.flow.FlowId;
import dev.legato.sql.SqlConfig;
import dev.legato.sql.SqlStorage;
import dev.legato.storage.StoredFlow;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

/** How long people wait for a server. */
final class Starts {
  private static final int ROUNDS = 5;
  private static final int FLOWS = 100_000;

  private Starts() {}

  static List<Result> run(Settings settings) throws Exception {
    Path empty = settings.data("empty");
    Path full = settings.data("full");
    fill(full);
    return List.of(
        measure("start, empty", "<= 1,000 ms", empty),
        measure("start, 100,000 flows", "<= 3,000 ms", full));
  }

  private static Result measure(String name, String bar, Path data) throws Exception {
    double[] millis = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      try (var server = ServerProcess.start(data)) {
        millis[i] = server.startMillis();
      }
    }
    Arrays.sort(millis);
    return Result.of(name, bar).with("median ms", millis[ROUNDS / 2]).with("best ms", millis[0]);
  }

  private static void fill(Path data) {
    try (var storage = SqlStorage.open(data, SqlConfig.DEFAULTS, InstantSource.system())) {
      for (int i = 0; i < FLOWS; i++) {
        String id = "flow-" + i;
        String source = Sources.B1.replace("id: b1", "id: " + id);
        storage
            .flows()
            .add(
                new StoredFlow(
                    new FlowId("bench", id),
                    1,
                    source,
                    false,
                    false,
                    null,
                    List.of(),
                    Instant.now()),
                List.of());
      }
    }
  }
}
