package dev.legato.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.rest.security.BasicAuth;
import dev.legato.rest.security.Credentials;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets through to a route. */
class GuardTest {
  private static TestSite open;
  private static TestSite locked;

  @BeforeAll
  static void start() {
    var auth =
        new BasicAuth(
            new Credentials("ada@example.com", "hash of Secret!1"),
            (password, hash) -> hash.equals("hash of " + password),
            InstantSource.system(),
            new Random(7));
    open = TestSite.open(routes());
    locked = TestSite.open(TestSite.LIMITS, auth, routes());
  }

  private static Route[] routes() {
    return new Route[] {
      Route.get(Scope.ROOT, "alive", Access.PUBLIC, "").handledBy(_ -> Answer.text("alive")),
      Route.get(Scope.ROOT, "read", Access.READ, "").handledBy(_ -> Answer.text("read")),
      Route.post(Scope.ROOT, "run", Access.RUN, "").handledBy(_ -> Answer.text("run")),
      Route.delete(Scope.ROOT, "edit", Access.EDIT, "").handledBy(_ -> Answer.text("edit"))
    };
  }

  @AfterAll
  static void stop() {
    open.close();
    locked.close();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "localhost:1, 200",
    "LOCALHOST, 200",
    "127.0.0.1:8080, 200",
    "10.1.2.3, 200",
    "[::1]:8080, 200",
    "legato.example, 200",
    "legato.example:8443, 200",
    "evil.example, 421",
    "legato.example.evil.example, 421",
    "localhost.evil.example, 421",
    "127.0.0.1.evil.example, 421",
    "1.2.3, 421",
    "1.2.3.4444, 421",
    "[evil], 400",
    "legato.example., 421"
  })
  void onlyKnownNamesAreAnswered(String host, int status) throws Exception {
    String answer = open.raw(TestSite.plain("GET", "/read", "Host: " + host));

    assertThat(TestSite.status(answer)).as(answer).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET http://evil.example/read HTTP/1.1   | Host: localhost    | 4
          GET http://evil.example/read HTTP/1.1   | Host: evil.example | 4
          GET /read HTTP/1.1                      | X: y               | 400
          GET /read HTTP/1.0                      | X: y               | 400
          GET /read HTTP/1.1                      | X-Forwarded-Host: localhost | 400
          """)
  void aForeignOrMissingAuthorityIsRefused(String line, String header, String status)
      throws Exception {
    String answer = open.raw("%s\r\n%s\r\nConnection: close\r\n\r\n".formatted(line, header));

    assertThat(Integer.toString(TestSite.status(answer))).startsWith(status);
  }

  @Test
  void forwardedHeadersOfStrangersAreIgnored() throws Exception {
    String answer =
        open.raw(
            TestSite.plain("GET", "/read", "Host: localhost\r\nX-Forwarded-Host: evil.example"));

    assertThat(TestSite.status(answer)).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST   | /run  |                                | 200
          POST   | /run  | Origin: http://localhost       | 200
          POST   | /run  | Origin: https://legato.example | 200
          POST   | /run  | Origin: http://evil.example    | 403
          POST   | /run  | Origin: null                   | 403
          POST   | /run  | Origin: http://localhost:9999  | 403
          POST   | /run  | Origin: http://localhost.evil.example | 403
          POST   | /run  | Origin: ::bad::                | 403
          POST   | /run  | Sec-Fetch-Site: same-origin    | 200
          POST   | /run  | Sec-Fetch-Site: none           | 200
          POST   | /run  | Sec-Fetch-Site: same-site      | 403
          POST   | /run  | Sec-Fetch-Site: cross-site     | 403
          DELETE | /edit | Sec-Fetch-Site: cross-site     | 403
          GET    | /read | Sec-Fetch-Site: cross-site     | 200
          GET    | /read | Origin: http://evil.example    | 200
          """)
  void pagesOfOtherSitesChangeNothing(String method, String path, String header, int status)
      throws Exception {
    String headers =
        "Host: localhost\r\nContent-Length: 0\r\n" + (header == null ? "X: y" : header);
    String answer = open.raw(TestSite.plain(method, path, headers));

    assertThat(TestSite.status(answer)).isEqualTo(status);
    assertThat(answer).doesNotContainIgnoringCase("access-control-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /alive   | 200
          HEAD   | /alive   | 200
          GET    | /read    | 401
          HEAD   | /read    | 401
          POST   | /run     | 401
          DELETE | /edit    | 401
          POST   | /alive   | 401
          GET    | /missing | 401
          OPTIONS | /read   | 401
          """)
  void withoutCredentialsNothingButPublicRoutesIsTold(String method, String path, int status)
      throws Exception {
    String answer = locked.raw(TestSite.plain(method, path));

    assertThat(TestSite.status(answer)).isEqualTo(status);
    if (status == 401) {
      assertThat(answer).contains("WWW-Authenticate: Basic realm=\"Legato\"").endsWith("\r\n\r\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ada@example.com:Secret!1, 200",
    "ada@example.com:secret!1, 401",
    "ada@example.com:, 401",
    "eve@example.com:Secret!1, 401",
    "ada@example.com, 401"
  })
  void onlyTheRightCredentialsOpenTheDoor(String pair, int status) throws Exception {
    String header = "Authorization: Basic " + base64(pair);
    String answer = locked.raw(TestSite.plain("GET", "/read", "Host: localhost\r\n" + header));

    assertThat(TestSite.status(answer)).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"Bearer abc", "Basic", "Basic %%%", "Digest x"})
  void otherSchemesAndGarbageAreRefused(String value) throws Exception {
    String answer =
        locked.raw(TestSite.plain("GET", "/read", "Host: localhost\r\nAuthorization: " + value));

    assertThat(TestSite.status(answer)).isIn(401, 429);
  }

  @Test
  void safetyHeadersAreOnEveryAnswer() throws Exception {
    for (String path : new String[] {"/read", "/alive", "/missing"}) {
      assertThat(open.raw(TestSite.plain("GET", path)))
          .contains(
              "X-Content-Type-Options: nosniff",
              "Cache-Control: private, no-store",
              "Content-Security-Policy: default-src 'none'",
              "X-Request-Id: ")
          .doesNotContain("Server:");
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
