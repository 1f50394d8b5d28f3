package dev.legato.rest.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether callers must show who they are. A server without credentials can be given its first and
 * only ones while it runs; from then on it asks for them.
 */
public final class SignIn {
  private final @Nullable FirstUser firstUser;
  private final Function<Credentials, BasicAuth> checks;
  private volatile @Nullable BasicAuth required;

  /** What became of an attempt to set up the first user. */
  public enum SetUp {
    DONE,
    /** The token is not the one that the server printed. */
    WRONG_TOKEN,
    /** There are credentials. */
    TOO_LATE
  }

  /**
   * Begins with what is configured.
   *
   * @param credentials absent when everybody may do everything
   * @param firstUser absent when credentials can only be configured
   * @param checks makes the check of credentials
   */
  public SignIn(
      @Nullable Credentials credentials,
      @Nullable FirstUser firstUser,
      Function<Credentials, BasicAuth> checks) {
    this.firstUser = firstUser;
    this.checks = checks;
    this.required = credentials == null ? null : checks.apply(credentials);
  }

  /** The check that callers have to pass; empty when everybody may do everything. */
  public Optional<BasicAuth> required() {
    return Optional.ofNullable(required);
  }

  /** Whether the first user can be set up now. */
  public boolean awaitsFirstUser() {
    return required == null && firstUser != null;
  }

  /**
   * Sets up the first user; of several attempts at once only one succeeds.
   *
   * @param token what the server printed when it started
   * @throws IOException when the credentials cannot be kept; nothing has changed then
   */
  public synchronized SetUp setUp(String token, String username, String password)
      throws IOException {
    FirstUser awaited = firstUser;
    if (required != null || awaited == null) {
      return SetUp.TOO_LATE;
    }
    byte[] expected = awaited.token().getBytes(StandardCharsets.UTF_8);
    if (!MessageDigest.isEqual(expected, token.getBytes(StandardCharsets.UTF_8))) {
      return SetUp.WRONG_TOKEN;
    }
    required = checks.apply(awaited.keeper().keep(username, password));
    return SetUp.DONE;
  }
}
