package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.legato.model.execution.StoredExecution;
import dev.legato.server.config.ServerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Every blueprint of a flow does what {@code blueprints.yaml} says. */
class BlueprintFlowsTest {
  private static final Path FOLDER =
      Checkout.root().resolve("rest-api/src/main/resources/dev/legato/rest/blueprint/flow");
  private static final Map<String, String> PAGES =
      Map.of(
          "/ping", "pong",
          "/products",
              "{\"products\":[{\"title\":\"a\",\"price\":1},{\"title\":\"b\",\"price\":2}]}",
          "/hook", "ok");

  @TempDir private static Path data;
  private static Application application;
  private static HttpServer site;
  private static Map<?, ?> expectations;

  @BeforeAll
  static void start() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext("/", BlueprintFlowsTest::answer);
    site.start();
    expectations = expectations();
    application = Application.start(data, ServerConfig.DEFAULTS);
    for (String id : blueprints()) { // some call others
      application.flows().save(source(id));
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String page = PAGES.getOrDefault(exchange.getRequestURI().getPath(), "");
    byte[] body = page.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(page.isEmpty() ? 404 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Map<?, ?> expectations() throws IOException {
    try (var in = BlueprintFlowsTest.class.getResourceAsStream("/blueprints.yaml")) {
      var load = new Load(LoadSettings.builder().build());
      return (Map<?, ?>) load.loadFromInputStream(Objects.requireNonNull(in));
    }
  }

  @AfterAll
  static void stop() {
    application.close();
    site.stop(0);
  }

  static List<String> blueprints() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replaceAll("\\.yaml$", ""))
          .sorted()
          .toList();
    }
  }

  private static String source(String id) throws IOException {
    return Files.readString(FOLDER.resolve(id + ".yaml"));
  }

  @Test
  void thereAreThirtyBlueprintsAtLeast() throws IOException {
    assertThat(blueprints()).hasSizeGreaterThanOrEqualTo(30);
  }

  @ParameterizedTest
  @MethodSource("blueprints")
  void aBlueprintDoesWhatIsExpected(String id) throws Exception {
    Map<?, ?> expected = (Map<?, ?>) Objects.requireNonNull(expectations.get(id), id);
    var runs = new Runs(application);

    StoredExecution ended = runs.run(source(id), inputs(expected));

    List<String> lines = ((List<?>) expected.get("log")).stream().map(String::valueOf).toList();
    assertThat(runs.log(ended)).zipSatisfy(lines, BlueprintFlowsTest::matches);
    assertThat(ended.execution().status().name()).isEqualTo(expected.get("state"));
  }

  private static Map<String, @Nullable Object> inputs(Map<?, ?> expected) {
    var inputs = new LinkedHashMap<String, @Nullable Object>();
    if (expected.get("inputs") instanceof Map<?, ?> given) {
      String server = "http://localhost:" + site.getAddress().getPort();
      given.forEach(
          (name, value) ->
              inputs.put((String) name, String.valueOf(value).replace("{server}", server)));
    }
    return inputs;
  }

  private static void matches(String line, String expected) {
    assertThat(line).matches(Pattern.quote(expected).replace("…", "\\E.*\\Q"));
  }
}
