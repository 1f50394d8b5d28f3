package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.rest.Installation.Reply;
import dev.legato.rest.http.HttpLimits;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in in a browser. */
@Timeout(60)
class SessionsTest {
  private static final String RIGHT =
      "{\"username\":\"ada@example.com\",\"password\":\"Secret!1\"}";

  @TempDir private Path directory;
  private Installation site;

  @BeforeEach
  void open() {
    site =
        new Installation(
            directory,
            new RestConfig(
                "127.0.0.1",
                0,
                "",
                Set.of(),
                Installation.ADA,
                "Legato",
                URI.create("https://legato.example.com/"),
                HttpLimits.DEFAULTS));
  }

  @AfterEach
  void close() {
    site.close();
  }

  private int configs(String cookie) {
    return site.send(site.request("/api/v1/configs").header("Cookie", cookie).build()).status();
  }

  @Test
  void whoeverHasSignedInNeedsNoPasswordUntilSigningOut() {
    Reply in = site.post("/api/v1/login", RIGHT);

    String header = in.http().headers().firstValue("Set-Cookie").orElse("");
    assertThat(in.status()).isEqualTo(200);
    assertThat(header).contains("; Path=/;", "HttpOnly", "SameSite=Strict", "Secure");
    String cookie = header.substring(0, header.indexOf(';'));
    assertThat(configs(cookie)).isEqualTo(200);
    assertThat(configs("legato-session=guessed")).isEqualTo(401);

    Reply out = site.post("/api/v1/logout", "", "Cookie", cookie);

    assertThat(out.status()).isEqualTo(204);
    assertThat(out.http().headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
    assertThat(configs(cookie)).isEqualTo(401);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"username":"ada@example.com","password":"wrong"} | 401
          {"username":"eve@example.com","password":"Secret!1"} | 401
          {"username":"ada@example.com"} | 422
          x | 422
          """)
  void nobodyElseGetsIn(String body, int status) {
    Reply refused = site.post("/api/v1/login", body);

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.http().headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(refused.http().headers().firstValue("WWW-Authenticate")).isEmpty();
  }

  @Test
  void tooManyAttemptsLockTheAddress() {
    for (int i = 0; i < 10; i++) {
      site.post("/api/v1/login", RIGHT.replace("Secret", "Guess" + i));
    }

    assertThat(site.post("/api/v1/login", RIGHT).status()).isEqualTo(429);
  }

  @Test
  void aPageIsToldThatOneHasToSignInWithoutTheBrowserAsking() {
    assertThat(site.get("/api/v1/configs/login").json().get("isBasicAuthEnabled").asBoolean())
        .isTrue();
    var plain = site.get("/api/v1/configs").http();
    var own =
        site.send(site.request("/api/v1/configs").header("X-Requested-With", "legato").build())
            .http();
    assertThat(plain.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(own.statusCode()).isEqualTo(401);
    assertThat(own.headers().firstValue("WWW-Authenticate")).isEmpty();
  }
}
