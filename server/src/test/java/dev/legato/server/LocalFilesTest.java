package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.http.HttpRules;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.flow.FlowId;
import dev.legato.model.trigger.TriggerId;
import dev.legato.orchestrator.execution.CreateOutcome.Created;
import dev.legato.orchestrator.execution.CreateRequest;
import dev.legato.orchestrator.flow.FlowOutcome.Saved;
import dev.legato.plugin.AllowedFolders;
import dev.legato.server.config.ScriptConfig;
import dev.legato.server.config.ServerConfig;
import dev.legato.server.config.TaskConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of the machine start flows and are handled by tasks, in allowed folders only. */
class LocalFilesTest {
  private static final FlowId FLOW = new FlowId("company", "files");

  @TempDir private Path data;
  @TempDir private Path folder;
  private final EndedExecutions ended = new EndedExecutions();
  private Application application;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    var tasks =
        new TaskConfig(
            HttpRules.DEFAULTS, ScriptConfig.DEFAULTS, new AllowedFolders(List.of(folder)));
    application = Application.start(data, ServerConfig.DEFAULTS.withTasks(tasks));
    ended.listenTo(application);
  }

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void newFilesStartTheFlowOnceAndAreMovedAway() throws Exception {
    watch("action: MOVE", "moveDirectory: " + folder.resolve("done"), "regExp: .*[.]csv");
    Files.writeString(folder.resolve("in/one.txt"), "no");

    Files.writeString(folder.resolve("part"), "a,b");
    Files.move(folder.resolve("part"), folder.resolve("in/one.csv"));

    assertThat(outputs(ended.next()))
        .containsEntry("content", "a,b")
        .containsEntry("name", "one.csv");
    await(() -> Files.exists(folder.resolve("done/one.csv")));
    assertThat(folder.resolve("in/one.csv")).doesNotExist();
    assertThat(folder.resolve("in/one.txt")).exists();
    assertNothingElseStarts();
  }

  @Test
  void filesThatStayAreRememberedUntilTheyChange() throws Exception {
    Files.writeString(folder.resolve("in/one.csv"), "1");
    watch();
    assertThat(outputs(ended.next())).containsEntry("content", "1");
    assertNothingElseStarts();

    Files.writeString(folder.resolve("in/one.csv"), "22");

    assertThat(outputs(ended.next())).containsEntry("content", "22");
    assertNothingElseStarts();
  }

  @Test
  void tasksListTakeHandOverCopyMoveAndDelete() throws Exception {
    Files.writeString(folder.resolve("in/one.csv"), "1");
    Files.writeString(folder.resolve("in/two.csv"), "22");
    save(
        """
        tasks:
          - {id: list, type: io.kestra.plugin.fs.local.List, from: %1$s/in, sort: NAME_DESC}
          - {id: take, type: io.kestra.plugin.fs.local.Download, from: %1$s/in/one.csv}
          - {id: put, type: io.kestra.plugin.fs.local.Upload, from: "{{ outputs.take.uri }}", to: %1$s/out/}
          - {id: copy, type: io.kestra.plugin.fs.local.Copy, from: %1$s/in/two.csv, to: %1$s/out/2.csv}
          - {id: move, type: io.kestra.plugin.fs.local.Move, from: %1$s/in/two.csv, to: %1$s/out/3.csv}
          - {id: delete, type: io.kestra.plugin.fs.local.Delete, from: %1$s/in/one.csv}
          - {id: all, type: io.kestra.plugin.fs.local.Downloads, from: %1$s/out}
        outputs:
          - {id: first, type: STRING, value: "{{ outputs.list.files[0].name }}"}
          - {id: copied, type: STRING, value: "{{ read(outputs.all.outputFiles['2.csv']) }}"}
        """
            .formatted(folder));

    ExecutionRecord execution = run();

    assertThat(execution.status().name()).isEqualTo("SUCCESS");
    assertThat(outputs(execution)).containsEntry("first", "two.csv").containsEntry("copied", "22");
    assertThat(folder.resolve("out/one.csv")).hasContent("1");
    assertThat(folder.resolve("out/3.csv")).hasContent("22");
    assertThat(folder.resolve("in")).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/etc/passwd", "%s/../secret", "%s/in/link/passwd", "in/one.csv"})
  void nothingOutsideOfTheAllowedFoldersIsReached(String path) throws Exception {
    Files.createSymbolicLink(folder.resolve("in/link"), Path.of("/etc"));
    save(
        "tasks: [{id: take, type: io.kestra.plugin.fs.local.Download, from: '%s'}]%n"
            .formatted(path.formatted(folder)));

    assertThat(run().status().name()).isEqualTo("FAILED");
  }

  @Test
  void anyTaskReadsAnAllowedFileByItsAddress() throws Exception {
    Files.writeString(folder.resolve("in/one.csv"), "a,b\n1,2\n");
    save(
        """
        tasks:
          - {id: rows, type: io.kestra.plugin.serdes.csv.CsvToIon, from: "file://%1$s/in/one.csv"}
          - id: script
            type: io.kestra.plugin.scripts.shell.Commands
            inputFiles: {x.csv: "file://%1$s/in/one.csv"}
            commands: ["cp x.csv y.csv"]
            outputFiles: [y.csv]
        outputs:
          - {id: rows, type: INT, value: "{{ outputs.rows.size }}"}
          - {id: copied, type: STRING, value: "{{ read(outputs.script.outputFiles['y.csv']) }}"}
        """
            .formatted(folder));

    ExecutionRecord execution = run();

    assertThat(execution.status().name()).isEqualTo("SUCCESS");
    assertThat(outputs(execution)).containsEntry("rows", 1).containsEntry("copied", "a,b\n1,2\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "file://%s/../x", "file://%s/missing.csv"})
  void noAddressLeadsOutOfTheAllowedFolders(String address) throws Exception {
    save(
        "tasks: [{id: rows, type: io.kestra.plugin.serdes.csv.CsvToIon, from: '%s'}]%n"
            .formatted(address.formatted(folder)));

    assertThat(run().status().name()).isEqualTo("FAILED");
  }

  private void watch(String... properties) {
    save(
        """
        tasks:
          - {id: hi, type: io.kestra.plugin.core.log.Log, message: hi}
        outputs:
          - {id: name, type: STRING, value: "{{ trigger.files[0].name }}"}
          - {id: content, type: STRING, value: "{{ read(trigger.files[0].uri) }}"}
        triggers:
          - id: came
            type: io.kestra.plugin.fs.local.Trigger
            from: %s
            interval: PT0.2S
        """
                .formatted(folder.resolve("in"))
            + String.join("\n", properties).indent(4));
  }

  private void save(String content) {
    assertThat(application.flows().save("id: files\nnamespace: company\n" + content))
        .isInstanceOf(Saved.class);
  }

  private ExecutionRecord run() throws InterruptedException {
    assertThat(application.executions().create(CreateRequest.of(FLOW, Map.of())))
        .isInstanceOf(Created.class);
    return ended.next();
  }

  /** It has looked twice more and found nothing. */
  private void assertNothingElseStarts() throws InterruptedException {
    for (int i = 0; i < 4; i++) {
      long before = changed();
      await(() -> changed() > before);
    }
    assertThat(ended.soFar()).isEmpty();
    assertThat(application.triggers().find(new TriggerId(FLOW, "came")).orElseThrow().problem())
        .isNull();
  }

  private long changed() {
    return application
        .triggers()
        .find(new TriggerId(FLOW, "came"))
        .orElseThrow()
        .updatedAt()
        .toEpochMilli();
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  private static Map<String, @Nullable Object> outputs(ExecutionRecord execution) {
    return Objects.requireNonNull(execution.outputs());
  }
}
