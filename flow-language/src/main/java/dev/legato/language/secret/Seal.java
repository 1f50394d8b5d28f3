package dev.legato.language.secret;

/** Locks secrets so that only this server can read them: at rest they are of no use to anybody. */
public interface Seal {
  /** A server without a key. */
  Seal NONE =
      new Seal() {
        @Override
        public boolean isPossible() {
          return false;
        }

        @Override
        public String close(String secret) {
          throw new IllegalStateException("Expected a key to seal secrets with, but there is none");
        }

        @Override
        public String open(String sealed) throws UnreadableException {
          throw new UnreadableException("this server has no key");
        }
      };

  /** Whether there is a key. */
  boolean isPossible();

  /** A text that gives the secret back to {@link #open} only. */
  String close(String secret);

  /**
   * The secret that was sealed.
   *
   * @throws UnreadableException when it was sealed with another key, or was changed
   */
  String open(String sealed) throws UnreadableException;

  /** A sealed text cannot be opened; the message ends a sentence and holds no secret. */
  final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableException(String message) {
      super(message);
    }
  }
}
