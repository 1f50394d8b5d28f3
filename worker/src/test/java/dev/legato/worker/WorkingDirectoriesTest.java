package dev.legato.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Job;
import dev.legato.model.flow.FlowId;
import dev.legato.model.plan.Step.TaskStep;
import dev.legato.model.plan.StepHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingDirectoriesTest {
  private static final ExecutionId EXECUTION = new ExecutionId("0Execution000000000001");

  @TempDir private Path folder;
  private WorkingDirectories directories;

  @BeforeEach
  void begin() {
    directories = new WorkingDirectories(folder);
  }

  @Test
  void tasksOfOneTaskRunShareAFolderUntilItIsReleased() throws IOException {
    Path first = directories.of(job(1, 0)).path();
    Files.writeString(first.resolve("note"), "from the first task");

    assertThat(directories.of(job(2, 0)).path()).isEqualTo(first);
    directories.release(EXECUTION, 0);

    assertThat(first).doesNotExist();
    assertThat(directories.of(job(3, 0)).path()).isNotEqualTo(first);
  }

  @Test
  void otherTasksHaveFoldersOfTheirOwn() throws IOException {
    Path shared = directories.of(job(1, 0)).path();
    Path alone = directories.of(job(2, null)).path();
    Path ofAnother = directories.of(job(3, 9)).path();

    assertThat(alone).isNotEqualTo(directories.of(job(2, null)).path());
    assertThat(shared).isNotEqualTo(alone).isNotEqualTo(ofAnother);
  }

  private static Job job(int taskRun, @Nullable Integer directory) {
    var step =
        new TaskStep(
            new StepHeader("task", "test", null, false, false, null), Map.of(), null, null);
    var flow = new FlowId("company.team", "flow");
    return new Job(EXECUTION, flow, 1, taskRun, "run" + taskRun, 0, step, directory, Map.of());
  }
}
