package dev.legato.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.flow.TriggerKind;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.sql.SqlConfig;
import dev.legato.sql.SqlStorage;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.PageRequest.Sort;
import dev.legato.storage.Storage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the server within 200 ms before or after an instant at which 1,000 triggers are due, again
 * and again. So that rounds do not take a minute each, the triggers are due every six seconds
 * rather than every minute: the same happens at the same instant, only more often. More rounds with
 * {@code -Dlegato.schedules.rounds=300}.
 */
class ScheduleCrashTest {
  private static final int ROUNDS = Integer.getInteger("legato.schedules.rounds", 20);
  private static final int FLOWS = 20;
  private static final int TRIGGERS_OF_A_FLOW = 50;
  private static final int PERIOD_SECONDS = 6;
  private static final int SPREAD_MILLIS = 200;

  /** What a server that has just begun to listen needs before a round says something. */
  private static final Duration AT_LEAST_UP = Duration.ofMillis(500);

  private static final Duration REST = Duration.ofSeconds(60);
  private static final List<Sort<ExecutionField>> BY_START =
      List.of(new Sort<>(ExecutionField.START_DATE, false));

  private final HttpClient http = HttpClient.newHttpClient();
  private final Random random = new Random(Long.getLong("legato.schedules.seed", 1));
  @TempDir private Path directory;

  @Test
  void eachInstantHasOneExecutionHoweverOftenTheServerIsKilledAtIt(TestReporter reporter)
      throws Exception {
    ChildServer server = ChildServer.start(directory);
    try {
      saveFlows(server.port());
      for (int round = 0; round < ROUNDS; round++) {
        int _ = server.port();
        boolean ended = server.endsWithin(untilKill());
        assertThat(ended).as("ended by itself: %s", server.output()).isFalse();
        server.kill();
        server = ChildServer.start(directory);
      }
      awaitNothingBehind(server);
      server.askToStop();
      int _ = server.awaitEnd();
    } finally {
      server.discard();
      http.close();
    }
    reporter.publishEntry("schedules", "%d executions in %d rounds".formatted(audit(), ROUNDS));
  }

  /** A moment within the spread around the next instant that is not too near. */
  private Duration untilKill() {
    Instant now = Instant.now();
    long due = now.plus(AT_LEAST_UP).getEpochSecond() / PERIOD_SECONDS + 1;
    Instant kill =
        Instant.ofEpochSecond(due * PERIOD_SECONDS)
            .plusMillis(random.nextInt(-SPREAD_MILLIS, SPREAD_MILLIS + 1));
    return Duration.between(now, kill);
  }

  private void saveFlows(int port) throws Exception {
    for (int i = 0; i < FLOWS; i++) {
      var source =
          new StringBuilder(
              """
              id: due-%d
              namespace: company
              tasks:
                - {id: now, type: io.kestra.plugin.core.output.OutputValues, values: {a: b}}
              triggers:
              """
                  .formatted(i));
      for (int j = 0; j < TRIGGERS_OF_A_FLOW; j++) {
        source.append(
            """
              - id: tick-%d
                type: io.kestra.plugin.core.trigger.Schedule
                cron: '*/%d * * * * *'
                withSeconds: true
            """
                .formatted(j, PERIOD_SECONDS));
      }
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(api(port, "flows"))
                  .header("Content-Type", "application/x-yaml")
                  .POST(BodyPublishers.ofString(source.toString()))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
  }

  /** Switches everything off once what was missed is made up for. */
  private void awaitNothingBehind(ChildServer server) throws Exception {
    int port = server.port();
    Instant deadline = Instant.now().plus(REST);
    boolean _ = server.endsWithin(Duration.ofSeconds(2L * PERIOD_SECONDS));
    post(port, "triggers/set-disabled/by-query?disabled=true");
    try (var client = new Client(port)) {
      while (client.live() > 0 && Instant.now().isBefore(deadline)) {
        boolean _ = server.endsWithin(Duration.ofMillis(50));
      }
      assertThat(client.live()).isZero();
    }
  }

  private void post(int port, String path) throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(api(port, path)).POST(BodyPublishers.noBody()).build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static URI api(int port, String path) {
    return URI.create("http://127.0.0.1:%d/api/v1/main/%s".formatted(port, path));
  }

  /** One execution for each instant, none left out, and no trigger locked or behind. */
  private int audit() {
    try (var storage =
        SqlStorage.open(Evidence.data(directory), SqlConfig.DEFAULTS, InstantSource.system())) {
      Map<TriggerId, NavigableSet<Instant>> dates = new HashMap<>();
      int count = 0;
      for (int page = 1; ; page++) {
        Page<ExecutionRecord> found =
            storage.executions().search(List.of(), new PageRequest<>(page, 1_000, BY_START));
        found.results().forEach(execution -> count(execution, dates));
        count += found.results().size();
        if (found.results().size() < 1_000) {
          break;
        }
      }
      assertThat(dates).hasSize(FLOWS * TRIGGERS_OF_A_FLOW);
      dates.forEach(ScheduleCrashTest::checkNoneLeftOut);
      checkTriggers(storage, dates);
      return count;
    }
  }

  private static void count(
      ExecutionRecord execution, Map<TriggerId, NavigableSet<Instant>> dates) {
    var trigger = new TriggerId(execution.flow(), Objects.requireNonNull(execution.origin()).id());
    Instant date = Objects.requireNonNull(execution.scheduleDate());
    assertThat(dates.computeIfAbsent(trigger, _ -> new TreeSet<>()).add(date))
        .as("the only execution of %s for %s", trigger, date)
        .isTrue();
    assertThat(execution.history().current().name()).isEqualTo("SUCCESS");
  }

  private static void checkNoneLeftOut(TriggerId trigger, NavigableSet<Instant> dates) {
    long span = Duration.between(dates.first(), dates.last()).toSeconds();
    assertThat(dates).as("dates of %s", trigger).hasSize((int) (span / PERIOD_SECONDS) + 1);
    assertThat(dates.size()).isGreaterThanOrEqualTo(ROUNDS);
  }

  private static void checkTriggers(Storage storage, Map<TriggerId, NavigableSet<Instant>> dates) {
    for (TriggerState state : storage.triggers().ofKind(TriggerKind.SCHEDULE)) {
      assertThat(state.isLocked()).as("%s is locked", state).isFalse();
      assertThat(state.nextDate())
          .as("next date of %s", state.id())
          .isEqualTo(dates.get(state.id()).last().plusSeconds(PERIOD_SECONDS));
    }
  }
}
