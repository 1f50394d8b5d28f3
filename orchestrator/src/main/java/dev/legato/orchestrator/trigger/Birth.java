package dev.legato.orchestrator.trigger;

import dev.legato.model.execution.ExecutionId;
import dev.legato.storage.StorageException;
import org.jspecify.annotations.Nullable;

/**
 * An execution that a trigger asks for.
 *
 * @param failure why it ends as FAILED at once; absent when it runs
 */
record Birth(Firing firing, @Nullable String failure) {
  static Birth of(Firing firing) {
    return new Birth(firing, null);
  }

  /** What became of it. */
  sealed interface Outcome {
    /**
     * The execution exists.
     *
     * @param isNew false when its key had made it before
     */
    record Born(ExecutionId execution, boolean isNew) implements Outcome {}

    /** Nothing could be stored; it is worth trying again. */
    record NotStored(StorageException reason) implements Outcome {}

    /** A mistake of ours, which trying again at once does not mend. */
    record Impossible(RuntimeException mistake) implements Outcome {}
  }
}
