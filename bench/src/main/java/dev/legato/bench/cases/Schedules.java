package dev.legato.bench.cases;

import com.sun.management.OperatingSystemMXBean;
import dev.legato.bench.report.Result;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.TriggerKind;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.orchestrator.flow.FlowOutcome.Saved;
import dev.legato.server.Application;
import dev.legato.server.config.ServerConfig;
import dev.legato.sql.SqlConfig;
import dev.legato.sql.SqlStorage;
import dev.legato.storage.StoredFlow;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** What schedules cost: at the start, while they wait, and when many of them are due. */
final class Schedules {
  private static final int KNOWN = 100_000;
  private static final int TRIGGERS_OF_A_FLOW = 100;
  private static final int BURST = 10_000;
  private static final int RATE = 1_000;
  private static final int WARM_UP_SECONDS = 5;

  private Schedules() {}

  /** 100,000 triggers that are due in a far future. */
  static List<Result> known(Settings settings) throws Exception {
    Path data = settings.data("known-schedules");
    try (var storage = SqlStorage.open(data, SqlConfig.DEFAULTS, InstantSource.system())) {
      Instant never = Instant.now().plus(Duration.ofDays(3_000));
      for (int i = 0; i < KNOWN / TRIGGERS_OF_A_FLOW; i++) {
        var flow = new FlowId("bench", "known-" + i);
        String source = source(flow, "0 0 1 1 *", false, TRIGGERS_OF_A_FLOW);
        var stored = new StoredFlow(flow, 1, source, false, false, null, List.of(), Instant.now());
        storage
            .flows()
            .add(
                stored,
                IntStream.range(0, TRIGGERS_OF_A_FLOW)
                    .mapToObj(trigger -> waiting(flow, trigger, never))
                    .toList());
      }
    }
    long begin = System.nanoTime();
    try (var application = Application.start(data, ServerConfig.DEFAULTS)) {
      double millis = (System.nanoTime() - begin) / 1e6;
      if (application.triggers().armed() != KNOWN) {
        throw new IllegalStateException("Expected all triggers to be armed");
      }
      pause(Duration.ofSeconds(3));
      double before = cpuSeconds();
      int seconds = Math.max(5, settings.seconds());
      pause(Duration.ofSeconds(seconds));
      return List.of(
          Result.of("100,000 schedules", "start <= 3,000 ms, idle <= 0.5 % of a core")
              .with("start ms", millis)
              .with("idle cpu %", 100 * (cpuSeconds() - before) / seconds));
    }
  }

  private static TriggerState waiting(FlowId flow, int trigger, Instant date) {
    return TriggerState.first(
        new TriggerId(flow, "tick-" + trigger), TriggerKind.SCHEDULE, "", date, Instant.now());
  }

  /** 10,000 triggers that are due in the same second. */
  static List<Result> burst(Settings settings) throws Exception {
    ZonedDateTime at =
        Instant.now().plusSeconds(30).truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC);
    String cron = "%d %d %d * * *".formatted(at.getSecond(), at.getMinute(), at.getHour());
    return List.of(
        lateness(
            settings,
            new Load(
                "10,000 schedules at once", "<= 10,000 ms", cron, BURST, at.toInstant(), BURST)));
  }

  /** 1,000 triggers that are due every second. */
  static List<Result> rate(Settings settings) throws Exception {
    int seconds = WARM_UP_SECONDS + Math.max(10, settings.seconds());
    return List.of(
        lateness(
            settings,
            new Load(
                "1,000 schedules a second",
                "p99 <= 250 ms",
                "* * * * * *",
                RATE,
                Instant.EPOCH,
                RATE * seconds)));
  }

  /**
   * Triggers that are due.
   *
   * @param from earlier executions do not count
   * @param executions how many to wait for
   */
  private record Load(
      String name, String bar, String cron, int triggers, Instant from, int executions) {}

  /** How late an execution was when it was on disk. */
  private record Late(Instant date, Duration by) {}

  private static Result lateness(Settings settings, Load load) throws Exception {
    Queue<Late> firings = new ConcurrentLinkedQueue<>();
    try (var application =
        Application.start(settings.data("due-" + load.triggers()), ServerConfig.DEFAULTS)) {
      application.orchestrator().listen(execution -> note(execution, firings));
      for (int i = 0; i < load.triggers() / TRIGGERS_OF_A_FLOW; i++) {
        var flow = new FlowId("bench", "due-" + i);
        if (!(application.flows().save(source(flow, load.cron(), true, TRIGGERS_OF_A_FLOW))
            instanceof Saved)) {
          throw new IllegalStateException("Expected the flow to be stored");
        }
      }
      double cpuBefore = cpuSeconds();
      Instant begin = load.from().equals(Instant.EPOCH) ? Instant.now() : load.from();
      Instant warm = begin.plusSeconds(load.from().equals(begin) ? 0 : WARM_UP_SECONDS);
      Instant deadline = begin.plusSeconds(120);
      while (firings.size() < load.executions() && Instant.now().isBefore(deadline)) {
        pause(Duration.ofMillis(20));
      }
      double cpu = cpuSeconds() - cpuBefore;
      int all = firings.size();
      List<Duration> late =
          firings.stream()
              .filter(each -> !each.date().isBefore(warm))
              .map(Late::by)
              .sorted()
              .toList();
      return Result.of(load.name(), load.bar())
          .with("executions", late.size())
          .with("p50 ms", millis(late, 0.5))
          .with("p99 ms", millis(late, 0.99))
          .with("max ms", millis(late, 1))
          .with("cpu us each", 1e6 * cpu / Math.max(1, all));
    }
  }

  private static void note(ExecutionRecord execution, Queue<Late> firings) {
    Instant date = execution.scheduleDate();
    if (execution.version() == 1 && date != null) {
      firings.add(new Late(date, Duration.between(date, Instant.now())));
    }
  }

  private static double millis(List<Duration> sorted, double quantile) {
    int index = (int) Math.ceil(quantile * sorted.size()) - 1;
    return sorted.isEmpty() ? Double.NaN : sorted.get(Math.max(0, index)).toNanos() / 1e6;
  }

  private static String source(FlowId flow, String cron, boolean withSeconds, int triggers) {
    var source =
        new StringBuilder(
            """
            id: %s
            namespace: %s
            tasks:
              - {id: values, type: io.kestra.plugin.core.output.OutputValues, values: {a: b}}
            triggers:
            """
                .formatted(flow.id(), flow.namespace()));
    for (int i = 0; i < triggers; i++) {
      source.append(
          """
            - id: tick-%d
              type: io.kestra.plugin.core.trigger.Schedule
              cron: "%s"
              withSeconds: %s
          """
              .formatted(i, cron, withSeconds));
    }
    return source.toString();
  }

  private static double cpuSeconds() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
        / 1e9;
  }

  private static void pause(Duration time) {
    long until = System.nanoTime() + time.toNanos();
    for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
    }
  }
}
