package dev.legato.orchestrator.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.schedule.TimeWindow;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Join;
import dev.legato.model.flow.Join.After;
import dev.legato.model.flow.Join.Part;
import dev.legato.model.flow.Join.Window.Spelling;
import dev.legato.model.flow.TriggerGuard;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerWindow;
import dev.legato.model.trigger.TriggerWindow.Satisfied;
import dev.legato.orchestrator.trigger.Joining.Joined;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several executions that together start a flow, in virtual time. */
class JoiningTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");
  private static final TriggerId TRIGGER = new TriggerId(new FlowId("company", "joined"), "both");

  private TriggerWindow stored;
  private int executions;

  private static Joining joining(TimeWindow time, int needed, After after) {
    List<Part> parts = List.of(new Part("a", TriggerGuard.NONE), new Part("b", TriggerGuard.NONE));
    var window = new Join.Window(Spelling.TIME_WINDOW, Map.of());
    return new Joining(TRIGGER, "f1", new Join("j", parts, needed, window, after, false), time);
  }

  private static TimeWindow window(String name) {
    return switch (name) {
      case "day" -> new TimeWindow.Aligned(Duration.ofDays(1), Duration.ZERO, ZoneOffset.UTC);
      case "sliding" -> new TimeWindow.Sliding(Duration.ofHours(1));
      case "lookback" -> new TimeWindow.Lookback(Duration.ofHours(1));
      case "morning" ->
          TimeWindow.ofPreconditions(
              Map.of("type", "DAILY_TIME_DEADLINE", "deadline", "09:00:00"), ZoneOffset.UTC);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private Optional<Joined> hear(Joining joining, String part, Instant at) {
    var satisfied = new Satisfied(new ExecutionId("e" + executions++), at);
    Optional<Joined> joined = joining.add(stored, List.of(part), satisfied);
    joined.ifPresent(it -> stored = it.window());
    return joined;
  }

  /** Events are a part and minutes after midnight; the answer has those that fire. */
  @ParameterizedTest(name = "{0}, {1} of 2, {2}: {3} fires at {4}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          day     , 2, RESET , a1 b2             , b2
          day     , 2, RESET , b1 a2             , a2
          day     , 2, RESET , a1 a2 b3          , b3
          day     , 2, RESET , a1 b2 b3          , b2
          day     , 2, RESET , a1 b2 b3 a4       , b2 a4
          day     , 2, RESET , a1 b1441          , -
          day     , 2, RESET , a1439 b1440       , -
          day     , 2, GO_ON , a1 b2 b3 a4       , b2 b3 a4
          day     , 2, GO_ON , a1 b2 b1441       , b2
          day     , 2, CLOSE , a1 b2 b3 a4       , b2
          day     , 2, CLOSE , a1 b2 a1441 b1442 , b2 b1442
          day     , 1, CLOSE , a1 b2             , a1
          day     , 1, RESET , a1 b2             , a1 b2
          sliding , 2, RESET , a1 b60            , b60
          sliding , 2, RESET , a1 b61            , -
          sliding , 2, RESET , a1 b61 a62        , a62
          sliding , 2, RESET , a1 b2 a3 b62      , b2 b62
          lookback, 2, GO_ON , a1 b61            , b61
          lookback, 2, GO_ON , a1 b62            , -
          lookback, 2, GO_ON , a1 b62 a63        , a63
          lookback, 2, CLOSE , a1 b2 a3 b4       , b2 b4
          morning , 2, RESET , a1 b540           , b540
          morning , 2, RESET , a1 b541           , -
          morning , 2, RESET , a541 b542         , -
          morning , 2, RESET , a1 b541 a1441 b1442, b1442
          """)
  void firesWhenEnoughHasComeTrueInOneWindow(
      String window, int needed, After after, String events, String fired) {
    Joining joining = joining(window(window), needed, after);
    List<String> fires = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (String event : events.split(" ")) {
      Instant at = MIDNIGHT.plus(Duration.ofMinutes(Long.parseLong(event.substring(1))));
      hear(joining, event.substring(0, 1), at)
          .filter(Joined::isComplete)
          .ifPresent(
              joined -> {
                fires.add(event);
                keys.add(joined.key());
              });
    }

    assertThat(fires).isEqualTo(fired == null ? List.of() : List.of(fired.split(" ")));
    assertThat(new HashSet<>(keys)).as("no two firings have the same key").hasSize(keys.size());
  }

  /** kestra#14196 (K15): a flow trigger fires twice with two executors. */
  @Test
  void aWindowThatTwoProcessesCompleteFiresOnce() {
    Joining joining = joining(window("day"), 2, After.RESET);
    hear(joining, "a", MIDNIGHT);
    var first = new Satisfied(new ExecutionId("one"), MIDNIGHT.plusSeconds(1));
    var second = new Satisfied(new ExecutionId("two"), MIDNIGHT.plusSeconds(2));

    Joined here = joining.add(stored, List.of("b"), first).orElseThrow();
    Joined there = joining.add(stored, List.of("b"), second).orElseThrow();

    assertThat(here.isComplete() && there.isComplete()).isTrue();
    assertThat(here.key()).isEqualTo(there.key());
  }

  private record Event(String part, Satisfied satisfied) {}

  private List<Event> events(int number, Random dice) {
    List<Event> events = new ArrayList<>();
    Instant at = MIDNIGHT;
    for (int i = 0; i < number; i++) {
      at = at.plusSeconds(dice.nextInt(1_800));
      events.add(
          new Event(dice.nextBoolean() ? "a" : "b", new Satisfied(new ExecutionId("e" + i), at)));
    }
    return events;
  }

  private void hear(Joining joining, List<Event> events, List<String> fired) {
    for (Event event : events) {
      Optional<Joined> joined = joining.add(stored, List.of(event.part()), event.satisfied());
      joined.filter(Joined::isComplete).map(Joined::key).ifPresent(fired::add);
      joined.ifPresent(it -> stored = it.window());
    }
  }

  /** C16: whoever takes over hears again what the one before has heard and could not note. */
  @ParameterizedTest
  @CsvSource({"day, RESET", "day, CLOSE", "sliding, RESET", "lookback, GO_ON", "morning, RESET"})
  void tenThousandEventsThatAreHeardTwiceFireEachWindowOnce(String window, After after) {
    Joining joining = joining(window(window), 2, after);
    var dice = new Random(16);
    List<Event> events = events(10_000, dice);
    List<String> undisturbed = new ArrayList<>();
    hear(joining, events, undisturbed);
    stored = null;
    List<String> disturbed = new ArrayList<>();
    for (int from = 0, to; from < events.size(); from = to) {
      to = Math.min(events.size(), from + 1 + dice.nextInt(20));
      List<Event> portion = events.subList(from, to);
      TriggerWindow noted = stored;
      if (dice.nextInt(3) == 0) {
        hear(joining, portion.subList(0, dice.nextInt(portion.size()) + 1), disturbed);
        stored = noted;
      }
      hear(joining, portion, disturbed);
    }

    assertThat(undisturbed).hasSizeGreaterThan(80).doesNotHaveDuplicates();
    assertThat(disturbed).hasSizeGreaterThan(undisturbed.size());
    assertThat(new LinkedHashSet<>(disturbed)).containsExactlyElementsOf(undisturbed);
  }

  @Test
  void whatIsNotedLateCountsForTheWindowThatIsOpen() {
    Joining joining = joining(window("sliding"), 2, After.RESET);
    hear(joining, "a", MIDNIGHT.plusSeconds(1));

    assertThat(hear(joining, "b", MIDNIGHT).orElseThrow().isComplete()).isTrue();
  }

  @Test
  void aChangedTriggerBeginsAnewAndFiresUnderOtherKeys() {
    Joining before = joining(window("day"), 1, After.RESET);
    String key = hear(before, "a", MIDNIGHT).orElseThrow().key();
    var changed = new Joining(TRIGGER, "f2", before.join(), before.time());
    hear(changed, "a", MIDNIGHT);

    assertThat(hear(before, "a", MIDNIGHT).orElseThrow().key()).isNotEqualTo(key);
  }
}
