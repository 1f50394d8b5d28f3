package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.StoredExecution;
import dev.legato.server.config.SecretConfig;
import dev.legato.server.config.ServerConfig;
import dev.legato.storage.secret.SealException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets from the moment they are given to the moment a task uses them. */
class SecretsTest {
  private static final String CANARY = "canary-7f3a!";

  @TempDir private Path data;

  private static final String FLOW =
      """
      id: secrets
      namespace: shop.eu
      inputs:
        - {id: password, type: SECRET}
      variables:
        doubled: "{{ inputs.password }}{{ inputs.password }}"
      tasks:
        - id: log
          type: io.kestra.plugin.core.log.Log
          message: "{{ inputs.password }} {{ secret('TOKEN') }} {{ inputs.password | base64encode }}"
        - id: keep
          type: io.kestra.plugin.core.debug.Return
          format: "{{ inputs.password | upper }}"
        - id: choose
          type: io.kestra.plugin.core.flow.If
          condition: "{{ inputs.password == '%s' }}"
          then:
            - {id: right, type: io.kestra.plugin.core.log.Log, message: right}
      outputs:
        - {id: again, type: SECRET, value: "{{ inputs.password }}"}
        - {id: shown, type: STRING, value: "it is {{ inputs.password }}"}
      """
          .formatted(CANARY);

