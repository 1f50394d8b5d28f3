package dev.legato.server.cleaning;

import dev.legato.model.execution.ExecutionId;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.SafePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/**
 * Walks through internal storage and removes, a portion at a time, files of executions that never
 * came to be and caches that are old. What people have stored for a namespace is not looked at.
 */
final class OldFiles {
  private static final int PORTION = 500;

  /** What can be there before its execution is. */
  private static final Set<String> BEFORE_BIRTH = Set.of("inputs", "trigger");

  private final FileStore files;
  private final UnaryOperator<Set<ExecutionId>> existing;
  private final Instant orphansBefore;
  private final Instant cachesBefore;
  private final BooleanSupplier stopped;
  private int removed;
  private int failures;
  private @Nullable RuntimeException firstFailure;

  private record ExecutionFolder(ExecutionId execution, SafePath path) {}

  /**
   * What came of it.
   *
   * @param removed how many files are gone
   * @param failures how often something could not be looked at or removed
   * @param firstFailure absent when nothing failed
   */
  record Outcome(int removed, int failures, @Nullable RuntimeException firstFailure) {}

  /**
   * @param existing those of some executions that there are
   * @param orphansBefore files that were written later are left alone
   * @param cachesBefore caches that were written later are left alone
   * @param stopped whether to give up
   */
  OldFiles(
      FileStore files,
      UnaryOperator<Set<ExecutionId>> existing,
      Instant orphansBefore,
      Instant cachesBefore,
      BooleanSupplier stopped) {
    this.files = files;
    this.existing = existing;
    this.orphansBefore = orphansBefore;
    this.cachesBefore = cachesBefore;
    this.stopped = stopped;
  }

  /** Removes what is old, once. What cannot be removed does not keep anything else. */
  Outcome remove() {
    attempt(() -> walk(SafePath.TOP));
    return new Outcome(removed, failures, firstFailure);
  }

  private void attempt(Runnable part) {
    if (stopped.getAsBoolean()) {
      return;
    }
    try {
      part.run();
    } catch (RuntimeException e) {
      if (!stopped.getAsBoolean()) { // else it was interrupted
        failures++;
        firstFailure = firstFailure == null ? e : firstFailure;
      }
    }
  }

  private void walk(SafePath folder) {
    List<ExecutionFolder> executions = new ArrayList<>();
    for (FileEntry entry : files.list(folder)) {
      SafePath path = entry.path();
      Optional<ExecutionId> execution = FileLayout.executionAt(path);
      if (entry.isFile()) {
        attempt(() -> removeCache(entry));
      } else if (execution.isPresent()) {
        executions.add(new ExecutionFolder(execution.get(), path));
      } else if (!FileLayout.isShared(path)) {
        attempt(() -> walk(path));
      }
    }
    executions.stream()
        .gather(Gatherers.windowFixed(PORTION))
        .forEach(portion -> attempt(() -> removeOrphans(portion)));
  }

  private void removeOrphans(List<ExecutionFolder> folders) {
    Set<ExecutionId> born =
        existing.apply(
            folders.stream().map(ExecutionFolder::execution).collect(Collectors.toSet()));
    folders.stream()
        .filter(folder -> !born.contains(folder.execution()))
        .forEach(folder -> attempt(() -> removeOrphan(folder.path())));
  }

  private void removeCache(FileEntry file) {
    if (FileLayout.isCache(file.path())
        && file.modifiedAt().isBefore(cachesBefore)
        && files.delete(file.path())) {
      removed++;
    }
  }

  /** Files that tasks have written were kept on purpose when their execution was removed. */
  private void removeOrphan(SafePath folder) {
    boolean unborn =
        files.list(folder).stream().allMatch(part -> BEFORE_BIRTH.contains(part.path().name()));
    if (!unborn || !isOld(folder)) {
      return;
    }
    int portion;
    do {
      portion = files.deleteBelow(folder, PORTION);
      removed += portion;
    } while (portion == PORTION && !stopped.getAsBoolean());
  }

  private boolean isOld(SafePath folder) {
    Optional<SafePath> last = Optional.empty();
    List<FileEntry> portion;
    do {
      portion = files.listBelow(folder, last, PORTION);
      if (portion.stream().anyMatch(file -> !file.modifiedAt().isBefore(orphansBefore))) {
        return false;
      }
      last = portion.isEmpty() ? last : Optional.of(portion.getLast().path());
    } while (portion.size() == PORTION);
    return last.isPresent(); // in an empty folder, the first file may be about to arrive
  }
}
