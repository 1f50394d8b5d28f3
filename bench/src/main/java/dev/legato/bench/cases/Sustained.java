package dev.legato.bench.cases;

import dev.legato.bench.load.HttpTarget;
import dev.legato.bench.load.OpenLoop;
import dev.legato.bench.load.OpenLoop.Outcome;
import dev.legato.bench.load.OpenLoop.TargetFactory;
import dev.legato.bench.load.ServerProcess;
import dev.legato.bench.report.Result;
import dev.legato.server.Application;
import dev.legato.server.config.ServerConfig;
import java.util.ArrayList;
import java.util.List;

/** The latency of a small flow alone, and the highest rate that holds. */
final class Sustained {
  private static final int WARM_UP_SECONDS = 8;
  private static final int ALONE_RATE = 10;

  private Sustained() {}

  /**
   * What to run and what the design asks for.
   *
   * @param firstRate where the search begins; each next rate is a quarter higher
   */
  record Load(
      String name, String flow, String source, int firstRate, String aloneBar, String rateBar) {}

  static List<Result> http(Load load, Settings settings) throws Exception {
    try (var server = ServerProcess.start(settings.data(load.name()))) {
      server.save(load.source());
      String path = "/api/v1/main/executions/bench/%s?wait=true".formatted(load.flow());
      double cpuBefore = server.cpuSeconds();
      List<Result> results = measure(load, settings, () -> new HttpTarget(server.port(), path));
      results
          .getLast()
          .with("server cpu s", server.cpuSeconds() - cpuBefore)
          .with("most rss MiB", server.residentMib(true));
      return results;
    }
  }

  static List<Result> inProcess(Load load, Settings settings) throws Exception {
    try (var application = Application.start(settings.data(load.name()), ServerConfig.DEFAULTS)) {
      var target = LocalTarget.of(application, load.source());
      return measure(load, settings, () -> target);
    }
  }

  private static List<Result> measure(Load load, Settings settings, TargetFactory factory)
      throws Exception {
    var results = new ArrayList<Result>();
    int rate = settings.firstRate() == null ? load.firstRate() : settings.firstRate();
    OpenLoop.run(factory, Math.max(1, rate / 2), WARM_UP_SECONDS);
    Outcome alone = OpenLoop.run(factory, ALONE_RATE, settings.seconds());
    results.add(alone.result(load.name() + " alone", load.aloneBar()));
    Outcome best = OpenLoop.run(factory, rate, settings.seconds());
    results.add(best.result("%s at %d/s".formatted(load.name(), rate), ""));
    while (best.isSustained()) {
      rate += rate / 4;
      Outcome next = OpenLoop.run(factory, rate, settings.seconds());
      results.add(next.result("%s at %d/s".formatted(load.name(), rate), ""));
      if (!next.isSustained()) {
        break;
      }
      best = next;
    }
    results.add(best.result(load.name() + " sustained", load.rateBar()));
    return results;
  }
}
