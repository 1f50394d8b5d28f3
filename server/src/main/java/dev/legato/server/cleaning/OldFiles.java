package dev.legato.server.cleaning;

import dev.legato.model.execution.ExecutionId;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.SafePath;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Walks through internal storage and removes, a portion at a time, files of executions that never
 * came to be and caches that are old. What people have stored for a namespace is not looked at.
 */
final class OldFiles {
  private static final int PORTION = 500;

  /** What can be there before its execution is. */
  private static final Set<String> BEFORE_BIRTH = Set.of("inputs", "trigger");

  private final FileStore files;
  private final Predicate<ExecutionId> exists;
  private final Instant orphansBefore;
  private final Instant cachesBefore;
  private int removed;

  /**
   * @param exists whether there is such an execution
   * @param orphansBefore files that were written later are left alone
   * @param cachesBefore caches that were written later are left alone
   */
  OldFiles(
      FileStore files, Predicate<ExecutionId> exists, Instant orphansBefore, Instant cachesBefore) {
    this.files = files;
    this.exists = exists;
    this.orphansBefore = orphansBefore;
    this.cachesBefore = cachesBefore;
  }

  /**
   * Removes what is old.
   *
   * @return how many files
   */
  int remove() throws InterruptedException {
    removed = 0;
    walk(SafePath.TOP);
    return removed;
  }

  private void walk(SafePath folder) throws InterruptedException {
    for (FileEntry entry : files.list(folder)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Optional<ExecutionId> execution = FileLayout.executionAt(entry.path());
      if (entry.isFile()) {
        removeCache(entry);
      } else if (execution.isPresent()) {
        if (!exists.test(execution.get())) {
          removeOrphan(entry.path());
        }
      } else if (!FileLayout.isShared(entry.path())) {
        walk(entry.path());
      }
    }
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
    } while (portion == PORTION);
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
