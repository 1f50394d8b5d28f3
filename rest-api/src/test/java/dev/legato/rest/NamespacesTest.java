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
import org.junit.jupiter.params.provider.CsvSource;

class NamespacesTest {
  private static final String NAMESPACES = "/api/v1/main/namespaces";

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

  private Reply put(String path, String body) {
    return site.send(site.request(NAMESPACES + path).PUT(BodyPublishers.ofString(body)).build());
  }

  @Test
  void namespacesAreThoseOfFlowsAndAllAbove() {
    site.post(
        "/api/v1/flows",
        "id: a\nnamespace: shop.eu.west\ntasks:\n  - {id: a, type: test.Echo, text: x}\n",
        "Content-Type",
        "application/x-yaml");

    assertThat(site.get("/api/v1/namespaces/search?q=SHOP&size=2").http().body())
        .isEqualTo(
            """
            {"results":[{"id":"shop","deleted":false,"disabled":true},\
            {"id":"shop.eu","deleted":false,"disabled":true}],"total":3}""");
    assertThat(site.get("/api/v1/namespaces/search?sort=id:desc").json().get("total").asInt())
        .isEqualTo(4);
    assertThat(site.get("/api/v1/namespaces/shop").json().get("id").asString()).isEqualTo("shop");
    assertThat(
            site.post("/api/v1/namespaces/autocomplete", "{\"q\":\"west\",\"ids\":[\"shop\"]}")
                .http()
                .body())
        .isEqualTo("[\"shop\",\"shop.eu.west\"]");
    assertThat(site.get("/api/v1/namespaces/search?sort=x").status()).isEqualTo(400);
  }

  @Test
  void aNamespaceIsDescribedChangedAndForgotten() {
    Reply created =
        site.post(
            NAMESPACES, "{\"id\":\"shop.eu\",\"description\":\"d\",\"variables\":{\"a\":[1]}}");

    assertThat(created.status()).isEqualTo(200);
    assertThat(created.json().get("disabled").asBoolean()).isFalse();
    assertThat(created.json().get("variables").toString()).isEqualTo("{\"a\":[1]}");
    assertThat(site.post(NAMESPACES, "{\"id\":\"shop.eu\"}").status()).isEqualTo(409);
    assertThat(put("/shop.eu", "{\"description\":\"e\"}").json().get("variables").toString())
        .isEqualTo("{}");
    assertThat(site.get(NAMESPACES + "/shop.eu").json().get("description").asString())
        .isEqualTo("e");
    assertThat(site.get(NAMESPACES + "/search?q=shop").json().get("total").asInt()).isEqualTo(2);
    assertThat(site.get(NAMESPACES + "/search?existing=true").json().get("total").asInt())
        .isEqualTo(1);
    assertThat(site.delete(NAMESPACES + "/shop.eu").status()).isEqualTo(204);
    assertThat(site.delete(NAMESPACES + "/shop.eu").status()).isEqualTo(404);
    assertThat(site.get(NAMESPACES + "/shop.eu").json().get("disabled").asBoolean()).isTrue();
  }

  @Test
  void variablesOfNamespacesAboveAreJoined() {
    put("/shop", "{\"variables\":{\"currency\":\"EUR\",\"mail\":{\"from\":\"a\",\"to\":\"b\"}}}");
    put("/shop.uk", "{\"variables\":{\"currency\":\"GBP\",\"mail\":{\"to\":\"c\"},\"x\":null}}");
    put("/shopping", "{\"variables\":{\"currency\":\"none\"}}");

    assertThat(variables("shop.uk.london"))
        .isEqualTo("{\"currency\":\"GBP\",\"mail\":{\"from\":\"a\",\"to\":\"c\"},\"x\":null}");
    assertThat(variables("shop.eu"))
        .isEqualTo("{\"currency\":\"EUR\",\"mail\":{\"from\":\"a\",\"to\":\"b\"}}");
    assertThat(variables("else")).isEqualTo("{}");
  }

  private String variables(String namespace) {
    return site.get(NAMESPACES + "/" + namespace + "/inherited-variables").http().body();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '§',
      value = {
        "{} -> 422",
        "{\"id\":\"a/b\"} -> 422",
        "{\"id\":\"..\"} -> 422",
        "{\"id\":\"shop\",\"variables\":[1]} -> 422",
        "{\"id\":\"shop\",\"description\":1} -> 422",
        "{\"id\":\"shop\",\"pluginDefaults\":[{\"type\":\"x\"}]} -> 422",
        "{\"id\":\"shop\",\"storageType\":\"s3\"} -> 422",
        "{\"id\":\"shop\",\"storageType\":\"\",\"pluginDefaults\":[]} -> 200",
        "[] -> 422",
      })
  void whatCannotBeKeptIsRefused(String body, int status) {
    assertThat(site.post(NAMESPACES, body).status()).isEqualTo(status);
  }

  @Test
  void anAddressAndABodyThatDifferAreRefused() {
    assertThat(put("/shop", "{\"id\":\"other\"}").status()).isEqualTo(422);
  }
}
