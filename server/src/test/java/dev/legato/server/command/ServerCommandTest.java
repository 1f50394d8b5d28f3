package dev.legato.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.server.Application;
import dev.legato.server.config.ServerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerCommandTest {
  @TempDir private Path folder;

  @Test
  void aDataDirectoryInUseIsRefused() {
    Path data = folder.resolve("data");
    try (var _ = Application.start(data, ServerConfig.DEFAULTS)) {
      Ran ran = Ran.legato("server", "local", "--port", "0", "--data", data.toString());

      assertThat(ran.exitCode()).isEqualTo(1);
      assertThat(ran.err())
          .contains(
              data.toString(), "is in use by another Legato server", "another --data directory")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aPortInUseIsRefused() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      Ran ran =
          Ran.legato(
              "server", "local", "--port", port, "--data", folder.resolve("data").toString());

      assertThat(ran.exitCode()).isEqualTo(1);
      assertThat(ran.err())
          .contains("Cannot listen on 127.0.0.1, port " + port, "--port")
          .doesNotContain("\tat ");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          legato.server.host: 0.0.0.0 | a user name and a password are needed
          legato.server.prot: 1       | the key 'legato.server.prot' is not known
          legato.server.port: x       | server.port must be a number
          """)
  void aMistakeInTheConfigurationIsTold(String line, String message) throws IOException {
    Path config = Files.writeString(folder.resolve("config.yml"), line);

    Ran ran = start("--config", config.toString());

    assertThat(ran.exitCode()).isEqualTo(1);
    assertThat(ran.err()).contains(config.toString(), message).doesNotContain("\tat ");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void allMistakesInTheConfigurationAreToldAtOnce() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("config.yml"),
            "legato: {server: {host: 0.0.0.0, prot: 1}, colour: red}");

    assertThat(start("--config", config.toString()).err().lines()).hasSize(4);
  }

  @Test
  void aMistakeOnTheCommandLineIsTold() {
    assertThat(start("--port", "70000").err()).contains("the port must be from 0 to 65535");
    assertThat(start("--config", "none.yml").err()).contains("There is no file none.yml.");
    assertThat(start("--port", "many").exitCode()).isEqualTo(2);
  }

  @Test
  void aServerStopsOnCtrlC() throws Exception {
    Path data = folder.resolve("data");
    try (var child =
        ChildProcess.legato(folder, "server", "local", "--port", "0", "--data", data.toString())) {
      assertThat(child.readUntil("listens on"))
          .containsPattern("listens on http://127\\.0\\.0\\.1:\\d+ and keeps its data in " + data);
      child.interrupt();

      assertThat(child.readAll()).doesNotContain("Exception");
      assertThat(child.exitCode()).isEqualTo(130);
    }
    Application.start(data, ServerConfig.DEFAULTS).close();
  }

  private Ran start(String option, String value) {
    return Ran.legato(
        "server", "local", option, value, "--data", folder.resolve("data").toString());
  }
}
