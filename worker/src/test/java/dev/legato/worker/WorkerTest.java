package dev.legato.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.plugin.NoOutput;
import dev.legato.plugin.TaskContext;
import dev.legato.worker.WorkerBench.Ended;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who runs when, and that every attempt is reported once. */
@Timeout(60)
class WorkerTest {
  private static final Scripted.Body NOTHING = _ -> NoOutput.NONE;

  @Test
  void theResultLeavesAfterTheLastLogLine() throws Exception {
    try (var bench = new WorkerBench()) {
      bench.worker.submit(
          bench.job(
              context -> {
                for (int i = 0; i < 1_000; i++) {
                  context.log().info("line " + i);
                }
                return NoOutput.NONE;
              }));

      assertThat(bench.awaitEnd().lines()).isEqualTo(1_000);
      assertThat(bench.logs.lines())
          .startsWith("INFO line 0", "INFO line 1")
          .endsWith("INFO line 999");
    }
  }

  @Test
  void anAttemptThatIsSubmittedTwiceRunsOnce() throws Exception {
    try (var bench = new WorkerBench()) {
      AtomicInteger runs = new AtomicInteger();
      CountDownLatch mayEnd = new CountDownLatch(1);
      Job job =
          bench.job(
              _ -> {
                runs.incrementAndGet();
                mayEnd.await();
                return NoOutput.NONE;
              });

      bench.worker.submit(job);
      bench.worker.submit(job);
      mayEnd.countDown();
      bench.awaitEnd();
      bench.worker.close();

      assertThat(runs).hasValue(1);
      assertThat(bench.otherEnds()).isEmpty();
    }
  }

  @Test
  void onlySoManyRunAtOnceAndTheOthersFollow() throws Exception {
    try (var bench = new WorkerBench(WorkerBench.withSlots(2))) {
      CountDownLatch mayEnd = new CountDownLatch(1);
      CountDownLatch twoRun = new CountDownLatch(2);
      AtomicInteger running = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      for (int i = 0; i < 20; i++) {
        bench.worker.submit(
            bench.job(
                _ -> {
                  most.accumulateAndGet(running.incrementAndGet(), Math::max);
                  twoRun.countDown();
                  mayEnd.await();
                  running.decrementAndGet();
                  return NoOutput.NONE;
                }));
      }

      twoRun.await();
      assertThat(bench.worker.figures().running()).isEqualTo(2);
      assertThat(bench.worker.figures().waiting()).isEqualTo(18);
      mayEnd.countDown();
      for (int i = 0; i < 20; i++) {
        bench.awaitEnd();
      }
      assertThat(most).hasValue(2);
    }
  }

  @Test
  void aKilledAttemptIsInterruptedAndEndsKilled() throws Exception {
    try (var bench = new WorkerBench()) {
      CountDownLatch started = new CountDownLatch(1);
      Job job = bench.job(context -> sleepLong(started, context::sleep));

      bench.worker.submit(job);
      started.await();
      bench.worker.kill(job.key());
      bench.worker.kill(job.key());

      assertThat(bench.awaitEnd().result()).isEqualTo(AttemptResult.killed());
      assertThat(bench.logs.lines()).containsExactly("INFO The attempt was killed.");
    }
  }

  @Test
  void aKilledAttemptEndsKilledEvenIfItsTaskSucceeds() throws Exception {
    try (var bench = new WorkerBench()) {
      CountDownLatch started = new CountDownLatch(1);
      CountDownLatch never = new CountDownLatch(1);
      Job job =
          bench.job(
              _ -> {
                started.countDown();
                try {
                  never.await();
                } catch (InterruptedException _) {
                  // goes on as if nothing had happened
                }
                return NoOutput.NONE;
              });

      bench.worker.submit(job);
      started.await();
      bench.worker.kill(job.key());

      assertThat(bench.awaitEnd().result()).isEqualTo(AttemptResult.killed());
    }
  }

  @Test
  void anAttemptThatIsKilledBeforeItsStartNeverRuns() throws Exception {
    try (var bench = new WorkerBench(WorkerBench.withSlots(1))) {
      CountDownLatch mayEnd = new CountDownLatch(1);
      AtomicInteger runs = new AtomicInteger();
      Job first = bench.job(_ -> await(mayEnd));
      Job second =
          bench.job(
              _ -> {
                runs.incrementAndGet();
                return NoOutput.NONE;
              });
      bench.worker.submit(first);
      bench.worker.submit(second);

      bench.worker.kill(second.key());

      Ended killed = bench.awaitEnd();
      assertThat(killed.attempt()).isEqualTo(second.key());
      assertThat(killed.result()).isEqualTo(AttemptResult.killed());
      mayEnd.countDown();
      assertThat(bench.awaitEnd().attempt()).isEqualTo(first.key());
      assertThat(bench.run(bench.job(NOTHING)).status()).isEqualTo(TaskRunStatus.SUCCESS);
      assertThat(runs).hasValue(0);
    }
  }

  @Test
  void killingWhatIsNotThereDoesNothing() throws Exception {
    try (var bench = new WorkerBench()) {
      Job job = bench.job(NOTHING);
      bench.worker.kill(job.key());

      assertThat(bench.run(job).status()).isEqualTo(TaskRunStatus.SUCCESS);
      bench.worker.kill(job.key());
      bench.worker.close();

      assertThat(bench.otherEnds()).isEmpty();
    }
  }

