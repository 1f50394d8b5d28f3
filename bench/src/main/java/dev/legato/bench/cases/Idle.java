package dev.legato.bench.cases;

import dev.legato.bench.load.HttpTarget;
import dev.legato.bench.load.ServerProcess;
import dev.legato.bench.report.Result;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server that has run something and now waits. */
final class Idle {
  private static final int SETTLE_SECONDS = 10;

  private Idle() {}

  static List<Result> run(Settings settings) throws Exception {
    try (var server = ServerProcess.start(settings.data("idle"))) {
      server.save(Sources.B1);
      try (var target =
          new HttpTarget(server.port(), "/api/v1/main/executions/bench/b1?wait=true")) {
        for (int i = 0; i < 10; i++) {
          target.once();
        }
      }
      pause(SETTLE_SECONDS);
      double before = server.cpuSeconds();
      int seconds = Math.max(10, 2 * settings.seconds());
      pause(seconds);
      double percent = 100 * (server.cpuSeconds() - before) / seconds;
      return List.of(
          Result.of("idle", "<= 200 MiB, <= 0.5 % of a core")
              .with("rss MiB", server.residentMib(false))
              .with("cpu %", percent));
    }
  }

  private static void pause(int seconds) {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
