package dev.legato.orchestrator.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DueQueueTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final DueQueue<String> queue = new DueQueue<>(() -> NOON);

  @Test
  void somethingIsDueAtItsInstantAndOnce() {
    queue.set("a", NOON);

    assertThat(queue.takeDue(NOON.minusNanos(1))).isEmpty();
    assertThat(queue.takeDue(NOON)).containsExactly("a");
    assertThat(queue.takeDue(NOON)).isEmpty();
    assertThat(queue.next()).isEmpty();
  }

  @Test
  void theEarliestComesFirst() {
    queue.set("1", NOON.plusSeconds(2));
    queue.set("2", NOON);
    queue.set("3", NOON.plusSeconds(1));

    assertThat(queue.next()).contains(NOON);
    assertThat(queue.takeDue(NOON.plusSeconds(5))).containsExactly("2", "3", "1");
  }

  @Test
  void settingSomethingAgainReplacesIt() {
    queue.set("1", NOON);
    queue.set("1", NOON.plusSeconds(9));

    assertThat(queue.next()).contains(NOON.plusSeconds(9));
    assertThat(queue.takeDue(NOON.plusSeconds(8))).isEmpty();
    assertThat(queue.takeDue(NOON.plusSeconds(9))).hasSize(1);
  }

  @Test
  void theSameSetTwiceIsDueOnce() {
    queue.set("a", NOON);
    queue.set("a", NOON);

    assertThat(queue.takeDue(NOON)).containsExactly("a");
  }

  @Test
  void whatIsCancelledIsNeverDue() {
    queue.set("1", NOON);
    queue.cancel("1");
    queue.cancel("2");

    assertThat(queue.next()).isEmpty();
    assertThat(queue.takeDue(NOON.plus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void manyCancelledOnesDoNotHideTheOthers() {
    queue.set("0", NOON.plusSeconds(1));
    IntStream.range(1, 5_000)
        .forEach(
            taskRun -> {
              queue.set("t" + taskRun, NOON);
              queue.cancel("t" + taskRun);
            });

    assertThat(queue.takeDue(NOON.plusSeconds(1))).containsExactly("0");
  }

  @Test
  void aRunningLoopHandsOverWhatIsSetLater() throws InterruptedException {
    BlockingQueue<String> fired = new LinkedBlockingQueue<>();
    Thread loop = Thread.ofVirtual().start(() -> queue.run((key, _) -> fired.add(key)));
    queue.set("a", NOON);

    assertThat(fired.poll(10, TimeUnit.SECONDS)).isEqualTo("a");
    loop.interrupt();
    assertThat(loop.join(Duration.ofSeconds(10))).isTrue();
  }
}
