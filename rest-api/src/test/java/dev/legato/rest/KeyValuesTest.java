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

class KeyValuesTest {
  private static final String TEAM = "/api/v1/main/namespaces/company.team/kv";

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

  private Reply put(String path, String literal, String... headers) {
    var request = site.request(path).PUT(BodyPublishers.ofString(literal));
    return site.send((headers.length == 0 ? request : request.headers(headers)).build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "text"                  | {"type":"STRING","value":"text"
          "2026-01-31"            | {"type":"STRING","value":"2026-01-31"
          "PT5M"                  | {"type":"DURATION","value":"PT5M"
          PT5M                    | {"type":"DURATION","value":"PT5M"
          42                      | {"type":"NUMBER","value":42
          1.5                     | {"type":"NUMBER","value":1.5
          true                    | {"type":"BOOLEAN","value":true
          2026-01-31              | {"type":"DATE","value":"2026-01-31"
          2026-01-31T12:00:00Z    | {"type":"DATETIME","value":"2026-01-31T12:00:00Z"
          {"a":[1,null]}          | {"type":"JSON","value":{"a":[1,null]}
          [1, "b"]                | {"type":"JSON","value":[1,"b"]
          """)
  void theWayAValueIsWrittenDecidesItsType(String literal, String shown) {
    assertThat(put(TEAM + "/k", literal, "Content-Type", "text/plain").status()).isEqualTo(200);

    assertThat(site.get("/api/v1/namespaces/company.team/kv/k").http().body()).startsWith(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          k     | plain words | 422
          k     | ~~          | 422
          k     | null        | 422
          k     | {"a":1      | 422
          -k    | 1           | 422
          k%20k | 1           | 422
          """)
  void whatIsNoKeyOrNoValueIsRefused(String key, String literal, int status) {
    assertThat(put(TEAM + "/" + key, literal).status()).isEqualTo(status);
    assertThat(site.get(TEAM).json()).isEmpty();
  }

  @Test
  void anOldValueIsReplacedAndItsDescriptionKept() {
    put(TEAM + "/k", "1", "description", "counts");
    put(TEAM + "/k", "2");

    var entry = site.get(TEAM).json().get(0);
    assertThat(entry.get("namespace").asString()).isEqualTo("company.team");
    assertThat(entry.get("key").asString()).isEqualTo("k");
    assertThat(entry.get("version").asInt()).isEqualTo(2);
    assertThat(entry.get("revision").asInt()).isEqualTo(2);
    assertThat(entry.get("description").asString()).isEqualTo("counts");
    assertThat(entry.has("updateDate")).isTrue();
    assertThat(entry.has("value")).isFalse();
  }

  @Test
  void aKeyLivesAsLongAsItIsToldTo() {
    assertThat(put(TEAM + "/k", "1", "ttl", "PT1H").status()).isEqualTo(200);
    assertThat(site.get(TEAM + "/k").json().has("expires")).isTrue();
    assertThat(put(TEAM + "/k", "1", "ttl", "soon").status()).isEqualTo(400);
    assertThat(put(TEAM + "/k", "1", "ttl", "PT0S").status()).isEqualTo(422);

    assertThat(put(TEAM + "/short", "1", "ttl", "PT0.001S").status()).isEqualTo(200);
    Reply expired = site.get(TEAM + "/short");
    while (expired.status() == 200) {
      expired = site.get(TEAM + "/short");
    }
    assertThat(expired.status()).isEqualTo(410);
    assertThat(expired.json().get("message").asString()).startsWith("Resource has expired: ");
  }

  @Test
  void keysAreRemovedOneByOneOrTogether() {
    put(TEAM + "/a", "1");
    put(TEAM + "/b", "1");
    put(TEAM + "/c", "1");

    assertThat(site.delete(TEAM + "/a").http().body()).isEqualTo("true");
    assertThat(site.delete(TEAM + "/a").http().body()).isEqualTo("false");
    var body = BodyPublishers.ofString("{\"keys\":[\"b\",\"c\",\"d\"]}");
    assertThat(site.send(site.request(TEAM).method("DELETE", body).build()).http().body())
        .isEqualTo("{\"keys\":[\"b\",\"c\"]}");
    assertThat(
            site.send(site.request(TEAM).method("DELETE", BodyPublishers.ofString("[]")).build())
                .status())
        .isEqualTo(422);
    assertThat(site.get(TEAM + "/b").status()).isEqualTo(404);
    assertThat(site.get(TEAM).json()).isEmpty();
  }

  @Test
  void keysOfNamespacesAboveAreShownNearestFirst() {
    put("/api/v1/namespaces/company/kv/far", "1");
    put("/api/v1/namespaces/company.team/kv/near", "1");
    put("/api/v1/namespaces/company.team.one/kv/own", "1");
    put("/api/v1/namespaces/companies/kv/foreign", "1");

    var inherited = site.get("/api/v1/main/namespaces/company.team.one/kv/inheritance").json();

    assertThat(inherited.findValuesAsString("key")).containsExactly("near", "far");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sort=key:desc                                | 200 | b,a
          sort=key:asc&size=1                          | 200 | a
          filters%5Bnamespace%5D%5BEQUALS%5D=company   | 200 | b
          namespace=company                            | 200 | b,a
          filters%5Bkey%5D%5BEQUALS%5D=a               | 200 | a
          q=nothing                                    | 200 |
          filters%5Bvalue%5D%5BEQUALS%5D=1             | 400 |
          sort=value:asc                               | 400 |
          """)
  void keysOfAllNamespacesAreFound(String query, int status, String keys) {
    put("/api/v1/namespaces/company/kv/b", "1");
    put("/api/v1/namespaces/company.team/kv/a", "1");

    Reply found = site.get("/api/v1/kv?" + query);

    assertThat(found.status()).isEqualTo(status);
    if (status == 200) {
      assertThat(String.join(",", found.json().findValuesAsString("key")))
          .isEqualTo(keys == null ? "" : keys);
    }
  }
}
