package dev.legato.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.plugin.process.ProcessRunner;
import dev.legato.plugin.process.Program;
import dev.legato.plugin.process.Program.Kind;
import dev.legato.testkit.task.RecordingContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KestraModuleTest {
  private static final String SCRIPT =
      """
      import sys
      import kestra

      around = []
      around.append(around)
      values = [
          "", "a\\"b\\\\c\\n\\u2028\\x7f", "Zoë ∑ 𝄞 \\ud800", 0, -1, 10 ** 40, 0.1, -0.0, 1e300, True, False, None,
          [], {}, (), [1, [2, {"a": (3,)}]], {"ä": {"b": [None]}}, float("nan"), float("inf"),
          {1: 2}, {None: 1}, {3, 4} - {4}, b"x", 1j,
      ]
      assert "json" not in sys.modules
      quick = []
      for value in values:
          quick.append(kestra._json(value))
          sys.modules.pop("json", None)
      import json
      for value, text in zip(values, quick):
          if text != json.dumps(value, default=kestra._plain):
              print("differs:", ascii(value), text)
      try:
          kestra._json(around)
      except ValueError:
          print("no circles")
      print(len(quick), "values")
      """;

  @TempDir Path folder;

  @Test
  void outputsAreWrittenAsJsonWithoutLoadingJson() throws Exception {
    Path script = Files.writeString(folder.resolve("script.py"), SCRIPT);
    var context = new RecordingContext();
    ProcessConfig config =
        ProcessConfig.in(
            folder.resolve("programs"), folder.toString(), "life", Map.copyOf(System.getenv()));
    try (var programs = new LocalPrograms(config, Containers.NONE)) {
      Program program =
          new Program(
              List.of("/usr/bin/python3", script.toString()),
              folder,
              Map.of("PYTHONPATH", programs.modules().toString()),
              null,
              List.of(),
              Kind.ANY,
              false);

      programs.run(program, new ProcessRunner(), context);
    }

    assertThat(context.lines).containsExactly("INFO no circles", "INFO 24 values");
  }
}
