package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StoredExecution;
import dev.legato.server.config.ServerConfig;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Flows that people wrote in 2023 run as they are. */
class SeedFlowsTest {
  private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+Z";

  @TempDir private static Path data;
  private static LocalServer server;

  @BeforeAll
  static void start() {
    server =
        LocalServer.start(
            data, ServerConfig.DEFAULTS.withHttp(ServerConfig.DEFAULTS.http().withPort(0)));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "01-hello-world, Hello World",
    "02-hello-world-input, Hello Ada",
    "05-flow-with-trigger, echo > INSTANT"
  })
  void aSeedFlowRunsInTheProcess(String name, String log) throws Exception {
    var runs = new Runs(server.application());

    StoredExecution ended = runs.run(source(name), inputs(name));

    assertThat(ended.execution().status()).isEqualTo(ExecutionStatus.SUCCESS);
    assertThat(runs.log(ended)).singleElement().asString().matches(log.replace("INSTANT", INSTANT));
  }

  @ParameterizedTest
  @CsvSource({
    "01-hello-world, hello-world, Hello World",
    "02-hello-world-input, hello-world, Hello Ada",
    "05-flow-with-trigger, flow-with-trigger, echo > INSTANT"
  })
  void aSeedFlowRunsOverHttp(String name, String id, String log) throws Exception {
    try (var client = new HttpClientOf(server)) {
      server.application().flows().save(source(name));

      String path = "executions/fr.loicmathieu.example/" + id + "?wait=true";
      JsonNode ended = HttpClientOf.json(client.form(path, "name", "Ada"));

      assertThat(ended.at("/state/current").asString()).isEqualTo("SUCCESS");
      JsonNode lines = client.get("logs/" + ended.get("id").asString() + "?taskId=" + taskId(name));
      assertThat(lines).hasSize(1);
      assertThat(lines.get(0).get("message").asString()).matches(log.replace("INSTANT", INSTANT));
    }
  }

  private static String source(String name) {
    return Checkout.resource("/seed-flows/" + name + ".yaml");
  }

  private static String taskId(String name) {
    return name.startsWith("05") ? "echo" : "hello";
  }

  private static Map<String, @Nullable Object> inputs(String name) {
    return name.startsWith("02") ? Map.of("name", "Ada") : Map.of();
  }
}
