package dev.legato.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerThreadsTest {
  @Test
  void actionsRunInTheOrderOfTheirTimesUnlessCancelled() throws Exception {
    try (Deadlines deadlines = WorkerThreads.deadlines()) {
      CountDownLatch last = new CountDownLatch(1);
      AtomicBoolean cancelled = new AtomicBoolean();
      AtomicBoolean earlier = new AtomicBoolean();
      deadlines.after(Duration.ofMillis(20), last::countDown);
      deadlines.after(Duration.ofMillis(10), () -> cancelled.set(true)).cancel();
      deadlines.after(Duration.ZERO, () -> earlier.set(true));
      deadlines.after(Duration.ofDays(1_000_000), last::countDown);

      assertThat(last.await(20, TimeUnit.SECONDS)).isTrue();
      assertThat(earlier).isTrue();
      assertThat(cancelled).isFalse();
    }
  }

  @Test
  void afterClosingNothingIsAwaitedAndNothingBreaks() {
    Deadlines deadlines = WorkerThreads.deadlines();
    deadlines.close();

    deadlines.after(Duration.ZERO, () -> {}).cancel();
  }
}