  @Test
  void aSecretReachesTheTaskAndNothingElse() throws Exception {
    try (var application = Application.start(data, ServerConfig.DEFAULTS)) {
      application.secrets().vault().set("shop", "TOKEN", "token-9182", null);
      var runs = new Runs(application);

      StoredExecution ended = runs.run(FLOW, Map.of("password", CANARY));

      assertThat(runs.log(ended)).hasSize(2).anyMatch(line -> line.contains("right"));
      assertThat(runs.log(ended).toString())
          .contains("**masked*")
          .doesNotContain(CANARY, "token-9182", base64(CANARY));
      assertThat(ended.toString()).doesNotContain(CANARY, "CANARY-7F3A!");
      assertThat(ended.execution().outputs().toString())
          .contains("io.kestra.datatype:aes_encrypted", "it is **masked*");
    }
    assertThat(Files.getPosixFilePermissions(data.resolve("secret.key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(filesHolding(CANARY)).isEmpty();
    assertThat(filesHolding("token-9182")).isEmpty();
  }

  @Test
  void aSecretChoosesTheCaseOfASwitch() throws Exception {
    try (var application = Application.start(data, ServerConfig.DEFAULTS)) {
      var runs = new Runs(application);

      StoredExecution ended = runs.run(CHOOSING, Map.of("password", CANARY));

      assertThat(runs.log(ended)).containsExactly("matched");
      assertThat(ended.toString()).doesNotContain(CANARY);
    }
  }

  private static final String CHOOSING =
      """
      id: choosing
      namespace: shop.eu
      inputs:
        - {id: password, type: SECRET}
      tasks:
        - id: choose
          type: io.kestra.plugin.core.flow.Switch
          value: "{{ inputs.password }}"
          cases:
            "%s":
              - {id: log, type: io.kestra.plugin.core.log.Log, message: matched}
          defaults:
            - {id: other, type: io.kestra.plugin.core.log.Log, message: other}
      """
          .formatted(CANARY);

  @Test
  void aSecretIsSealedInTheInputsOfASubflow() throws Exception {
    try (var application = Application.start(data, ServerConfig.DEFAULTS)) {
      application.secrets().vault().set("shop", "TOKEN", "token-9182", null);
      application.flows().save(CALLED);
      var runs = new Runs(application);

      StoredExecution ended = runs.run(CALLING, Map.of());

      Object id = ended.taskRuns().getFirst().outputs().get("executionId");
      StoredExecution called =
          application
              .storage()
              .executions()
              .find(new ExecutionId(String.valueOf(id)))
              .orElseThrow();
      assertThat(runs.log(called)).containsExactly("10");
      assertThat(called.execution().inputs().toString())
          .contains("io.kestra.datatype:aes_encrypted", "plain");
    }
    assertThat(filesHolding("token-9182")).isEmpty();
  }

  @Test
  void aSecretIsSealedInTheArgsOfATemplate() throws Exception {
    try (var application = Application.start(data, ServerConfig.DEFAULTS)) {
      application.secrets().vault().set("shop", "TOKEN", "token-9182", null);
      application
          .templates()
          .save(
              """
              id: measure
              namespace: shop.eu
              tasks:
                - id: log
                  type: io.kestra.plugin.core.log.Log
                  message: "{{ parent.outputs.args.token | length }} {{ parent.outputs.args.name }}"
              """);
      var runs = new Runs(application);

      StoredExecution ended =
          runs.run(
              """
              id: measuring
              namespace: shop.eu
              tasks:
                - id: use
                  type: io.kestra.core.tasks.flows.Template
                  namespace: shop.eu
                  templateId: measure
                  args: {token: "{{ secret('TOKEN') }}", name: Ada}
              """,
              Map.of());

      assertThat(runs.log(ended)).containsExactly("10 Ada");
      assertThat(ended.taskRuns().getFirst().outputs().toString())
          .contains("io.kestra.datatype:aes_encrypted", "name=Ada");
    }
    assertThat(filesHolding("token-9182")).isEmpty();
  }

  private static final String CALLED =
      """
      id: called
      namespace: shop.eu
      inputs:
        - {id: token, type: STRING}
        - {id: name, type: STRING}
      tasks:
        - id: log
          type: io.kestra.plugin.core.log.Log
          message: "{{ inputs.token | length }}"
      """;

  private static final String CALLING =
      """
      id: calling
      namespace: shop.eu
      tasks:
        - id: call
          type: io.kestra.plugin.core.flow.Subflow
          namespace: shop.eu
          flowId: called
          inputs: {token: "{{ secret('TOKEN') }}", name: plain}
      """;

  @Test
  void aServerWithAWrongKeyDoesNotStart() {
    ServerConfig one = withKeys(key(1));
    try (var application = Application.start(data, one)) {
      application.secrets().vault().set("shop", "TOKEN", "token-9182", null);
    }

    assertThatThrownBy(() -> Application.start(data, withKeys(key(2))))
        .isInstanceOf(SealException.class)
        .hasMessageContaining("give it the right encryption key");
    try (var application = Application.start(data, withKeys(key(2), key(1)))) {
      assertThat(application.secrets().vault().find("shop", "TOKEN")).contains("token-9182");
    }
    try (var application = Application.start(data, withKeys(key(2)))) {
      assertThat(application.secrets().vault().find("shop", "TOKEN")).contains("token-9182");
    }
  }

  @Test
  void aKeyThatIsNoneIsRefused() {
    assertThatThrownBy(() -> Application.start(data, withKeys("dG9vIHNob3J0")))
        .hasMessageContaining("must be the Base64 of 32 random bytes");
  }

  private static ServerConfig withKeys(String... keys) {
    var defaults = ServerConfig.DEFAULTS;
    return new ServerConfig(
        defaults.http(),
        defaults.expressions(),
        defaults.tasks(),
        defaults.storage(),
        new SecretConfig(Map.of(), List.of(keys)),
        defaults.triggers(),
        defaults.cleaning(),
        defaults.pluginDefaults());
  }

  private static String key(int number) {
    byte[] key = new byte[32];
    key[0] = (byte) number;
    return Base64.getEncoder().encodeToString(key);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The flow itself names the canary in its condition, so its source is looked over. */
  private List<Path> filesHolding(String text) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      return files
          .filter(Files::isRegularFile)
          .filter(
              file -> {
                try {
                  String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                  return content.replace("== '" + text + "'", "").contains(text);
                } catch (IOException e) {
                  throw new IllegalStateException("Expected a readable file", e);
                }
              })
          .toList();
    }
  }
}
