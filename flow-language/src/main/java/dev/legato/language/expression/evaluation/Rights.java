package dev.legato.language.expression.evaluation;

import dev.legato.language.secret.Seal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What renderings may do besides computing.
 *
 * @param waiting whether functions that wait for files or the network may be called
 * @param secrets whether a template sees secrets; if not, it sees a mask in place of each
 * @param listener hears of each secret, and of what was made of it, before anybody can print it;
 *     called on the thread that renders
 * @param seal opens the secrets among the variables
 */
public record Rights(
    boolean waiting, boolean secrets, @Nullable Consumer<String> listener, Seal seal) {
  /** For threads that may wait, when nobody wants to know of secrets. */
  public static final Rights ALL = new Rights(true, true, null, Seal.NONE);

  /** For the threads that decide executions. */
  public Rights withoutWaiting() {
    return new Rights(false, secrets, listener, seal);
  }

  /** With a listener in place of any other. */
  public Rights tellingSecrets(Consumer<String> other) {
    return new Rights(waiting, secrets, other, seal);
  }

  /** With a mask in place of each secret. */
  public Rights hidingSecrets() {
    return new Rights(waiting, false, null, seal);
  }

  /** With another seal. */
  public Rights withSeal(Seal other) {
    return new Rights(waiting, secrets, listener, other);
  }
}
