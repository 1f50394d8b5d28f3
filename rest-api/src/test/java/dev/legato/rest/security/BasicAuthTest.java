package dev.legato.rest.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BasicAuthTest {
  private final AtomicInteger hashed = new AtomicInteger();
  private Instant now = Instant.parse("2026-01-02T03:04:05Z");
  private final BasicAuth auth =
      new BasicAuth(
          new Credentials("ada", "hash"),
          (password, _) -> {
            hashed.incrementAndGet();
            return password.equals("right");
          },
          () -> now,
          new Random(7));

  @Test
  void thePriceOfTheHashIsPaidOnce() {
    for (int i = 0; i < 100; i++) {
      assertThat(auth.check(header("ada:right"), "a")).isEqualTo(Verdict.Allowed.INSTANCE);
    }
    assertThat(hashed).hasValue(1);
  }

  @Test
  void aWrongNameCostsAsMuchAsAWrongPassword() {
    auth.check(header("eve:right"), "a");
    auth.check(header("ada:wrong"), "a");

    assertThat(hashed).hasValue(2);
  }

  @Test
  void tenFailuresLockTheAddressForFiveMinutes() {
    for (int i = 0; i < 10; i++) {
      assertThat(auth.check(header("ada:" + i), "a")).isEqualTo(Verdict.Refused.INSTANCE);
    }

    assertThat(auth.check(header("ada:right"), "a")).isEqualTo(new Verdict.Locked(300));
    assertThat(auth.check(header("ada:right"), "b")).isEqualTo(Verdict.Allowed.INSTANCE);

    now = now.plus(Duration.ofMinutes(5));
    assertThat(auth.check(header("ada:right"), "a")).isEqualTo(Verdict.Allowed.INSTANCE);
  }

  @Test
  void missingCredentialsAreNoFailure() {
    for (int i = 0; i < 100; i++) {
      assertThat(auth.check(null, "a")).isEqualTo(Verdict.Refused.INSTANCE);
    }
    assertThat(auth.check(header("ada:right"), "a")).isEqualTo(Verdict.Allowed.INSTANCE);
  }

  @Test
  void failuresOfLongAgoAreForgotten() {
    for (int i = 0; i < 30; i++) {
      assertThat(auth.check(header("ada:wrong"), "a")).isEqualTo(Verdict.Refused.INSTANCE);
      now = now.plus(Duration.ofMinutes(6));
    }
  }

  private static String header(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
