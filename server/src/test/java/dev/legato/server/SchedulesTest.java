package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.flow.FlowId;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.orchestrator.flow.FlowOutcome.Saved;
import dev.legato.orchestrator.trigger.TriggerOutcome.Changed;
import dev.legato.orchestrator.trigger.TriggerOutcome.Refused;
import dev.legato.orchestrator.trigger.Triggers.BackfillRequest;
import dev.legato.server.config.ServerConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schedules fire by the real clock, each date once, also over the end of a process. */
class SchedulesTest {
  private static final FlowId FLOW = new FlowId("company", "ticking");
  private static final TriggerId TRIGGER = new TriggerId(FLOW, "tick");

  @TempDir private Path data;
  private Application application;
  private EndedExecutions ended;

  @BeforeEach
  void start() {
    application = Application.start(data, ServerConfig.DEFAULTS);
    ended = new EndedExecutions();
    ended.listenTo(application);
  }

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void fireEverySecondForThatSecond() throws InterruptedException {
    save("cron: '* * * * * *'", "withSeconds: true");

    List<Instant> dates = datesOfNext(3);

    assertThat(dates).isEqualTo(seconds(dates.getFirst(), 3));
  }

  @Test
  void makeUpForWhatWasMissedEachDateOnceAndInOrder() throws InterruptedException {
    save("cron: '* * * * * *'", "withSeconds: true");
    var dates = new ArrayList<>(datesOfNext(2));
    application.close();
    ended.soFar().forEach(execution -> dates.add(date(execution)));

    start();
    dates.addAll(datesOfNext(5));

    assertThat(dates).isEqualTo(seconds(dates.getFirst(), dates.size()));
  }

  @Test
  void waitForTheirLastExecutionAndGoOnWhenSomebodyUnlocksThem() throws InterruptedException {
    save("cron: '* * * * * *'", "withSeconds: true", "stopAfter: [FAILED]");
    datesOfNext(1);
    save(
        "cron: '*/1 * * * * *'",
        "withSeconds: true",
        "conditions: [{type: io.kestra.plugin.core.condition.Expression, expression: '{{ nothing.here }}'}]",
        "stopAfter: [FAILED]");

    ExecutionRecord failed = ended.next();
    while (failed.status().name().equals("SUCCESS")) { // those of the first definition
      failed = ended.next();
    }

    assertThat(failed.status().name()).isEqualTo("FAILED");
    TriggerState state = await(TriggerState::disabled);
    assertThat(state.problem()).contains("nothing");
    assertThat(application.triggers().unlock(TRIGGER)).isInstanceOf(Refused.class);
  }

  @Test
  void inputsThatDoNotFitMakeAFailedExecution() throws InterruptedException {
    String source =
        """
        id: ticking
        namespace: company
        inputs:
          - id: count
            type: INT
        tasks:
          - {id: hi, type: io.kestra.plugin.core.log.Log, message: hi}
        triggers:
          - id: tick
            type: io.kestra.plugin.core.trigger.Schedule
            cron: '* * * * * *'
            withSeconds: true
            inputs: {count: many}
        """;
    assertThat(application.flows().save(source)).isInstanceOf(Saved.class);

    ExecutionRecord failed = ended.next();

    assertThat(failed.status().name()).isEqualTo("FAILED");
  }

  @Test
  void aBackfillFiresForEachDateOfItsStretchOnce() throws InterruptedException {
    save("cron: '@hourly'");
    Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
    var request = new BackfillRequest(hour.minus(Duration.ofHours(9)), hour, Map.of(), List.of());

    assertThat(application.triggers().backfill(TRIGGER, request)).isInstanceOf(Changed.class);

    assertThat(datesOfNext(10))
        .isEqualTo(
            IntStream.rangeClosed(0, 9)
                .mapToObj(i -> hour.minus(Duration.ofHours(9 - i)))
                .toList());
    TriggerState state = await(each -> each.backfill() == null && !each.isLocked());
    assertThat(state.nextDate()).isEqualTo(hour.plus(Duration.ofHours(1)));
  }

  @Test
  void aSwitchedOffTriggerHasNoTurnAndLosesNoneOfItsFuture() {
    save("cron: '@yearly'");
    Instant next = Objects.requireNonNull(state().nextDate());

    application.triggers().switchOff(TRIGGER, true);
    assertThat(application.triggers().armed()).isZero();
    application.triggers().switchOff(TRIGGER, false);

    assertThat(application.triggers().armed()).isEqualTo(1);
    assertThat(state().nextDate()).isEqualTo(next);
  }

  @Test
  void timesThatCannotBeReadAreToldWithTheTrigger() {
    save("cron: '@hourly'", "timezone: \"{{ 'No' ~ 'where' }}\"");

    TriggerState state = await(each -> each.problem() != null);

    assertThat(state.problem()).contains("Nowhere");
    assertThat(state.nextDate()).isNull();
  }

  @Test
  void aTriggerGoesWithItsFlow() {
    save("cron: '@yearly'");

    application.flows().delete(FLOW);

    assertThat(application.triggers().find(TRIGGER)).isEmpty();
  }

  private void save(String... properties) {
    String trigger =
        String.join("\n", List.of(properties))
            .indent(4)
            .replaceFirst("^", "  - id: tick\n    type: io.kestra.plugin.core.trigger.Schedule\n");
    String source =
        """
        id: ticking
        namespace: company
        tasks:
          - {id: hi, type: io.kestra.plugin.core.log.Log, message: hi}
        triggers:
        """
            + trigger;
    assertThat(application.flows().save(source)).isInstanceOf(Saved.class);
  }

  private TriggerState state() {
    return application.triggers().find(TRIGGER).orElseThrow();
  }

  /** What the row becomes once an execution has ended is written a moment later. */
  private TriggerState await(java.util.function.Predicate<TriggerState> wanted) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!wanted.test(state()) && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(state()).matches(wanted);
    return state();
  }

  private List<Instant> datesOfNext(int count) throws InterruptedException {
    var dates = new ArrayList<Instant>();
    while (dates.size() < count) {
      dates.add(date(ended.next()));
    }
    return dates;
  }

  private static Instant date(ExecutionRecord execution) {
    return Objects.requireNonNull(execution.scheduleDate());
  }

  private static List<Instant> seconds(Instant first, int count) {
    return IntStream.range(0, count).mapToObj(first::plusSeconds).toList();
  }
}
