package dev.legato.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.plan.Step.TaskCache;
import dev.legato.model.plan.Step.TaskStep;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Outputs of earlier runs; files of these tests were written in 1970. */
class OutputCacheTest {
  private static final String USED_AGAIN = "The outputs of an earlier run are used again.";
  private static final TaskCache FOR_EVER = new TaskCache(null);

  private final WorkerBench bench = new WorkerBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aTaskWithTheSameValuesDoesNotRunAgain() throws Exception {
    AttemptResult first = bench.run(job("Hello {{name}}", FOR_EVER));
    AttemptResult second = bench.run(job("Hello World", FOR_EVER));

    assertThat(first.outputs()).isEqualTo(Map.of("value", "Hello World"));
    assertThat(second).isEqualTo(first);
    assertThat(timesUsedAgain()).isEqualTo(1);
  }

  @Test
  void otherValuesRun() throws Exception {
    bench.run(job("a", FOR_EVER));
    AttemptResult other = bench.run(job("b", FOR_EVER));

    assertThat(other.outputs()).isEqualTo(Map.of("value", "b"));
    assertThat(timesUsedAgain()).isZero();
  }

  @Test
  void whatIsTooOldRunsAgain() throws Exception {
    bench.run(job("a", new TaskCache(Duration.ofHours(1))));
    bench.run(job("a", new TaskCache(Duration.ofHours(1))));

    assertThat(timesUsedAgain()).isZero();
  }

  @Test
  void aTaskWithoutCacheAlwaysRuns() throws Exception {
    bench.run(job("a", FOR_EVER));
    bench.run(job("a", null));

    assertThat(timesUsedAgain()).isZero();
  }

  @Test
  void failuresAreNotKept() throws Exception {
    for (int i = 0; i < 2; i++) {
      Job failing =
          cached(bench.job("io.kestra.plugin.core.execution.Fail", Map.of("errorMessage", "no")));
      assertThat(bench.run(failing).status()).isEqualTo(TaskRunStatus.FAILED);
    }
    assertThat(timesUsedAgain()).isZero();
  }

  private long timesUsedAgain() {
    return bench.logs.lines().stream().filter(line -> line.contains(USED_AGAIN)).count();
  }

  private static Job cached(Job job) {
    return with(job, FOR_EVER);
  }

  private Job job(String format, @Nullable TaskCache cache) {
    return with(bench.job("io.kestra.plugin.core.debug.Return", Map.of("format", format)), cache);
  }

  private static Job with(Job job, @Nullable TaskCache cache) {
    TaskStep step = job.step();
    return new Job(
        job.execution(),
        job.flow(),
        job.revision(),
        job.taskRun(),
        job.taskRunId(),
        job.attempt(),
        new TaskStep(step.header(), step.properties(), null, null, cache, false),
        null,
        job.variables());
  }
}
