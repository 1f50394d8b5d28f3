package dev.legato.server.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.orchestrator.expression.UnreadableSecretException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentSecretsTest {
  @Test
  void aSecretIsFoundWhateverTheCaseOfItsName() {
    var secrets = new EnvironmentSecrets(Map.of("API_KEY", "c2Vj\ncmV0Cg==\n"));

    assertThat(secrets.find("team", "api_key")).contains("secret");
    assertThat(secrets.find("team", "other")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"p@ss", "c2Vjcm V0", "abcde", "geheimnis!", "c2VjcmV0*"})
  void whatIsNotInBase64IsRefusedWhenItIsUsed(String value) {
    var secrets = new EnvironmentSecrets(Map.of("API_KEY", value));

    assertThatThrownBy(() -> secrets.find("team", "API_KEY"))
        .isInstanceOf(UnreadableSecretException.class)
        .hasMessageContaining("SECRET_API_KEY is not in Base64")
        .hasMessageNotContaining(value);
  }
}
