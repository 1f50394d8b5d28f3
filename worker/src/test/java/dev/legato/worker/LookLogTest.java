package dev.legato.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.model.flow.LogLevel;
import dev.legato.plugin.Finding;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskLog.Level;
import dev.legato.storage.file.SafePath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Looks of triggers whose log becomes a file. */
class LookLogTest {
  private final WorkerBench bench = new WorkerBench();
  private final TriggerRunner runner = bench.triggers();

  @AfterEach
  void close() throws Exception {
    runner.close();
    bench.close();
    try (var left = Files.walk(bench.temporary)) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void theLinesOfALookThatFindsSomethingAreInAFileOfItsExecution() throws Exception {
    TriggerFinding found =
        look(context -> {
              context.render("{{secret}}", Map.of("secret", "hunter2hunter2"));
              context.log().log(Level.INFO, "one hunter2hunter2");
              context.log().log(Level.WARN, "two\nlines");
              return Optional.of(
                  new Finding<>(
                      new ScriptedTrigger.Seen("it"),
                      null,
                      () -> context.log().log(Level.INFO, "afterwards")));
            })
            .orElseThrow();

    assertThat(found.logFile()).contains(WorkerBench.EXECUTION.value());
    assertThat(content(found))
        .contains(" INFO one ", " WARN two\nlines")
        .doesNotContain("hunter2hunter2");
    assertThat(bench.logs.lines()).isEmpty();
    found.afterwards().run();
    assertThat(bench.logs.lines()).containsExactly("INFO afterwards");
  }

  @Test
  void theLinesOfALookThatFindsNothingAreDropped() throws Exception {
    Optional<TriggerFinding> found =
        look(
            context -> {
              context.log().log(Level.INFO, "nothing");
              return Optional.empty();
            });

    assertThat(found).isEmpty();
    assertThat(bench.logs.lines()).isEmpty();
  }

  @Test
  void theLinesOfALookThatFailsAreInTheLogAfterAll() {
    assertThatThrownBy(
            () ->
                look(
                    context -> {
                      context.log().log(Level.INFO, "two\nlines");
                      throw new TaskFailure("no luck");
                    }))
        .isInstanceOf(TriggerFailure.class);

    assertThat(bench.logs.lines()).startsWith("INFO two\nlines", "ERROR no luck");
    assertThat(bench.logs.entries()).allMatch(line -> "watch".equals(line.triggerId()));
  }

  private Optional<TriggerFinding> look(ScriptedTrigger.Body body) throws Exception {
    return runner.look(
        new TriggerWork(
            WorkerBench.FLOW,
            "watch",
            "test.ScriptedTrigger",
            Map.of("body", body),
            LogLevel.TRACE,
            true,
            Map.of(),
            () -> WorkerBench.EXECUTION));
  }

  private String content(TriggerFinding found) throws Exception {
    try (var file = bench.files.open(SafePath.parseUri(found.logFile()))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
