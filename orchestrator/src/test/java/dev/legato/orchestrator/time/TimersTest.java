package dev.legato.orchestrator.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimersTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final Timers timers = new Timers(() -> NOON);

  @Test
  void aTimerIsDueAtItsInstantAndOnce() {
    Timer timer = retry(1, NOON);
    timers.set(timer);

    assertThat(timers.takeDue(NOON.minusNanos(1))).isEmpty();
    assertThat(timers.takeDue(NOON)).containsExactly(timer);
    assertThat(timers.takeDue(NOON)).isEmpty();
    assertThat(timers.next()).isEmpty();
  }

  @Test
  void theEarliestComesFirst() {
    timers.set(retry(1, NOON.plusSeconds(2)));
    timers.set(retry(2, NOON));
    timers.set(retry(3, NOON.plusSeconds(1)));

    assertThat(timers.next()).contains(NOON);
    assertThat(timers.takeDue(NOON.plusSeconds(5)))
        .extracting(Timer::taskRun)
        .containsExactly(2, 3, 1);
  }

  @Test
  void settingATimerAgainReplacesIt() {
    timers.set(retry(1, NOON));
    timers.set(retry(1, NOON.plusSeconds(9)));

    assertThat(timers.next()).contains(NOON.plusSeconds(9));
    assertThat(timers.takeDue(NOON.plusSeconds(8))).isEmpty();
    assertThat(timers.takeDue(NOON.plusSeconds(9))).hasSize(1);
  }

  @Test
  void theSameTimerSetTwiceIsDueOnce() {
    Timer timer = retry(1, NOON);
    timers.set(timer);
    timers.set(timer);

    assertThat(timers.takeDue(NOON)).containsExactly(timer);
  }

  @Test
  void aCancelledTimerIsNeverDue() {
    timers.set(retry(1, NOON));
    timers.cancel(retry(1, NOON).key());
    timers.cancel(retry(2, NOON).key());

    assertThat(timers.next()).isEmpty();
    assertThat(timers.takeDue(NOON.plus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void manyCancelledTimersDoNotHideTheOthers() {
    timers.set(retry(0, NOON.plusSeconds(1)));
    IntStream.range(1, 5_000)
        .forEach(
            taskRun -> {
              timers.set(retry(taskRun, NOON));
              timers.cancel(retry(taskRun, NOON).key());
            });

    assertThat(timers.takeDue(NOON.plusSeconds(1))).extracting(Timer::taskRun).containsExactly(0);
  }

  @Test
  void aRunningLoopHandsOverWhatIsSetLater() throws InterruptedException {
    BlockingQueue<Timer> fired = new LinkedBlockingQueue<>();
    Thread loop = Thread.ofVirtual().start(() -> timers.run(fired::add));
    Timer timer = retry(1, NOON);
    timers.set(timer);

    assertThat(fired.poll(10, TimeUnit.SECONDS)).isEqualTo(timer);
    loop.interrupt();
    assertThat(loop.join(Duration.ofSeconds(10))).isTrue();
  }

  private static Timer retry(int taskRun, Instant due) {
    return new Timer(new ExecutionId("execution"), Timer.Kind.RETRY, taskRun, due);
  }
}
