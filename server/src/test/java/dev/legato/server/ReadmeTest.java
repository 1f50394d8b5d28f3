package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.server.config.ServerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages tell people to type works as they say. */
class ReadmeTest {
  private static final Pattern SHELL = Pattern.compile("(?ms)^```bash\\n(.*?)^```");
  private static final int MAX_SECONDS = 60;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/getting-started.md"})
  void theWalkThroughWithCurlWorks(String page) throws Exception {
    var http = ServerConfig.DEFAULTS.http().withPort(0);
    try (var server =
        LocalServer.start(folder.resolve("data"), ServerConfig.DEFAULTS.withHttp(http))) {
      String script = walkThrough(page).replace(":8080", ":" + server.port());

      assertThat(run("set -euo pipefail\n" + script)).contains("INFO Hello Ada");
    }
  }

  @Test
  void theFlowOfTheWalkThroughIsTheOneOf2023() {
    assertThat(walkThrough("README.md"))
        .contains(Checkout.resource("/seed-flows/02-hello-world-input.yaml").strip());
  }

  @Test
  void theExamplesThatAreNamedExist() {
    assertThat(Checkout.read("README.md").split("[\\s()`]+"))
        .filteredOn(word -> word.matches("examples/.*\\.yaml"))
        .isNotEmpty()
        .allSatisfy(example -> assertThat(Checkout.root().resolve(example)).exists());
  }

  private static String walkThrough(String page) {
    return shellBlocks(page).stream()
        .filter(block -> block.contains("curl "))
        .reduce("", (all, next) -> all + next);
  }

  private static List<String> shellBlocks(String page) {
    return SHELL
        .matcher(Checkout.read(page))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }

  private String run(String script) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("script.sh"), script);
    Process shell =
        new ProcessBuilder("bash", file.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String output = shell.inputReader().readAllAsString();
    assertThat(shell.waitFor(MAX_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(shell.exitValue()).as(output).isZero();
    return output;
  }
}
