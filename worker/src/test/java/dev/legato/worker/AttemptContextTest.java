package dev.legato.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.FlowId;
import dev.legato.plugin.Attempt;
import dev.legato.plugin.NewFile;
import dev.legato.plugin.NoOutput;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.SafePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tasks may use, and what they may not. */
@Timeout(60)
class AttemptContextTest {
  private static final SafePath OWN = FileLayout.execution(WorkerBench.FLOW, WorkerBench.EXECUTION);

  private final WorkerBench bench = new WorkerBench();

  @AfterEach
  void close() {
    bench.close();
  }

  private record Text(@Nullable Object text) {}

  @Test
  void aTaskKnowsWhichAttemptItIs() throws Exception {
    var seen = new AtomicReference<Attempt>();
    Job job =
        bench.job(
            context -> {
              seen.set(context.attempt());
              return NoOutput.NONE;
            });

    bench.run(with(job, 2, Map.of("taskrun", Map.of("value", "fr"))));

    assertThat(seen.get())
        .isEqualTo(
            new Attempt(
                WorkerBench.EXECUTION.value(),
                WorkerBench.FLOW.namespace(),
                WorkerBench.FLOW.id(),
                1,
                "task",
                job.taskRunId(),
                "fr",
                2));
  }

  @Test
  void aTaskRendersWithFurtherVariablesThatHideOthers() throws Exception {
    AttemptResult result =
        bench.run(
            bench.job(
                context ->
                    new Text(
                        List.of(
                            context.render("{{name}} {{count}}", Map.of("count", 3)),
                            context.render("{{name}}", Map.of("name", "other")),
                            context.evaluate("{{count}}", Map.of("count", 3))))));

    assertThat(result.outputs()).isEqualTo(Map.of("text", List.of("World 3", "other", 3)));
  }

  @Test
  void aTemplateThatCannotBeRenderedIsNamed() throws Exception {
    assertThat(bench.run(bench.job(context -> new Text(context.render("{{gone}}", Map.of())))))
        .isEqualTo(
            AttemptResult.failed("'{{gone}}' cannot be rendered: no such variable in {{gone}}"));
  }

  @Test
  void theWorkingDirectoryIsForTheOwnerOnlyAndGoneAfterwards() throws Exception {
    var seen = new AtomicReference<Path>();

    AttemptResult result =
        bench.run(
            bench.job(
                context -> {
                  Path folder = context.workingDirectory();
                  seen.set(folder);
                  Path sub = Files.createDirectories(folder.resolve("a/b"));
                  Files.writeString(sub.resolve("file"), "text");
                  Files.createSymbolicLink(folder.resolve("link"), bench.temporary);
                  Files.setPosixFilePermissions(sub, PosixFilePermissions.fromString("r-x------"));
                  assertThat(context.workingDirectory()).isEqualTo(folder);
                  return new Text(
                      PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
                }));

    assertThat(result).isEqualTo(AttemptResult.success(Map.of("text", "rwx------")));
    assertThat(seen.get()).doesNotExist();
    assertThat(bench.temporary).exists();
  }

  @Test
  void whatAProcessThatDiedHasLeftBehindIsRemoved(@TempDir Path folder) throws Exception {
    Path work = Files.createDirectories(folder.resolve("work"));
    Files.writeString(Files.createDirectories(work.resolve("attempt-1/a")).resolve("file"), "x");

    LeftBehind.remove(work);
    LeftBehind.remove(work);

    assertThat(work).doesNotExist();
    assertThat(folder).exists();
  }

  @Test
  void aTaskWithoutNeedOfAWorkingDirectoryGetsNone() throws Exception {
    Path unused = bench.temporary.resolve("unused");

    bench.run(bench.job(_ -> NoOutput.NONE));

    assertThat(unused).doesNotExist();
  }

  @Test
  void aFileIsStoredWholeWhenItIsKept() throws Exception {
    AttemptResult result =
        bench.run(
            bench.job(
                context -> {
                  try (NewFile given = context.files().create("given-up.txt")) {
                    given.content().write('x');
                  }
                  URI small = context.files().store("small.txt", "héllo");
                  URI large;
                  try (NewFile file = context.files().create("large.bin")) {
                    for (int i = 0; i < 300; i++) {
                      file.content().write(new byte[1_000]);
                    }
                    large = file.keep();
                  }
                  assertThat(context.files().size(small)).isEqualTo(6);
                  assertThat(context.files().read(large).readAllBytes()).hasSize(300_000);
                  try (var left = Files.list(context.workingDirectory())) {
                    assertThat(left).isEmpty();
                  }
                  return new Text(small.toString());
                }));

    assertThat(result.status()).isEqualTo(TaskRunStatus.SUCCESS);
    assertThat(bench.files.files.keySet())
        .extracting(SafePath::name)
        .containsExactly("large.bin", "small.txt");
    assertThat(String.valueOf(result.outputs().get("text")))
        .matches("kestra:///.*/executions/.*/tasks/task/.*/small\\.txt");
  }

  @Test
  void theFilesOfAnAttemptThatWasGivenUpAreNotThoseOfTheNextOne() throws Exception {
    Scripted.Body body = context -> new Text(context.files().store("a.txt", "x").toString());

    Object first = bench.run(bench.job(body)).outputs().get("text");
    Object second = bench.run(with(bench.job(body), 1, Map.of())).outputs().get("text");

    assertThat(second).isNotEqualTo(first).asString().contains("/attempt-1/");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "own execution       , true",
    "calling execution   , true",
    "same namespace      , true",
    "namespace files     , true",
    "other namespace     , false",
    "other namespace file, false"
  })
  void onlyFilesInReachMayBeRead(String kind, boolean allowed) throws Exception {
    FlowId caller = new FlowId("other.place", "caller");
    SafePath path =
        switch (kind) {
          case "own execution" -> OWN.resolve("inputs", "a", "file");
          case "calling execution" ->
              FileLayout.execution(caller, new ExecutionId("parent")).resolve("file");
          case "same namespace" ->
              FileLayout.execution(
                      new FlowId(WorkerBench.FLOW.namespace(), "else"), new ExecutionId("e"))
                  .resolve("file");
          case "namespace files" ->
              FileLayout.namespaceFiles(WorkerBench.FLOW.namespace()).resolve("file");
          case "other namespace" ->
              FileLayout.execution(caller, new ExecutionId("e")).resolve("file");
          default -> FileLayout.namespaceFiles("other").resolve("file");
        };
    bench.files.put(path, new ByteArrayInputStream("content".getBytes(StandardCharsets.UTF_8)));
    Job job =
        bench.job(
            context ->
                new Text(
                    new String(
                        context.files().read(URI.create(path.uri())).readAllBytes(),
                        StandardCharsets.UTF_8)));

    AttemptResult result =
        bench.run(
            with(
                job,
                0,
                Map.of(
                    "trigger",
                    Map.of(
                        "namespace", caller.namespace(),
                        "flowId", caller.id(),
                        "executionId", "parent"))));

    if (allowed) {
      assertThat(result.outputs()).isEqualTo(Map.of("text", "content"));
    } else {
      assertThat(result.error()).contains(path.uri(), "may not be used here");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "file:///etc/passwd       , is not in a folder that flows may use",
    "kestra:///a/../b         , must not contain '.' or '..'",
    "kestra:///a/%2e%2e/b     , must not contain '.' or '..'",
    "nsfile:///../b           , must not contain '.' or '..'",
    "nsfile://other           , is an address without a path"
  })
  void anAddressThatIsNoneIsRefused(String uri, String message) throws Exception {
    assertThat(
            bench
                .run(bench.job(context -> new Text(context.files().size(URI.create(uri)))))
                .error())
        .contains(message);
  }

