package dev.legato.bench.cases;

import java.util.List;

/** All cases. */
public final class Cases {
  private static final Sustained.Load B1 =
      new Sustained.Load(
          "b1", "b1", Sources.B1, 500, "p50 <= 8 ms, p99 <= 25 ms", ">= 1,500/s with p99 < 1 s");
  private static final Sustained.Load B2 =
      new Sustained.Load("b2", "b2", Sources.b2(), 200, "", ">= 500/s");
  private static final Single.Load B3 =
      new Single.Load("b3", Sources.loop("b3", 100, 0), 100, 50, "<= 60 ms");
  private static final Single.Load NEST =
      new Single.Load("nest", Sources.nest(), 10, 10, "<= 500 ms");

  public static final List<BenchCase> ALL =
      List.of(
          new BenchCase("b1", "two tasks, over HTTP", settings -> Sustained.http(B1, settings)),
          new BenchCase(
              "b1-local", "two tasks, in process", settings -> Sustained.inProcess(B1, settings)),
          new BenchCase("b2", "five If with a Log each, over HTTP", s -> Sustained.http(B2, s)),
          new BenchCase("b3", "ForEach of 100, unlimited, over HTTP", s -> Single.http(B3, s)),
          new BenchCase(
              "nest", "10 x 10 x 10 nested ForEach, over HTTP", s -> Single.http(NEST, s)),
          new BenchCase(
              "loops",
              "ForEach of 1,000, 10,000 and 100,000, in process",
              s -> Loops.inProcess(List.of(1_000, 10_000, 100_000), s)),
          new BenchCase(
              "python", "40 Python scripts one after the other, over HTTP", Scripts::python),
          new BenchCase("lines", "log lines of one script, over HTTP", Scripts::lines),
          new BenchCase("start", "from nothing to the first answer", Starts::run),
          new BenchCase("idle", "memory and processor while nothing happens", Idle::run),
          new BenchCase(
              "schedules-known", "100,000 schedules that wait, in process", Schedules::known),
          new BenchCase(
              "schedules-burst", "10,000 schedules in one second, in process", Schedules::burst),
          new BenchCase(
              "schedules-rate", "1,000 schedules every second, in process", Schedules::rate),
          new BenchCase("wrong-keys", "time to turn down callers of webhooks", WrongKeys::run),
          new BenchCase("raw", "the rows of b1 without the engine", RawStore::run));

  private Cases() {}

  /** The cases with these names; all when there are none. */
  public static List<BenchCase> named(List<String> names) {
    if (names.isEmpty()) {
      return ALL;
    }
    return names.stream()
        .map(
            name ->
                ALL.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "There is no case '%s'; see legato bench --list".formatted(name))))
        .toList();
  }
}