  @Test
  void anAttemptThatTakesTooLongFails() throws Exception {
    try (var bench = new WorkerBench()) {
      bench.worker.submit(
          bench.jobWithTimeout("{{wait}}", context -> sleepLong(null, context::sleep)));

      bench.deadlines.advance(Duration.ofSeconds(3));

      String message = "The task took longer than its timeout of PT3S.";
      assertThat(bench.awaitEnd().result()).isEqualTo(AttemptResult.failed(message));
      assertThat(bench.logs.lines()).containsExactly("ERROR " + message);
      assertThat(bench.worker.figures().timedOut()).isEqualTo(1);
    }
  }

  @Test
  void anAttemptThatEndsInTimeLeavesNoAlarmBehind() throws Exception {
    try (var bench = new WorkerBench()) {
      bench.run(bench.jobWithTimeout("PT1H", NOTHING));

      assertThat(bench.deadlines.pending()).isZero();
    }
  }

  @Test
  void anAttemptThatIgnoresItsKillIsReportedAfterTheGraceAndItsLateReturnIsNot() throws Exception {
    try (var bench = new WorkerBench(WorkerBench.withSlots(1))) {
      Stubborn stubborn = new Stubborn();
      Job job = bench.job(stubborn);
      bench.worker.submit(job);
      stubborn.started.await();

      bench.worker.kill(job.key());
      bench.deadlines.advance(WorkerBench.CONFIG.killGrace());

      assertThat(bench.awaitEnd().result()).isEqualTo(AttemptResult.killed());
      assertThat(bench.logs.lines())
          .containsExactly(
              "WARN The task ignored its interrupt for PT9S; it counts as ended, but part of it may"
                  + " still run.",
              "INFO The attempt was killed.");
      assertThat(bench.worker.figures().abandoned()).isEqualTo(1);
      assertThat(bench.run(bench.job(NOTHING)).status()).isEqualTo(TaskRunStatus.SUCCESS);

      stubborn.returnLate();
      assertThat(bench.otherEnds()).isEmpty();
      assertThat(bench.logs.lines()).doesNotContain("INFO late");
      assertThat(bench.worker.figures().running()).isZero();
    }
  }

  @Test
  void anAttemptThatIgnoresItsTimeoutFailsAfterTheGrace() throws Exception {
    try (var bench = new WorkerBench()) {
      Stubborn stubborn = new Stubborn();
      bench.worker.submit(bench.jobWithTimeout("PT1S", stubborn));
      stubborn.started.await();

      bench.deadlines.advance(Duration.ofSeconds(1));
      bench.deadlines.advance(WorkerBench.CONFIG.killGrace());

      assertThat(bench.awaitEnd().result())
          .isEqualTo(AttemptResult.failed("The task took longer than its timeout of PT1S."));
      stubborn.returnLate();
      assertThat(bench.otherEnds()).isEmpty();
    }
  }

  @Test
  void countsWhatItDoes() throws Exception {
    try (var bench = new WorkerBench()) {
      bench.run(bench.job("io.kestra.core.tasks.log.Log", Map.of("message", "a")));
      bench.run(bench.job("core.log.Log", Map.of("message", "a")));
      bench.run(bench.job("core.execution.Fail", Map.of()));
      bench.run(bench.job("no.such.Type", Map.of()));

      assertThat(bench.worker.figures().started()).isEqualTo(4);
      assertThat(bench.worker.figures().ended())
          .isEqualTo(
              Map.of(
                  new WorkerFigures.Ended("io.kestra.plugin.core.log.Log", TaskRunStatus.SUCCESS),
                      2L,
                  new WorkerFigures.Ended(
                          "io.kestra.plugin.core.execution.Fail", TaskRunStatus.FAILED),
                      1L,
                  new WorkerFigures.Ended("unknown", TaskRunStatus.FAILED), 1L));
    }
  }

  @Test
  void everyAttemptIsReportedOnceWhateverIsKilledWhen() throws Exception {
    Random random = new Random(42);
    try (var bench = new WorkerBench(WorkerBench.withSlots(50))) {
      List<Job> jobs = new ArrayList<>();
      for (int i = 0; i < 5_000; i++) {
        Job job = bench.job("core.log.Log", Map.of("message", "line " + i));
        jobs.add(job);
        bench.worker.submit(job);
        bench.worker.kill(jobs.get(random.nextInt(jobs.size())).key());
      }

      Set<Job.Key> reported = new HashSet<>();
      for (int i = 0; i < jobs.size(); i++) {
        assertThat(reported.add(bench.awaitEnd().attempt())).isTrue();
      }
      bench.worker.close();
      assertThat(bench.otherEnds()).isEmpty();
      assertThat(bench.worker.figures().running()).isZero();
      assertThat(bench.worker.figures().waiting()).isZero();
    }
  }

  private static NoOutput await(CountDownLatch latch) throws InterruptedException {
    latch.await();
    return NoOutput.NONE;
  }

  private interface Sleeping {
    void sleep(Duration duration) throws InterruptedException;
  }

  private static NoOutput sleepLong(CountDownLatch started, Sleeping sleeping)
      throws InterruptedException {
    if (started != null) {
      started.countDown();
    }
    sleeping.sleep(Duration.ofDays(1));
    return NoOutput.NONE;
  }

  /** Does not give up when it is interrupted. */
  private static final class Stubborn implements Scripted.Body {
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private volatile Thread thread;

    @Override
    public NoOutput run(TaskContext context) {
      thread = Thread.currentThread();
      started.countDown();
      while (mayEnd.getCount() > 0) {
        try {
          mayEnd.await();
        } catch (InterruptedException _) {
          // that is the point
        }
      }
      context.log().info("late");
      return NoOutput.NONE;
    }

    void returnLate() throws InterruptedException {
      mayEnd.countDown();
      thread.join();
    }
  }
}
