package dev.legato.rest.security;

import java.io.IOException;

/**
 * How the first user of a server without credentials is set up.
 *
 * @param token shown where only those see it who started the server; good for one set-up
 */
public record FirstUser(String token, Keeper keeper) {
  /** Keeps credentials beyond the end of the process. */
  @FunctionalInterface
  public interface Keeper {
    /** Keeps the name and a hash of the password. */
    Credentials keep(String username, String password) throws IOException;
  }

  @Override
  public String toString() {
    return "FirstUser[]";
  }
}
