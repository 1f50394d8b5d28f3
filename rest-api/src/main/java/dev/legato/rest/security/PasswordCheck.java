package dev.legato.rest.security;

/** Compares a password with a stored hash. Slow on purpose; called from many threads. */
@FunctionalInterface
public interface PasswordCheck {
  /** Whether the password is the one that the hash was made of; false for a broken hash, too. */
  boolean matches(String password, String hash);
}
