package dev.legato.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.TaskRunStatus;
import dev.legato.plugin.NoOutput;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerClosingTest {
  @Test
  void closingWaitsForWhatRunsAndStartsNothingMore() throws Exception {
    var bench = new WorkerBench(WorkerBench.withSlots(1));
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    bench.worker.submit(
        bench.job(
            _ -> {
              started.countDown();
              mayEnd.await();
              return NoOutput.NONE;
            }));
    bench.worker.submit(bench.job(_ -> NoOutput.NONE));
    started.await();

    Thread closing = Thread.ofVirtual().start(bench::close);
    while (bench.worker.figures().waiting() > 0) {
      Thread.onSpinWait(); // until closing has taken back what waits
    }
    mayEnd.countDown();
    closing.join();
    bench.worker.submit(bench.job(_ -> NoOutput.NONE));

    assertThat(bench.awaitEnd().result().status()).isEqualTo(TaskRunStatus.SUCCESS);
    assertThat(bench.otherEnds()).isEmpty();
    assertThat(bench.worker.figures().started()).isEqualTo(1);
  }

  @Test
  void whatIsInterruptedByClosingIsNotReportedBecauseItIsRunAgain() throws Exception {
    var bench = new WorkerBench(WorkerBench.withoutShutdownGrace());
    CountDownLatch started = new CountDownLatch(1);
    bench.worker.submit(
        bench.job(
            context -> {
              started.countDown();
              context.sleep(Duration.ofDays(1));
              return NoOutput.NONE;
            }));
    started.await();

    bench.close();

    assertThat(bench.otherEnds()).isEmpty();
    assertThat(bench.logs.lines())
        .containsExactly("WARN The server shuts down; the attempt will be run again.");
  }

  @Test
  void whatWaitsForLongerThanThatIsCutOffAtOnce() throws Exception {
    var bench = new WorkerBench(WorkerConfig.DEFAULTS.withShutdownGrace(Duration.ofDays(1)));
    CountDownLatch started = new CountDownLatch(2);
    CountDownLatch mayWait = new CountDownLatch(1);
    bench.worker.submit(
        bench.job(
            context -> {
              started.countDown();
              context.sleep(Duration.ofDays(2));
              return NoOutput.NONE;
            }));
    bench.worker.submit(
        bench.job(
            context -> {
              started.countDown();
              mayWait.await();
              context.sleep(Duration.ofSeconds(Long.MAX_VALUE)); // begins while the worker closes
              return NoOutput.NONE;
            }));
    started.await();

    Thread closing = Thread.ofVirtual().start(bench::close);
    while (bench.worker.figures().running() > 1) {
      Thread.onSpinWait(); // until closing has cut off the first one
    }
    mayWait.countDown();
    closing.join();

    assertThat(bench.otherEnds()).isEmpty();
    assertThat(bench.logs.lines())
        .hasSize(2)
        .containsOnly("WARN The server shuts down; the attempt will be run again.");
  }
}