  @Test
  void aMissingFileIsNamed() throws Exception {
    URI gone = URI.create(OWN.resolve("gone").uri());

    assertThat(bench.run(bench.job(context -> new Text(context.files().size(gone)))).error())
        .contains("There is no file '" + gone + "'");
  }

  @Test
  void allFilesOfAnExecutionCanBeDeleted() throws Exception {
    for (int i = 0; i < 2_500; i++) {
      bench.files.put(OWN.resolve("f" + i), new ByteArrayInputStream(new byte[0]));
    }
    SafePath others = FileLayout.namespaceFiles(WorkerBench.FLOW.namespace()).resolve("kept");
    bench.files.put(others, new ByteArrayInputStream(new byte[0]));

    AttemptResult result =
        bench.run(bench.job(context -> new Text(context.files().deleteAllOfExecution().size())));

    assertThat(result.outputs()).isEqualTo(Map.of("text", 2_500));
    assertThat(bench.files.files).containsOnlyKeys(others);
  }

  @Test
  void aTaskRunsAnotherOneAsAPartOfIt() throws Exception {
    assertThat(bench.run(bench.job(context -> context.runTask("core.log.Log Hello {{name}}"))))
        .isEqualTo(AttemptResult.success(Map.of()));
    assertThat(bench.logs.lines()).containsExactly("INFO Hello World");

    assertThat(bench.run(bench.job(context -> context.runTask("nonsense"))).error())
        .isEqualTo("'nonsense' is no task");
  }

  @Test
  void whatIsKeptCannotBeWrittenToAnyMore() throws Exception {
    bench.run(
        bench.job(
            context -> {
              NewFile file = context.files().create("a");
              file.keep();
              assertThatThrownBy(() -> file.content().write(1)).isInstanceOf(IOException.class);
              assertThatThrownBy(file::keep).isInstanceOf(IOException.class);
              return NoOutput.NONE;
            }));
  }

  private static Job with(Job job, int attempt, Map<String, Object> variables) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(job.variables());
    all.putAll(variables);
    return new Job(
        job.execution(),
        job.flow(),
        job.revision(),
        job.taskRun(),
        job.taskRunId(),
        attempt,
        job.step(),
        null,
        all);
  }
}
