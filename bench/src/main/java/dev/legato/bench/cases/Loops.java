package dev.legato.bench.cases;

import dev.legato.bench.report.Result;
import dev.legato.server.Application;
import dev.legato.server.config.ServerConfig;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.List;

/** One execution with a large loop: time for each item, and how much memory it holds. */
final class Loops {
  private static final double MIB = 1 << 20;

  private Loops() {}

  static List<Result> inProcess(List<Integer> sizes, Settings settings) throws Exception {
    var results = new ArrayList<Result>();
    try (var application = Application.start(settings.data("loops"), ServerConfig.DEFAULTS)) {
      LocalTarget.of(application, Sources.loop("warm-up", 1_000, 0)).once();
      LocalTarget.of(application, Sources.loop("warm-up", 1_000, 0)).once();
      for (int size : sizes) {
        results.add(measure(application, size, 0));
        results.add(measure(application, size, 1));
      }
    }
    return results;
  }

  private static Result measure(Application application, int size, int limit) throws Exception {
    var target =
        LocalTarget.of(application, Sources.loop("loop-%d-%d".formatted(size, limit), size, limit));
    double before = usedAfterCollection();
    resetPeaks();
    long begin = System.nanoTime();
    target.once();
    double millis = (System.nanoTime() - begin) / 1e6;
    String bar =
        switch (size) {
          case 10_000 -> "<= 2,000 ms";
          case 100_000 -> "<= 20,000 ms";
          default -> "";
        };
    return Result.of("loop %,d, limit %d".formatted(size, limit), bar)
        .with("ms", millis)
        .with("us/item", millis * 1_000 / size)
        .with("peak old generation MiB", peakOld())
        .with("heap before MiB", before);
  }

  private static double usedAfterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MIB;
  }

  private static void resetPeaks() {
    pools().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /** The old generation only grows by what survives: the part of the heap that is really held. */
  private static double peakOld() {
    return pools().stream()
        .filter(pool -> pool.getName().contains("Old") || pool.getName().contains("Tenured"))
        .mapToDouble(pool -> pool.getPeakUsage().getUsed() / MIB)
        .sum();
  }

  private static List<MemoryPoolMXBean> pools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
