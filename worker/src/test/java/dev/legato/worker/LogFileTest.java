package dev.legato.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.plan.Step.TaskStep;
import dev.legato.storage.file.SafePath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Attempts whose log becomes a file. */
class LogFileTest {
  private final WorkerBench bench = new WorkerBench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void theLinesAreInTheFileAndNotInTheLog() throws Exception {
    AttemptResult result =
        bench.run(job("io.kestra.plugin.core.log.Log", Map.of("message", "hello")));

    assertThat(result.status()).isEqualTo(TaskRunStatus.SUCCESS);
    assertThat(content(result)).endsWith(" INFO hello" + System.lineSeparator());
    assertThat(bench.logs.lines()).isEmpty();
  }

  @Test
  void theReasonOfAFailureIsInTheFile() throws Exception {
    AttemptResult result =
        bench.run(job("io.kestra.plugin.core.execution.Fail", Map.of("errorMessage", "no luck")));

    assertThat(result.status()).isEqualTo(TaskRunStatus.FAILED);
    assertThat(content(result)).contains(" ERROR no luck");
  }

  @Test
  void nothingIsLeftBehind() throws Exception {
    bench.run(job("io.kestra.plugin.core.log.Log", Map.of("message", "hello")));

    try (var left = Files.walk(bench.temporary)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  private String content(AttemptResult result) throws Exception {
    try (var file = bench.files.open(SafePath.parseUri(result.logFile()))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Job job(String type, Map<String, Object> properties) {
    Job job = bench.job(type, properties);
    TaskStep step = job.step();
    return new Job(
        job.execution(),
        job.flow(),
        job.revision(),
        job.taskRun(),
        job.taskRunId(),
        job.attempt(),
        new TaskStep(step.header(), step.properties(), null, null, null, true),
        null,
        job.variables());
  }
}
