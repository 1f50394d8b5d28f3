package dev.legato.language.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UnknownTypesTest {
  private static final List<String> KNOWN =
      List.of(
          "io.kestra.plugin.core.http.Trigger",
          "io.kestra.plugin.core.log.Log",
          "io.kestra.plugin.fs.local.Upload",
          "io.kestra.plugin.serdes.csv.CsvToIon");

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          io.kestra.plugin.core.log.Lgo             | Did you mean 'io.kestra.plugin.core.log.Log'?
          io.kestra.plugin.core.logs.Log            | Did you mean 'io.kestra.plugin.core.log.Log'?
          io.kestra.plugin.serde.csv.CsvToIon       | Did you mean 'io.kestra.plugin.serdes.csv.CsvToIon'?
          io.kestra.plugin.core.tasks.many.flow.Log | Did you mean 'io.kestra.plugin.core.log.Log'?
          io.kestra.plugin.jdbc.postgresql.Trigger  | There is no plugin 'jdbc' here; there are core, fs, serdes.
          io.kestra.plugin.gcp.gcs.Upload           | There is no plugin 'gcp' here; there are core, fs, serdes.
          io.kestra.plugin.git.Clone                | There is no plugin 'git' here; there are core, fs, serdes.
          io.kestra.plugin.ee.flow.HumanTask        | Only an enterprise edition has it.
          Log                                       | Did you mean 'io.kestra.plugin.core.log.Log'?
          com.example.Nothing                       | Check the spelling, or install the plugin.
          io.kestra.plugin.core.none.Whatever       | Check the spelling, or install the plugin.
          """)
  void theHintSaysWhatToDo(String type, String hint) {
    assertThat(UnknownTypes.hint(type, KNOWN)).isEqualTo(hint);
  }

  @ParameterizedTest
  @CsvSource({"io.kestra.plugin.graalvm.js.Eval", "scripts.groovy.FileTransform"})
  void scriptsInsideTheServerHaveASubstitute(String type) {
    assertThat(UnknownTypes.hint(type, KNOWN)).contains("io.kestra.plugin.scripts.python.Script");
  }
}
