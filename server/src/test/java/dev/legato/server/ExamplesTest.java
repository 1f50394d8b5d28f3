package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.StoredExecution;
import dev.legato.orchestrator.template.TemplateOutcome;
import dev.legato.server.config.ServerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file in {@code examples} does what the comments at its end say. */
class ExamplesTest {
  private static final int MAX_LINES = 60;

  @TempDir private static Path data;
  private static Application application;
  private static ExampleServer server;

  @BeforeAll
  static void start() throws IOException {
    application = Application.start(data, ServerConfig.DEFAULTS);
    server = new ExampleServer();
    for (Path file : examples()) { // some call others
      String source = server.serve(Files.readString(file));
      application.flows().save(source);
      List<String> template = after("# template| ", source); // which some use
      if (!template.isEmpty()) {
        assertThat(application.templates().save(String.join("\n", template)))
            .isInstanceOf(TemplateOutcome.Saved.class);
      }
    }
  }

  @AfterAll
  static void stop() {
    application.close();
    server.close();
  }

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Checkout.root().resolve("examples"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void thereAreTenExamplesAtLeast() throws IOException {
    assertThat(examples()).hasSizeGreaterThanOrEqualTo(10);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleDoesWhatItSays(Path file) throws Exception {
    String source = Files.readString(file);
    var runs = new Runs(application);

    StoredExecution ended = runs.run(server.located(source), Map.of());

    assertThat(expected(source, "state")).containsExactly(ended.execution().status().name());
    assertThat(runs.log(ended)).zipSatisfy(expected(source, "log"), ExamplesTest::matches);
    assertThat(outputs(ended)).containsExactlyElementsOf(expected(source, "output"));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleShowsOneIdeaShortly(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String name = file.getFileName().toString().replaceAll("\\.yaml$", "");

    assertThat(lines).hasSizeLessThan(MAX_LINES).contains("id: " + name);
    assertThat(lines.getFirst()).startsWith("# ");
  }

  /** An ellipsis in the expected line stands for anything, such as an id. */
  private static void matches(String line, String expected) {
    String pattern = Pattern.quote(expected).replace("…", "\\E.*\\Q");
    assertThat(line).matches(pattern);
  }

  private static List<String> expected(String source, String kind) {
    return after("# " + kind + ": ", source);
  }

  private static List<String> after(String start, String source) {
    return source
        .lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .toList();
  }

  private static List<String> outputs(StoredExecution ended) {
    var outputs = Objects.requireNonNullElseGet(ended.execution().outputs(), LinkedHashMap::new);
    return outputs.entrySet().stream().map(o -> o.getKey() + "=" + o.getValue()).toList();
  }
}
