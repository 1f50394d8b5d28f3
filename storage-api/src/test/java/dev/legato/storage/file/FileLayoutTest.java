package dev.legato.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileLayoutTest {
  private static final FlowId FLOW = new FlowId("company.team", "My_Flow");
  private static final ExecutionId EXECUTION = new ExecutionId("7fKLm3");

  @Test
  void everyFileHasItsPlace() {
    assertThat(FileLayout.flow(FLOW)).hasToString("/company/team/my-flow");
    assertThat(FileLayout.execution(FLOW, EXECUTION))
        .hasToString("/company/team/my-flow/executions/7fKLm3");
    assertThat(FileLayout.taskRun(FLOW, EXECUTION, "Load.Data", "9xYz"))
        .hasToString("/company/team/my-flow/executions/7fKLm3/tasks/load-data/9xYz");
    assertThat(FileLayout.trigger(FLOW, EXECUTION, "on_file"))
        .hasToString("/company/team/my-flow/executions/7fKLm3/trigger/on-file");
    assertThat(FileLayout.input(FLOW, EXECUTION, "report", "a b.csv").uri())
        .isEqualTo("kestra:///company/team/my-flow/executions/7fKLm3/inputs/report/a%20b.csv");
    assertThat(FileLayout.namespaceFiles("company.team")).hasToString("/company/team/_files");
    assertThat(FileLayout.cache(new FlowId("ns", "flow"), "wd", null))
        .hasToString("/ns/flow/wd/cache/cache.zip");
    assertThat(FileLayout.cache(new FlowId("ns", "flow"), "wd", "0af3"))
        .hasToString("/ns/flow/wd/cache/0af3/cache.zip");
  }

  @Test
  void placesTellWhatTheyHold() {
    ExecutionId execution = new ExecutionId("0FKLm3aB9xYz0FKLm3aB9x");
    SafePath folder = FileLayout.execution(FLOW, execution);
    assertThat(FileLayout.executionAt(folder)).contains(execution);
    assertThat(FileLayout.executionAt(folder.resolve("inputs"))).isEmpty();
    assertThat(FileLayout.executionAt(FileLayout.flow(FLOW).resolve("executions"))).isEmpty();

    assertThat(FileLayout.isCache(FileLayout.cache(FLOW, "wd", null))).isTrue();
    assertThat(FileLayout.isCache(FileLayout.cache(FLOW, "wd", "0af3"))).isTrue();
    assertThat(FileLayout.isCache(FileLayout.cachedOutputs(FLOW, "query", "0af3"))).isTrue();
    assertThat(FileLayout.isCache(FileLayout.remembered(FLOW, "poll"))).isFalse();
    assertThat(FileLayout.isCache(SafePath.of("cache.zip"))).isFalse();

    assertThat(FileLayout.isShared(FileLayout.namespaceFiles("company.team"))).isTrue();
    assertThat(FileLayout.isShared(FileLayout.flow(FLOW))).isFalse();
  }

  @Test
  void cachesOfFlowsWithTheSameSlugAreApart() {
    assertThat(FileLayout.cache(new FlowId("ns", "a_b"), "t", null))
        .isNotEqualTo(FileLayout.cache(new FlowId("ns", "a-b"), "t", null));
    assertThat(FileLayout.cache(new FlowId("ns", "a"), "T", null))
        .isNotEqualTo(FileLayout.cache(new FlowId("ns", "a"), "t", null));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "a._files, /a/__files/_files",
    "a.__files, /a/___files/_files",
    "a..b, /a/_/b/_files",
    "a._.b, /a/__/b/_files",
    "a., /a/_/_files"
  })
  void noNamespaceCanReachTheFilesOfAnother(String namespace, String expected) {
    assertThat(FileLayout.namespaceFiles(namespace)).hasToString(expected);
  }
}
