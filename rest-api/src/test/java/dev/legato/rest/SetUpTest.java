package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.rest.Installation.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first user of a server, set up in a browser. */
@Timeout(60)
class SetUpTest {
  private static final String PATH = "/api/v1/main/basicAuth";
  private static final String RIGHT =
      "{\"username\":\"ada@example.com\",\"password\":\"Secret!1\",\"token\":\"token\"}";

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

  private boolean login(String member) {
    return site.get("/api/v1/configs/login").json().get(member).asBoolean();
  }

  @Test
  void whoeverHasTheTokenSetsUpTheFirstUserAndIsSignedIn() {
    assertThat(login("isSetUpPossible")).isTrue();

    Reply done = site.post(PATH, RIGHT);

    String header = done.http().headers().firstValue("Set-Cookie").orElse("");
    assertThat(done.status()).isEqualTo(204);
    assertThat(header).contains("HttpOnly", "SameSite=Strict");
    assertThat(login("isBasicAuthEnabled")).isTrue();
    assertThat(login("isSetUpPossible")).isFalse();
    assertThat(site.get("/api/v1/main/flows/search").status()).isEqualTo(401);
    String cookie = header.substring(0, header.indexOf(';'));
    var own = site.request("/api/v1/main/configs").header("Cookie", cookie).build();
    assertThat(site.send(own).json().get("isBasicAuthInitialized").asBoolean()).isTrue();
    assertThat(site.post("/api/v1/login", RIGHT).status()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"username":"ada@example.com","password":"Secret!1","token":"guess"} | 403
          {"username":"ada@example.com","password":"Secret!1"}                 | 403
          {"username":"ada@example.com","password":"Short!1","token":"token"}  | 422
          {"username":"ada@example.com","password":"secret!1","token":"token"} | 422
          {"username":"ada@example.com","password":"Secret!x","token":"token"} | 422
          {"username":"a@b@c","password":"Secret!1","token":"token"}           | 422
          {"username":"a:d@example.com","password":"Secret!1","token":"token"} | 422
          {"username":"ada@example.com","token":"token"}                       | 422
          x                                                                    | 422
          """)
  void nothingElseSetsAnybodyUp(String body, int status) {
    assertThat(site.post(PATH, body).status()).isEqualTo(status);
    assertThat(site.get("/api/v1/main/flows/search").status()).isEqualTo(200);
  }

  @Test
  void pagesOfOtherSitesSetNobodyUp() {
    assertThat(site.post(PATH, RIGHT, "Origin", "https://evil.example").status()).isEqualTo(403);
    assertThat(login("isBasicAuthEnabled")).isFalse();
  }

  @Test
  void onlyOneOfManyAtOnceSetsUpTheFirstUser() throws Exception {
    try (var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> visit = () -> site.post(PATH, RIGHT).status();
      var statuses = new ArrayList<Integer>();
      for (var visitor : visitors.invokeAll(List.of(visit, visit, visit, visit, visit, visit))) {
        statuses.add(visitor.get());
      }
      assertThat(statuses).containsOnlyOnce(204).isSubsetOf(204, 401, 409);
    }
  }

  @Test
  void thereIsNoSecondSetUp() {
    site.post(PATH, RIGHT);

    assertThat(site.post(PATH, RIGHT).status()).isEqualTo(401);
    String basic = "Basic YWRhQGV4YW1wbGUuY29tOlNlY3JldCEx";
    assertThat(site.post(PATH, RIGHT, "Authorization", basic).status()).isEqualTo(409);
  }
}
