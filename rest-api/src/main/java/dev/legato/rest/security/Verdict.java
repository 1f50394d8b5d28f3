package dev.legato.rest.security;

/** What is to be done with a request's credentials. */
public sealed interface Verdict {
  /** They are right. */
  enum Allowed implements Verdict {
    INSTANCE
  }

  /** There are none, or they are wrong. */
  enum Refused implements Verdict {
    INSTANCE
  }

  /** Too many wrong ones came from that address. */
  record Locked(long retryAfterSeconds) implements Verdict {}
}
