package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.http.HttpRules;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.FlowId;
import dev.legato.plugin.AllowedFolders;
import dev.legato.process.ProcessConfig.DefaultPlace;
import dev.legato.server.config.ScriptConfig;
import dev.legato.server.config.ServerConfig;
import dev.legato.server.config.TaskConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flows with scripts, through a whole server. */
class ScriptFlowsTest {
  private static final String SEED =
      "flow-language/src/test/resources/seed-flows/06-wikipedia-top-ten-python-pandas.yaml";

  private static final String LOCAL_SOURCE =
      """
        - id: write-csv
          type: io.kestra.plugin.core.storage.Write
          extension: .csv
          content: |
            date,title,views
            2026-11-22T10:00:00,Paris,120
            2026-11-22T10:00:00,Lyon,80
      """;

  @TempDir private static Path data;
  private static Application application;

  @BeforeAll
  static void start() {
    ScriptConfig usual = ScriptConfig.DEFAULTS;
    ScriptConfig scripts =
        new ScriptConfig(
            DefaultPlace.PROCESS,
            usual.handedOn(),
            Map.of("python", "/usr/bin/python3"), // which has Debian's pandas
            usual.maxProcesses(),
            usual.killGrace(),
            usual.warm(),
            usual.packages(),
            null,
            usual.docker());
    TaskConfig tasks = new TaskConfig(HttpRules.DEFAULTS, scripts, AllowedFolders.NONE);
    application = Application.start(data, ServerConfig.DEFAULTS.withTasks(tasks));
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void theSeedFlowSumsViewsWithRealPandas() throws Exception {
    String seed = Checkout.read(SEED);
    int query = seed.indexOf("  - id: query-top-ten");
    int python = seed.indexOf("  - id: \"python\"");
    String flow = seed.substring(0, query) + LOCAL_SOURCE.indent(0) + seed.substring(python);

    var runs = new Runs(application);
    StoredExecution ended = runs.run(flow, Map.of());

    assertThat(runs.log(ended)).anyMatch(line -> line.contains("pandas.core.frame.DataFrame"));
    assertThat(ended.execution().status()).isEqualTo(ExecutionStatus.SUCCESS);
    assertThat(taskRun(ended, "python").outputs())
        .extractingByKey("vars")
        .isEqualTo(Map.of("sumOfViews", 200));
  }

  @Test
  void aProgramThatWritesAsFastAsItCanLosesNoLine() throws Exception {
    int lines = 200_000;
    var runs = new Runs(application);

    StoredExecution ended =
        runs.run(
            """
            id: lines
            namespace: company.team
            tasks:
              - id: write
                type: io.kestra.plugin.scripts.shell.Commands
                commands:
                  - seq -f 'line %%.0f' %d
            """
                .formatted(lines),
            Map.of());

    assertThat(runs.log(ended))
        .isEqualTo(IntStream.rangeClosed(1, lines).mapToObj(each -> "line " + each).toList());
  }

  @Test
  void aScriptOf2023ThatWritesToItsErrorStreamEndsWithAWarning() throws Exception {
    StoredExecution ended =
        new Runs(application)
            .run(
                """
                id: warns
                namespace: company.team
                tasks:
                  - id: old
                    type: io.kestra.core.tasks.scripts.Bash
                    commands:
                      - echo few rows >&2
                  - id: new
                    type: io.kestra.plugin.scripts.shell.Commands
                    commands:
                      - echo few rows >&2
                """,
                Map.of());

    assertThat(taskRun(ended, "old").status()).isEqualTo(TaskRunStatus.WARNING);
    assertThat(taskRun(ended, "new").status()).isEqualTo(TaskRunStatus.SUCCESS);
    assertThat(ended.execution().status()).isEqualTo(ExecutionStatus.WARNING);
  }

  @Test
  void aWorkingDirectoryFindsWhatTheExecutionBeforeHasLeft() throws Exception {
    String flow =
        """
        id: caches
        namespace: company.team
        tasks:
          - id: together
            type: io.kestra.plugin.core.flow.WorkingDirectory
            cache:
              patterns:
                - packages/**
            tasks:
              - id: install
                type: io.kestra.plugin.scripts.shell.Commands
                commands:
                  - test -f packages/made && echo found || (mkdir packages; date > packages/made)
        """;
    var runs = new Runs(application);

    assertThat(runs.log(runs.run(flow, Map.of()))).isEmpty();
    assertThat(runs.log(runs.run(new FlowId("company.team", "caches"), Map.of())))
        .containsExactly("found");
  }

  private static TaskRunRecord taskRun(StoredExecution execution, String task) {
    return execution.taskRuns().stream()
        .filter(run -> run.taskId().equals(task))
        .findFirst()
        .orElseThrow();
  }
}
