package dev.legato.rest.security;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks HTTP Basic credentials. The expensive check of the password is paid once: afterwards the
 * same header is known by a digest under a key that only this process has.
 */
public final class BasicAuth {
  private static final String SCHEME = "Basic ";
  private static final String DIGEST = "HmacSHA256";
  private static final int CHECKS_AT_A_TIME = 2;
  static final int FAILURES = 10;
  static final Duration LOCKED_FOR = Duration.ofMinutes(5);

  private final Credentials expected;
  private final PasswordCheck passwords;
  private final SecretKeySpec key;
  private final FailureLimit failures;
  private final Sessions sessions;
  private final Semaphore checks = new Semaphore(CHECKS_AT_A_TIME);
  private volatile byte @Nullable [] known;

  /**
   * Checks against one user.
   *
   * @param random for the key of the digests; must be cryptographically strong
   */
  public BasicAuth(
      Credentials expected, PasswordCheck passwords, InstantSource clock, RandomGenerator random) {
    this.expected = expected;
    this.passwords = passwords;
    var secret = new byte[32];
    random.nextBytes(secret);
    this.key = new SecretKeySpec(secret, DIGEST);
    this.failures = new FailureLimit(FAILURES, LOCKED_FOR, clock);
    this.sessions = new Sessions(clock, random);
  }

  /**
   * Judges a request.
   *
   * @param authorization the header as it came
   * @param client the address that failures are counted for
   */
  public Verdict check(@Nullable String authorization, String client) {
    long locked = failures.lockedSeconds(client);
    if (locked > 0) {
      return new Verdict.Locked(locked);
    }
    if (authorization == null) {
      return Verdict.Refused.INSTANCE;
    }
    byte[] digest = digest(authorization);
    byte[] last = known;
    if (last != null && MessageDigest.isEqual(last, digest)) {
      return Verdict.Allowed.INSTANCE;
    }
    // an attacker must not keep all processors busy with hashing
    if (!checks.tryAcquire()) {
      return new Verdict.Locked(1);
    }
    try {
      if (isRight(authorization)) {
        known = digest;
        return Verdict.Allowed.INSTANCE;
      }
    } finally {
      checks.release();
    }
    failures.count(client);
    return Verdict.Refused.INSTANCE;
  }

  /** Judges credentials that were typed into a page. */
  public Verdict check(String username, String password, String client) {
    String pair = username + ":" + password;
    byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
    return check(SCHEME + Base64.getEncoder().encodeToString(bytes), client);
  }

  /** Who has shown right credentials before. */
  public Sessions sessions() {
    return sessions;
  }

  /** The name of the one user. */
  public String user() {
    return expected.username();
  }

  private boolean isRight(String authorization) {
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return false;
    }
    String pair;
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(SCHEME.length()).strip());
      pair = new String(decoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return false;
    }
    int colon = pair.indexOf(':');
    String username = colon < 0 ? pair : pair.substring(0, colon);
    String password = colon < 0 ? "" : pair.substring(colon + 1);
    // the slow check comes first and always, so that the time does not tell which one is wrong
    return passwords.matches(password, expected.passwordHash())
        && MessageDigest.isEqual(digest(username), digest(expected.username()));
  }

  private byte[] digest(String text) {
    try {
      Mac mac = Mac.getInstance(DIGEST);
      mac.init(key);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Expected the JDK to offer " + DIGEST, e);
    }
  }
}
