package dev.legato.storage.namespace;

import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.SafePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What files held before, as it lies in internal storage: a folder for each file. */
final class Revisions {
  private static final int PAGE = 1_000;
  private static final Comparator<FileEntry> BY_NUMBER =
      Comparator.comparingInt(entry -> number(entry.path()));

  private Revisions() {}

  /** The older revisions of one file, the oldest first. */
  static List<FileRevision> in(FileStore store, SafePath folder) {
    return store.list(folder).stream()
        .filter(entry -> entry.isFile() && number(entry.path()) > 0)
        .sorted(BY_NUMBER)
        .map(entry -> new FileRevision(number(entry.path()), entry.size(), entry.modifiedAt()))
        .toList();
  }

  /** The number of a revision, or 0 for a file that is none. */
  private static int number(SafePath path) {
    String name = path.name();
    boolean isNumber = name.length() < 10 && name.chars().allMatch(c -> c >= '0' && c <= '9');
    return isNumber ? Integer.parseInt(name) : 0;
  }

  static int purge(FileStore store, SafePath top, RevisionPurge purge) {
    int deleted = 0;
    for (Map.Entry<SafePath, List<FileEntry>> file : byFile(store, top).entrySet()) {
      if (purge.files().test(file.getKey().relativeTo(top))) {
        deleted += purge(store, file.getValue(), purge);
      }
    }
    return deleted;
  }

  private static int purge(FileStore store, List<FileEntry> revisions, RevisionPurge purge) {
    int older = revisions.size() - (purge.keep() - 1); // the present one is not among them
    int deleted = 0;
    for (FileEntry revision : revisions.subList(0, Math.max(0, older))) {
      if (purge.before().isEmpty() || revision.modifiedAt().isBefore(purge.before().get())) {
        deleted += store.delete(revision.path()) ? 1 : 0;
      }
    }
    return deleted;
  }

  private static Map<SafePath, List<FileEntry>> byFile(FileStore store, SafePath top) {
    Map<SafePath, List<FileEntry>> byFile = new TreeMap<>();
    Optional<SafePath> last = Optional.empty();
    List<FileEntry> page;
    do {
      page = store.listBelow(top, last, PAGE);
      for (FileEntry entry : page) {
        byFile
            .computeIfAbsent(entry.path().parent().orElseThrow(), _ -> new ArrayList<>())
            .add(entry);
        last = Optional.of(entry.path());
      }
    } while (page.size() == PAGE);
    byFile.values().forEach(revisions -> revisions.sort(BY_NUMBER));
    return byFile;
  }
}
