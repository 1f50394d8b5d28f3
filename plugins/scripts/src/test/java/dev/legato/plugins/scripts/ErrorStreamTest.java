package dev.legato.plugins.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.plugin.Warned;
import dev.legato.process.Containers;
import dev.legato.process.LocalPrograms;
import dev.legato.process.ProcessConfig;
import dev.legato.testkit.task.RecordingContext;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ErrorStreamTest {
  private static final String OLD = "io.kestra.core.tasks.scripts.Bash";
  private static final String NEW = "io.kestra.plugin.scripts.shell.Commands";

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({
    OLD + ", echo few >&2,      , true",
    OLD + ", echo few >&2, true , true",
    OLD + ", echo few >&2, false, false",
    OLD + ", echo few    ,      , false",
    NEW + ", echo few >&2,      , false",
    NEW + ", echo few >&2, true , true",
    NEW + ", echo few    , true , false",
  })
  void linesOnTheErrorStreamAreAWarningWhereFlowsExpectThat(
      String type, String command, Boolean wanted, boolean warned) throws Exception {
    Map<String, Object> properties = new HashMap<>();
    properties.put("commands", List.of(command));
    properties.put("runner", "PROCESS");
    if (wanted != null) {
      properties.put("warningOnStdErr", wanted);
    }
    ProcessConfig config =
        ProcessConfig.in(home.resolve("programs"), home.toString(), "life", System.getenv());
    try (var programs = new LocalPrograms(config, Containers.NONE)) {
      Record result = new RecordingContext(home.resolve("work"), programs).run(type, properties);

      assertThat(((Warned) result).warned()).isEqualTo(warned);
    }
  }
}
