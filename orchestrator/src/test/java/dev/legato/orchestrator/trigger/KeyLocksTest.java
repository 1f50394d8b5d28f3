package dev.legato.orchestrator.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class KeyLocksTest {
  private final KeyLocks<String> locks = new KeyLocks<>();

  @Test
  void worksOnThoseKeysThatAreFreeAndTellsOfTheOthers() throws InterruptedException {
    var held = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    Thread other =
        Thread.ofVirtual()
            .start(
                () ->
                    locks.with(
                        "b",
                        () -> {
                          held.countDown();
                          return await(done);
                        }));
    assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();
    var worked = new ArrayList<String>();

    List<String> busy = locks.withThoseFree(List.of("a", "b", "c"), worked::addAll);

    assertThat(worked).containsExactly("a", "c");
    assertThat(busy).containsExactly("b");
    done.countDown();
    assertThat(other.join(Duration.ofSeconds(60))).isTrue();
    assertThat(locks.withThoseFree(List.of("a", "b", "c"), worked::addAll)).isEmpty();
  }

  @Test
  void aKeyIsFreeAgainAfterAFailure() throws InterruptedException {
    try {
      locks.withThoseFree(
          List.of("a"),
          _ -> {
            throw new IllegalStateException("on purpose");
          });
    } catch (IllegalStateException expected) {
      assertThat(expected).hasMessage("on purpose");
    }
    var worked = new CountDownLatch(1);

    Thread.ofVirtual()
        .start(
            () ->
                locks.with(
                    "a",
                    () -> {
                      worked.countDown();
                      return true;
                    }));

    assertThat(worked.await(60, TimeUnit.SECONDS)).isTrue();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
