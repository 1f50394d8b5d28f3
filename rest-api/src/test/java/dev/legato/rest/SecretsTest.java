package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.rest.Installation.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static final String SECRETS = "/api/v1/main/namespaces/shop.eu/secrets";

  @TempDir private Path directory;
  private Installation site;

  @BeforeEach
  void open() {
    site = new Installation(directory);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void aSecretIsSetAndListedButNeverShown() {
    Reply set =
        site.put(SECRETS, "{\"key\":\"TOKEN\",\"value\":\"hunter2\",\"description\":\"for mail\"}");

    assertThat(set.status()).isEqualTo(200);
    assertThat(set.json().get("revision").asInt()).isEqualTo(1);
    Reply listed = site.get(SECRETS);
    assertThat(listed.json().get("total").asInt()).isEqualTo(2);
    assertThat(listed.json().get("results").get(0).get("key").asString()).isEqualTo("TOKEN");
    assertThat(listed.json().get("results").get(1).get("key").asString())
        .isEqualTo("FROM_ENVIRONMENT");
    assertThat(site.get("/api/v1/secrets?q=tok").json().get("results")).hasSize(1);
    assertThat(site.get("/api/v1/namespaces/shop.eu.west/inherited-secrets").http().body())
        .isEqualTo("{\"shop.eu\":[\"TOKEN\"]}");
    assertThat(set.http().body() + listed.http().body()).doesNotContain("hunter2");
    assertThat(site.storage().secrets().all().toString()).doesNotContain("hunter2");
    assertThat(site.delete(SECRETS + "/TOKEN").status()).isEqualTo(204);
    assertThat(site.delete(SECRETS + "/TOKEN").status()).isEqualTo(404);
  }

  @Test
  void theDescriptionChangesAndTheSecretStays() {
    site.put(SECRETS, "{\"key\":\"TOKEN\",\"value\":\"hunter2\",\"description\":\"mail\"}");

    Reply changed = patch("/TOKEN", "{\"description\":\"for the shop\"}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.json().get("description").asString()).isEqualTo("for the shop");
    assertThat(changed.json().get("revision").asInt()).isEqualTo(1);
    assertThat(changed.http().body()).doesNotContain("hunter2");
    assertThat(patch("/NONE", "{\"description\":\"x\"}").status()).isEqualTo(404);
    assertThat(patch("/TOKEN", "{}").status()).isEqualTo(422);
  }

  private Reply patch(String path, String body) {
    return site.send(
        site.request(SECRETS + path).method("PATCH", BodyPublishers.ofString(body)).build());
  }

  @Test
  void aSecretThatIsTooShortToBeHiddenComesWithAWarning() {
    assertThat(
            site.put(SECRETS, "{\"key\":\"A\",\"value\":\"abc\"}").json().get("warning").asString())
        .contains("is not hidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "x",
        "{\"key\":\"A\"}",
        "{\"key\":\"A\",\"value\":\"\"}",
        "{\"key\":\"A\",\"value\":1}",
        "{\"key\":\"../A\",\"value\":\"hunter2\"}"
      })
  void whatIsNoSecretIsRefusedAndNotRepeated(String body) {
    Reply refused = site.put(SECRETS, body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.http().body()).doesNotContain("hunter2");
    assertThat(site.storage().secrets().all()).isEmpty();
  }
}
