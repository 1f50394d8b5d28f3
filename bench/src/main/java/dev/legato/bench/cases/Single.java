package dev.legato.bench.cases;

import dev.legato.bench.load.HttpTarget;
import dev.legato.bench.load.ServerProcess;
import dev.legato.bench.load.Target;
import dev.legato.bench.report.Result;
import java.util.Arrays;
import java.util.List;

/** How long one execution takes, several times over, on a server that is warm. */
final class Single {
  private Single() {}

  /**
   * What to run.
   *
   * @param warmUps runs that do not count
   * @param runs runs that count
   */
  record Load(String flow, String source, int warmUps, int runs, String bar) {}

  static List<Result> http(Load load, Settings settings) throws Exception {
    try (var server = ServerProcess.start(settings.data(load.flow()))) {
      server.save(load.source());
      String path = "/api/v1/main/executions/bench/%s?wait=true".formatted(load.flow());
      try (var target = new HttpTarget(server.port(), path)) {
        Result result = measure(load, target);
        return List.of(result.with("most rss MiB", server.residentMib(true)));
      }
    }
  }

  static Result measure(Load load, Target target) throws Exception {
    for (int i = 0; i < load.warmUps(); i++) {
      target.once();
    }
    double[] millis = new double[load.runs()];
    for (int i = 0; i < load.runs(); i++) {
      long begin = System.nanoTime();
      target.once();
      millis[i] = (System.nanoTime() - begin) / 1e6;
    }
    Arrays.sort(millis);
    return Result.of(load.flow(), load.bar())
        .with("median ms", millis[millis.length / 2])
        .with("best ms", millis[0])
        .with("worst ms", millis[millis.length - 1]);
  }
}
