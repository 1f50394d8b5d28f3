package dev.legato.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.legato.server.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlowCommandTest {
  private static JsonSchema schema;

  @TempDir private Path folder;

  @BeforeAll
  static void printSchema() throws IOException {
    Ran ran = Ran.legato("flow", "schema");
    assertThat(ran.exitCode()).isZero();
    schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(new ObjectMapper().readTree(ran.out()));
  }

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Checkout.root().resolve("examples"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleFitsThePrintedSchema(Path file) throws IOException {
    assertThat(schema.validate(Files.readString(file), InputFormat.YAML)).isEmpty();
  }

  @Test
  void theSchemaKnowsInstalledTypes() {
    String flow =
        """
        id: a
        namespace: b
        tasks:
          - {id: t, type: io.kestra.plugin.core.log.Log, mesage: x}
        """;

    assertThat(schema.validate(flow, InputFormat.YAML)).hasSize(2);
  }

  private static final String OLD =
      """
      id: a
      namespace: b
      # says hello
      tasks:
        - id: t
          type: io.kestra.core.tasks.debugs.Echo
          format: hello
      """;

  @Test
  void anOldFlowIsShownInTheSpellingOfToday() throws IOException {
    Path file = Files.writeString(folder.resolve("old.yaml"), OLD);

    Ran ran = Ran.legato("flow", "migrate", file.toString());

    assertThat(ran.exitCode()).isZero();
    assertThat(ran.out().lines())
        .containsExactly(
            "--- " + file,
            "+++ " + file,
            "@@ -3,5 +3,5 @@",
            " # says hello",
            " tasks:",
            "   - id: t",
            "-    type: io.kestra.core.tasks.debugs.Echo",
            "-    format: hello",
            "+    type: io.kestra.plugin.core.log.Log",
            "+    message: hello");
    assertThat(file).hasContent(OLD);
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void filesChangeWhenAskedTo() throws IOException {
    Path file = Files.writeString(folder.resolve("old.yaml"), OLD);

    assertThat(Ran.legato("flow", "migrate", "--write", folder.toString()).out())
        .isEqualToNormalizingNewlines("✓ " + file + "\n");
    assertThat(file)
        .content()
        .contains("# says hello", "type: io.kestra.plugin.core.log.Log", "message: hello");
    assertThat(Ran.legato("flow", "migrate", file.toString()).out()).isEmpty();
  }
}
