package dev.legato.orchestrator.trigger;

import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Recovery;
import dev.legato.orchestrator.trigger.Ledger.Era;
import dev.legato.orchestrator.trigger.Ledger.Filling;
import dev.legato.orchestrator.trigger.Ledger.Firing;
import dev.legato.orchestrator.trigger.Ledger.SwitchedOn;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What must hold of schedules, whatever happened: no date twice, none early, none out of order,
 * none that the policies leave out, and each that they do not. A date that comes while nothing
 * keeps the trigger from firing has to fire; one that has to wait is left out only by
 *
 * <ul>
 *   <li>a start of the server or somebody who switches the trigger on, as {@code
 *       recoverMissedSchedules} says;
 *   <li>{@code lateMaximumDelay};
 *   <li>a changed definition, or the end of the flow.
 * </ul>
 */
final class ScheduleChecks {
  private static final Duration ON_TIME = Duration.ofSeconds(5);

  private final Ledger ledger;
  private final Instant quiet;
  private final Recovery byDefault;

  /**
   * @param quiet since when nothing gets in the way
   */
  ScheduleChecks(Ledger ledger, Instant quiet, Recovery byDefault) {
    this.ledger = ledger;
    this.quiet = quiet;
    this.byDefault = byDefault;
  }

  /** Something happened that must never happen. */
  static final class ViolationException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ViolationException(String message) {
      super(message);
    }
  }

  /** Looks at everything, and tells how many dates have fired. */
  int run() {
    noDateTwiceEarlyOrOutOfOrder();
    if (!ledger.overlapped().isEmpty()) {
      throw new ViolationException("fired during executions " + ledger.overlapped());
    }
    Map<Integer, List<Firing>> byBackfill =
        ledger.firings().stream()
            .collect(
                Collectors.groupingBy(Firing::backfill, LinkedHashMap::new, Collectors.toList()));
    byBackfill.forEach(
        (number, firings) -> {
          if (number != 0) {
            backfill(Objects.requireNonNull(ledger.fillings().get(number)), firings);
          }
        });
    int due = 0;
    for (Era era : ledger.eras()) {
      due += new EraCheck(era).run();
    }
    return due;
  }

  private void noDateTwiceEarlyOrOutOfOrder() {
    record Occasion(FlowId flow, int backfill, Instant date) {}
    Set<Occasion> seen = new HashSet<>();
    Map<String, Instant> latest = new HashMap<>();
    for (Firing firing : ledger.firings()) {
      check(
          seen.add(new Occasion(firing.flow(), firing.backfill(), firing.date())),
          "fired twice",
          firing);
      check(!firing.at().isBefore(firing.date()), "fired early", firing);
      Instant before = latest.put(firing.flow() + "/" + firing.backfill(), firing.date());
      check(before == null || before.isBefore(firing.date()), "fired after " + before, firing);
    }
  }

  private void backfill(Filling filling, List<Firing> firings) {
    Era era = era(filling.flow(), filling.revision());
    List<Instant> expected =
        era.definition.dates(filling.start().minusNanos(1), filling.end().plusNanos(1));
    List<Instant> dates = firings.stream().map(Firing::date).toList();
    check(
        filling.givenUp()
            ? expected.subList(0, Math.min(dates.size(), expected.size())).equals(dates)
            : expected.equals(dates),
        "made up for %s instead of %s".formatted(dates, expected),
        filling);
  }

  private Era era(FlowId flow, int revision) {
    return ledger
        .eras(flow)
        .filter(each -> each.definition.revision() == revision)
        .findFirst()
        .orElseThrow();
  }

  /** One definition. */
  private final class EraCheck {
    private final Era era;
    private final FlowId flow;
    private final Timeline timeline;
    private final List<SwitchedOn> switches;
    private final TreeMap<Instant, Instant> fired = new TreeMap<>();

    EraCheck(Era era) {
      this.era = era;
      this.flow = era.definition.flow();
      this.timeline = ledger.timeline(flow);
      this.switches = ledger.switches(flow);
      ledger.firings().stream()
          .filter(each -> each.flow().equals(flow) && each.backfill() == 0)
          .filter(each -> each.revision() == era.definition.revision())
          .forEach(each -> fired.put(each.date(), each.at()));
    }

    int run() {
      Instant end = era.to.isBefore(quiet) ? era.to : quiet;
      List<Instant> dates = era.definition.dates(era.from, end);
      Set<Instant> known = new HashSet<>(dates);
      fired.forEach(
          (date, at) -> {
            check(known.contains(date) || !date.isBefore(end), date, "is none of its dates");
            mayFire(date, at);
          });
      for (Instant date : dates) {
        if (!fired.containsKey(date)) {
          mayBeLeftOut(date);
        }
      }
      return fired.size();
    }

    private void check(boolean holds, Instant date, String message) {
      if (!holds) {
        throw new ViolationException(
            "%s %s: %s%n starts %s, switches %s%s"
                .formatted(
                    date,
                    message,
                    era.definition,
                    ledger.starts().stream().filter(each -> each.isAfter(date)).limit(3).toList(),
                    switches.stream().filter(each -> each.on().isAfter(date)).limit(3).toList(),
                    timeline.around(date)));
      }
    }

    private void mayFire(Instant date, Instant at) {
      Duration late = era.definition.late();
      check(
          late == null || !at.isAfter(date.plus(late).plus(Timeline.MOMENT)),
          date,
          "fired too late");
      check(!timeline.off(at), date, "fired at %s though switched off".formatted(at));
      Predicate<Instant> before = instant -> date.isBefore(instant) && instant.isBefore(at);
      for (Instant start : ledger.starts()) {
        if (before.test(start) && date.isBefore(start.minus(ON_TIME))) {
          check(
              isWanted(policy(byDefault), date, start),
              date,
              "fired at %s after a start at %s".formatted(at, start));
        }
      }
      for (SwitchedOn each : switches) {
        if (before.test(each.on()) && !date.isBefore(each.off())) {
          check(
              isWanted(policy(Recovery.NONE), date, each.on()),
              date,
              "fired at %s after it was switched off".formatted(at));
        }
      }
    }

    private void mayBeLeftOut(Instant date) {
      boolean replaced = !date.plus(Timeline.MOMENT).isBefore(era.to);
      check(replaced || !timeline.free(date), date, "did not fire though nothing was in its way");
      check(
          era.definition.late() != null
              || isReplacedFrom(date)
              || isLeftOutByStart(date)
              || isLeftOutBySwitch(date),
          date,
          "was lost");
    }

    private boolean isReplacedFrom(Instant date) {
      return !era.to.equals(Instant.MAX) && fired.higherKey(date) == null;
    }

    private boolean isLeftOutByStart(Instant date) {
      return ledger.starts().stream()
          .filter(start -> date.isBefore(start))
          .anyMatch(
              start -> {
                Recovery policy = policy(byDefault);
                return policy == Recovery.NONE
                    ? date.isBefore(start.minus(ON_TIME))
                    : !isWanted(policy, date, start);
              });
    }

    private boolean isLeftOutBySwitch(Instant date) {
      return switches.stream()
          .filter(each -> date.isBefore(each.on()))
          .anyMatch(each -> !isWanted(policy(Recovery.NONE), date, each.on()));
    }

    private boolean isWanted(Recovery policy, Instant date, Instant back) {
      return switch (policy) {
        case ALL -> true;
        case LAST -> Optional.of(date).equals(era.definition.last(back));
        case NONE -> false;
      };
    }

    private Recovery policy(Recovery otherwise) {
      Recovery written = era.definition.recovery();
      return written == null ? otherwise : written;
    }
  }

  private static void check(boolean holds, String message, Record about) {
    if (!holds) {
      throw new ViolationException(message + ": " + about);
    }
  }
}
