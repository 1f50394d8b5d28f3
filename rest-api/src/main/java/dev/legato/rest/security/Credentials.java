package dev.legato.rest.security;

/**
 * The one user of the server.
 *
 * @param passwordHash as the {@link PasswordCheck} reads it; never the password itself
 */
public record Credentials(String username, String passwordHash) {
  @Override
  public String toString() {
    return "Credentials[" + username + "]";
  }
}
