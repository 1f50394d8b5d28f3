package dev.legato.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.language.flow.PluginDefault;
import dev.legato.server.cleaning.CleaningRules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
  @TempDir private Path folder;

  @Test
  void everythingHasADefault() throws IOException {
    for (ServerConfig config : new ServerConfig[] {read(""), ConfigFile.none(Map.of())}) {
      assertThat(config.http()).isEqualTo(ServerConfig.DEFAULTS.http());
      assertThat(config.http().host()).isEqualTo("127.0.0.1");
      assertThat(config.http().port()).isEqualTo(8080);
      assertThat(config.http().credentials()).isNull();
    }
  }

  @Test
  void defaultsOfPluginsAreReadUnderBothNames() throws IOException {
    ServerConfig config =
        read(
            """
            kestra:
              tasks.defaults:
                - {type: a.B, values: {c: 1}}
            legato:
              plugins:
                defaults:
                  - type: d
                    forced: true
                    values: {e: {f: [g]}}
            """);

    assertThat(config.pluginDefaults())
        .containsExactly(
            new PluginDefault("a.B", false, Map.of("c", 1)),
            new PluginDefault("d", true, Map.of("e", Map.of("f", List.of("g")))));
    assertThatThrownBy(() -> read("legato.plugins.defaults: [{type: a}]"))
        .hasMessageContaining("legato.plugins.defaults must be a list of entries with 'type'");
  }

  @Test
  void everyKeyIsRead() throws IOException {
    ServerConfig config =
        read(
            """
            legato:
              url: https://flows.example.org
              environment.name: staging
              server:
                host: 0.0.0.0
                port: 9090
                context-path: /legato
                allowed-hosts: [flows.example.org]
                basic-auth:
                  username: ada@example.org
                  password-hash: $argon2id$v=19$m=16,t=1,p=1$c29tZXNhbHQ$AAAA
                  realm: Flows
              variables:
                env-vars-prefix: FLOW_
                recursive-rendering: true
                globals:
                  team: data
              cleaning:
                every: PT1H
                orphans: P1D
                caches: P2D
                requests: P3D
            """,
            Map.of("FLOW_REGION", "eu", "ENV_REGION", "us", "PATH", "/bin"));

    assertThat(config.http().host()).isEqualTo("0.0.0.0");
    assertThat(config.http().port()).isEqualTo(9090);
    assertThat(config.http().contextPath()).isEqualTo("/legato");
    assertThat(config.http().allowedHosts()).containsExactly("flows.example.org");
    assertThat(config.http().realm()).isEqualTo("Flows");
    assertThat(config.http().externalUrl()).isEqualTo(URI.create("https://flows.example.org"));
    assertThat(config.http().credentials()).isNotNull();
    assertThat(config.cleaning())
        .isEqualTo(
            new CleaningRules(
                Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(2), Duration.ofDays(3)));
    var expressions = config.expressions();
    assertThat(expressions.globals()).isEqualTo(Map.of("team", "data"));
    assertThat(expressions.envs()).isEqualTo(Map.of("region", "eu"));
    assertThat(expressions.recursiveRendering()).isTrue();
    assertThat(expressions.name()).isEqualTo("staging");
    assertThat(expressions.url()).isEqualTo("https://flows.example.org");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          kestra.variables.globals.team: data  | team
          legato.variables.globals.team: data  | team
          """)
  void keysOfOthersAreUnderstood(String line, String global) throws IOException {
    assertThat(read(line).expressions().globals()).containsKey(global);
  }

  @ParameterizedTest
  @CsvSource({"PT2M, PT2M", "45s, PT45S", "5m, PT5M", "1h, PT1H", "1d, PT24H"})
  void durationsAreUnderstoodInBothForms(String written, Duration meant) throws IOException {
    assertThat(
            read("kestra.server.termination-grace-period: " + written).tasks().terminationGrace())
        .isEqualTo(meant);
  }

  @Test
  void ourOwnKeysWin() throws IOException {
    assertThat(read("micronaut.server.port: 1\nlegato.server.port: 2").http().port()).isEqualTo(2);
    assertThat(read("micronaut.server.port: 1").http().port()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          legato.server.prot: 1                | 'legato.server.prot' is not known
          legato.server.port: many             | server.port must be a number
          legato.server.port: 70000            | the port must be from 0 to 65535, but is 70000
          legato.server.host: 0.0.0.0          | configure basic authentication
          legato.server.context-path: legato   | the context path must be empty or like /legato
          legato.server.basic-auth.username: a | needs both username and password-hash
          legato.server.basic-auth.password: a | put the output of 'legato auth hash' under
          legato.url: 'http://a b'             | Illegal character
          legato.cleaning.caches: a month      | durations such as P7D, not 'a month'
          legato.server.termination-grace-period: soon | durations such as PT6H, not 'soon'
          legato.server.termination-grace-period: P2D  | between PT0S and P1D
          legato.cleaning.orphans: PT1S        | cleaning.orphans must be one hour at least
          - a list                             | it must hold keys and values
          legato: [                            | expected
          """)
  void aMistakeIsNamed(String line, String message) {
    assertThatThrownBy(() -> read(line))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining("config.yml")
        .hasMessageContaining(message);
  }

  @Test
  void allMistakesAreToldAtOnce() {
    assertThatThrownBy(() -> read("legato: {prot: 1, server: {port: x, hots: y}}"))
        .hasMessageContaining("'legato.prot'")
        .hasMessageContaining("'legato.server.hots'")
        .hasMessageContaining("server.port");
  }

  @Test
  void aFileThatCannotBeReadIsNamed() {
    assertThatThrownBy(() -> ConfigFile.read(folder, Map.of()))
        .isInstanceOf(InvalidConfigException.class)
        .hasMessageContaining(folder.toString());
  }

  private ServerConfig read(String content) throws IOException {
    return read(content, Map.of());
  }

  @Test
  void expressionsNeverSeeWhereTheServerKeepsItsParts() throws IOException {
    Map<String, String> environment =
        Map.of(
            "KESTRA_REGION", "eu",
            "KESTRA_CONFIGURATION", "everything",
            "KESTRA_PLUGINS_PATH", "/plugins",
            "SECRET_A", "c2VjcmV0");

    assertThat(
            read("legato: {variables: {env-vars-prefix: KESTRA_}}", environment)
                .expressions()
                .envs())
        .isEqualTo(Map.of("region", "eu"));
    assertThat(
            read("legato: {variables: {env-vars-prefix: SECRET_}}", environment)
                .expressions()
                .envs())
        .isEmpty();
  }

  private ServerConfig read(String content, Map<String, String> environment) throws IOException {
    return ConfigFile.read(Files.writeString(folder.resolve("config.yml"), content), environment);
  }
}
