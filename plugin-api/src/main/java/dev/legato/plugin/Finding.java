package dev.legato.plugin;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Something to start an execution for.
 *
 * @param outputs what the execution sees
 * @param key tells it from everything else that this trigger ever finds: finding the same once more
 *     starts nothing; absent when each finding is new
 * @param afterwards what is left to do once the execution exists, such as moving a file away; left
 *     undone when the server stops in between, so that the same thing is found again
 */
public record Finding<O extends Record>(O outputs, @Nullable String key, Afterwards afterwards) {
  /** What is left to do. */
  @FunctionalInterface
  public interface Afterwards {
    Afterwards NOTHING = () -> {};

    void run() throws TaskFailure, IOException, InterruptedException;
  }

  /** A finding that is always new, with nothing left to do. */
  public static <O extends Record> Finding<O> of(O outputs) {
    return new Finding<>(outputs, null, Afterwards.NOTHING);
  }
}
