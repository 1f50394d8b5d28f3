package dev.legato.model.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  @Test
  void anIdIsTheNumberInBase62() {
    var random = new Random(1);
    for (int i = 0; i < 1_000; i++) {
      Instant now = Instant.ofEpochMilli(random.nextLong(1L << 48));
      long seed = random.nextLong();
      String id = Ids.newExecution(now, new Random(seed)).value();

      var sameRandom = new Random(seed);
      long high = (now.toEpochMilli() << 16) | (sameRandom.nextLong() & 0xFFFF);
      BigInteger number =
          new BigInteger(Long.toUnsignedString(high))
              .shiftLeft(64)
              .add(new BigInteger(Long.toUnsignedString(sameRandom.nextLong())));
      assertThat(value(id)).isEqualTo(number);
      assertThat(id).hasSize(22);
    }
  }

  @Test
  void idsOfExecutionsSortByTime() {
    var random = new Random(1);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      ids.add(Ids.newExecution(NOW.plusMillis(i), random).value());
    }

    assertThat(ids).isSorted();
  }

  @Test
  void idsOfTaskRunsAreDistinctAndComeOutTheSameAgain() {
    var random = new Random(1);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      ExecutionId execution = Ids.newExecution(NOW, random);
      for (int sequence = 0; sequence < 1_000; sequence++) {
        ids.add(Ids.taskRun(execution, sequence));
      }
      assertThat(ids).contains(Ids.taskRun(execution, 7));
    }

    assertThat(ids).hasSize(100_000).allMatch(id -> id.length() == 22);
  }

  @Test
  void idsOfCalledExecutionsFollowFromTheCallAndSortByTimeAndIteration() {
    ExecutionId caller = Ids.newExecution(NOW, new Random(1));
    List<String> ids = new ArrayList<>();
    for (int attempt = 0; attempt < 3; attempt++) {
      for (int iteration : new int[] {0, 1, 65_535, 65_536, 1_000_000}) {
        ids.add(Ids.called(caller, 7, attempt, iteration, NOW.plusMillis(attempt)).value());
      }
    }

    assertThat(ids).isSorted().doesNotHaveDuplicates().allMatch(id -> id.length() == 22);
    assertThat(Ids.called(caller, 7, 0, 0, NOW).value()).isEqualTo(ids.getFirst());
    assertThat(Ids.called(caller, 8, 0, 0, NOW).value()).isNotEqualTo(ids.getFirst());
  }

  private static BigInteger value(String id) {
    BigInteger value = BigInteger.ZERO;
    for (int i = 0; i < id.length(); i++) {
      int digit = DIGITS.indexOf(id.charAt(i));
      value = value.multiply(BigInteger.valueOf(62)).add(BigInteger.valueOf(digit));
    }
    return value;
  }
}
