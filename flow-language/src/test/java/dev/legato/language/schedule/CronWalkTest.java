package dev.legato.language.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.flow.DstGap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random expressions in random zones over 30 years. Set {@code legato.cron.walks} for more than the
 * usual few.
 */
final class CronWalkTest {
  private static final LocalDate FROM = LocalDate.of(2005, 1, 1);
  private static final LocalDate TO = LocalDate.of(2035, 1, 1);
  private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream().sorted().toList();

  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("legato.cron.walks", 100));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void datesEqualThoseOfABruteForceWalk(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    DstGap gap = random.nextInt(4) == 0 ? DstGap.SKIP : DstGap.FIRE;
    boolean frequent = random.nextInt(8) == 0;
    // Frequent ones, which have many dates to try, are walked for a year.
    LocalDate from = frequent ? FROM.plusYears(random.nextInt(29)) : FROM;
    LocalDate to = frequent ? from.plusYears(1) : TO;
    Sample sample = frequent ? Sample.frequent(random) : Sample.seldom(random);
    Instant first = from.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant last = to.minusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
    List<Instant> expected =
        sample.truth().firings(zone, gap, from, to).stream()
            .filter(date -> !date.isBefore(first) && !date.isAfter(last))
            .toList();
    Timetable timetable =
        Timetable.of(Cron.parse(sample.text(), false), zone, gap).within(first, last);

    List<Instant> ahead = timetable.after(first.minusSeconds(1)).toList();
    List<Instant> back =
        Stream.iterate(
                timetable.previous(last.plusSeconds(1)),
                date -> date.isPresent(),
                date -> date.flatMap(timetable::previous))
            .map(date -> date.orElseThrow())
            .toList();

    assertThat(ahead).as("%s in %s, %s", sample.text(), zone, gap).isEqualTo(expected);
    assertThat(back.reversed())
        .as("%s in %s, %s, back", sample.text(), zone, gap)
        .isEqualTo(expected);
  }

  /** An expression and what it means. */
  private record Sample(String text, BruteForce truth) {
    /** At few times of few days. */
    static Sample seldom(RandomGenerator random) {
      return of(
          List.of(
              numbers(random, 0, 59, 2),
              random.nextInt(6) == 0 ? new Part("*/7", steps(0, 23, 7)) : numbers(random, 0, 3, 2),
              random.nextBoolean() ? star(1, 31) : numbers(random, 1, 28, 3),
              random.nextBoolean() ? star(1, 12) : numbers(random, 1, 12, 3),
              random.nextBoolean() ? star(0, 6) : numbers(random, 0, 6, 2)));
    }

    /** At many times of a day, in real time or on the wall. */
    static Sample frequent(RandomGenerator random) {
      int step = 7 + random.nextInt(20);
      String stepped = random.nextBoolean() ? "*/" : "0-59/";
      return of(
          List.of(
              new Part(stepped + step, steps(0, 59, step)),
              random.nextBoolean() ? star(0, 23) : new Part("0-23", steps(0, 23, 1)),
              star(1, 31),
              star(1, 12),
              random.nextBoolean() ? star(0, 6) : numbers(random, 0, 6, 3)));
    }

    private static Sample of(List<Part> parts) {
      boolean wallClock =
          !parts.get(0).text().startsWith("*") && !parts.get(1).text().startsWith("*");
      return new Sample(
          parts.stream().map(Part::text).collect(Collectors.joining(" ")),
          new BruteForce(
              parts.get(0).values(),
              parts.get(1).values(),
              parts.get(2).values(),
              parts.get(3).values(),
              parts.get(4).values(),
              wallClock));
    }

    private static Part star(int first, int last) {
      return new Part("*", steps(first, last, 1));
    }

    private static Set<Integer> steps(int first, int last, int step) {
      return IntStream.rangeClosed(first, last)
          .filter(value -> (value - first) % step == 0)
          .boxed()
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Part numbers(RandomGenerator random, int first, int last, int most) {
      Set<Integer> values = new TreeSet<>();
      List<String> texts = new ArrayList<>();
      for (int count = 1 + random.nextInt(most); count > 0; count--) {
        int from = random.nextInt(first, last + 1);
        int to = random.nextInt(4) == 0 ? Math.min(last, from + 2) : from;
        values.addAll(steps(from, to, 1));
        texts.add(from == to ? Integer.toString(from) : from + "-" + to);
      }
      return new Part(String.join(",", texts), values);
    }
  }

  private record Part(String text, Set<Integer> values) {}
}
