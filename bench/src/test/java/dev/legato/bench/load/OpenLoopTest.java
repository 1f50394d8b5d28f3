package dev.legato.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.bench.load.OpenLoop.Outcome;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class OpenLoopTest {
  @Test
  void everyRequestIsSentAndCounted() throws Exception {
    var calls = new AtomicInteger();

    Outcome outcome = OpenLoop.run(() -> calls::incrementAndGet, 200, 1);

    assertThat(calls).hasValue(200);
    assertThat(outcome.latency().getTotalCount()).isEqualTo(200);
    assertThat(outcome.failed()).isZero();
    assertThat(outcome.achieved()).isPositive().isLessThanOrEqualTo(201);
  }

  @Test
  void aStallIsChargedToEveryRequestThatWasDueMeanwhile() throws Exception {
    var turn = new Semaphore(1); // one request at a time, as behind one slow resource
    var first = new AtomicInteger();
    long stall = TimeUnit.MILLISECONDS.toNanos(500);

    Outcome outcome =
        OpenLoop.run(
            () ->
                () -> {
                  turn.acquire();
                  try {
                    if (first.getAndIncrement() == 0) {
                      long until = System.nanoTime() + stall;
                      while (System.nanoTime() < until) {
                        Thread.onSpinWait();
                      }
                    }
                  } finally {
                    turn.release();
                  }
                },
            100,
            1);

    // about half of the requests were due during the stall; they waited 250 ms on average
    assertThat(outcome.millis(100)).isGreaterThan(450);
    assertThat(outcome.millis(60)).isGreaterThan(1);
    assertThat(outcome.latency().getCountBetweenValues(100_000, 1_000_000)).isGreaterThan(25);
  }

  @Test
  void aRequestThatFailsIsNoLatency() throws Exception {
    Outcome outcome =
        OpenLoop.run(
            () ->
                () -> {
                  throw new IOException("refused");
                },
            50,
            1);

    assertThat(outcome.failed()).isEqualTo(50);
    assertThat(outcome.latency().getTotalCount()).isZero();
    assertThat(outcome.isSustained()).isFalse();
  }
}
