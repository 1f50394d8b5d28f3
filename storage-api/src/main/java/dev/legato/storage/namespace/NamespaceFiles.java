package dev.legato.storage.namespace;

import dev.legato.storage.file.ByteRange;
import dev.legato.storage.file.FileConflictException;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.MissingFileException;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.UnsafePathException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * Files that the flows of a namespace share, with what each of them held before. Paths are seen
 * from the folder of the namespace's files. Writing what a file holds already changes nothing.
 *
 * <p>Safe for use by many threads. Methods throw what {@link FileStore} throws, and {@link
 * UnsafePathException} for a path that no file of a namespace can have.
 */
public final class NamespaceFiles {
  /** The folder as which archives hold flows; no file can be in it. */
  public static final String FLOWS = "_flows";

  private static final int PAGE = 1_000;
  private static final int LOCKS = 64;

  /** Larger files are not compared with what is there. */
  private static final int COMPARED_BYTES = 1 << 20;

  private final FileStore store;

  /** Two writers of one file must not make one revision of what both have replaced. */
  private final List<ReentrantLock> locks =
      IntStream.range(0, LOCKS).mapToObj(_ -> new ReentrantLock()).toList();

  public NamespaceFiles(FileStore store) {
    this.store = store;
  }

  /** What is at a path; a folder for the top, even if nothing is in it. */
  public Optional<FileEntry> find(String namespace, SafePath path) {
    return store
        .find(place(namespace, path))
        .map(found -> seenFrom(FileLayout.namespaceFiles(namespace), found));
  }

  /** What a folder holds, sorted by name; empty when there is no such folder. */
  public List<FileEntry> list(String namespace, SafePath folder) {
    SafePath top = FileLayout.namespaceFiles(namespace);
    return store.list(place(namespace, folder)).stream()
        .map(found -> seenFrom(top, found))
        .toList();
  }

  /** All files of the namespace in and below a folder, sorted by path. */
  public List<FileEntry> all(String namespace, SafePath folder) {
    SafePath top = FileLayout.namespaceFiles(namespace);
    return below(place(namespace, folder)).stream().map(found -> seenFrom(top, found)).toList();
  }

  private List<FileEntry> below(SafePath folder) {
    List<FileEntry> all = new ArrayList<>();
    List<FileEntry> page;
    do {
      Optional<SafePath> last =
          all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().path());
      page = store.listBelow(folder, last, PAGE);
      all.addAll(page);
    } while (page.size() == PAGE);
    return all;
  }

  /** The files whose paths contain a text, in whatever case, sorted. */
  public List<FileEntry> search(String namespace, String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return all(namespace, SafePath.TOP).stream()
        .filter(file -> file.path().toString().toLowerCase(Locale.ROOT).contains(wanted))
        .toList();
  }

  /**
   * The lines of files that contain a text, in whatever case. Files of more than a mebibyte and
   * those that are no text are not looked into.
   *
   * @param limit of lines
   */
  public FoundLines lines(String namespace, String text, int limit) {
    SafePath top = FileLayout.namespaceFiles(namespace);
    return new LineSearch(store, text, limit).in(below(top), top);
  }

  /** What a file holds; the caller closes it. */
  public InputStream open(String namespace, SafePath file) {
    return store.open(fileAt(namespace, file));
  }

  /**
   * What a file holds or has held; the caller closes it.
   *
   * @throws MissingFileException when there is no such file, or no such revision of it any more
   */
  public InputStream open(String namespace, SafePath file, int revision) {
    return open(namespace, file, revision, ByteRange.ALL);
  }

  /** A part of what a file holds or has held; the caller closes it. */
  public InputStream open(String namespace, SafePath file, int revision, ByteRange range) {
    List<FileRevision> revisions = revisions(namespace, file);
    boolean isPresent = !revisions.isEmpty() && revisions.getLast().number() == revision;
    SafePath older = FileLayout.namespaceRevisions(namespace, file);
    return store.open(
        isPresent ? fileAt(namespace, file) : older.resolve(Integer.toString(revision)), range);
  }

  /** The contents of a file, from the oldest one kept to the present one; empty for no file. */
  public List<FileRevision> revisions(String namespace, SafePath file) {
    Optional<FileEntry> present = store.find(fileAt(namespace, file)).filter(FileEntry::isFile);
    if (present.isEmpty()) {
      return List.of();
    }
    List<FileRevision> revisions = new ArrayList<>(older(namespace, file));
    int number = revisions.isEmpty() ? 1 : revisions.getLast().number() + 1;
    revisions.add(new FileRevision(number, present.get().size(), present.get().modifiedAt()));
    return revisions;
  }

  private List<FileRevision> older(String namespace, SafePath file) {
    return Revisions.in(store, FileLayout.namespaceRevisions(namespace, file));
  }

  /**
   * Writes a file, in place of what was there; that stays as an older revision.
   *
   * @param content read to its end, not closed
   * @throws IOException when the content cannot be read; then nothing has changed
   */
  public void write(String namespace, SafePath file, InputStream content) throws IOException {
    write(namespace, file, content, true);
  }

  /**
   * Writes a file unless there is one.
   *
   * @return false when there was: nothing has changed
   */
  public boolean writeNew(String namespace, SafePath file, InputStream content) throws IOException {
    return write(namespace, file, content, false);
  }

  private boolean write(String namespace, SafePath file, InputStream content, boolean overwrite)
      throws IOException {
    SafePath place = fileAt(namespace, file);
    byte[] start = content.readNBytes(COMPARED_BYTES); // before anybody has to wait for it
    ReentrantLock lock = locks.get(Math.floorMod(place.hashCode(), LOCKS));
    lock.lock();
    try {
      Optional<FileEntry> present = store.find(place).filter(FileEntry::isFile);
      if (present.isPresent() && !overwrite) {
        return false;
      }
      if (present.isEmpty() || !holds(present.get(), start)) {
        if (present.isPresent()) {
          keep(namespace, file);
        }
        store.put(place, new SequenceInputStream(new ByteArrayInputStream(start), content));
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private boolean holds(FileEntry present, byte[] content) throws IOException {
    if (content.length == COMPARED_BYTES || present.size() != content.length) {
      return false;
    }
    try (InputStream held = store.open(present.path())) {
      return Arrays.equals(held.readNBytes(COMPARED_BYTES), content);
    }
  }

  /** Copies what a file holds: a reader must find it at every moment. */
  private void keep(String namespace, SafePath file) throws IOException {
    List<FileRevision> revisions = revisions(namespace, file);
    String number = Integer.toString(revisions.getLast().number());
    try (InputStream content = open(namespace, file)) {
      store.put(FileLayout.namespaceRevisions(namespace, file).resolve(number), content);
    }
  }

  /** Makes a folder and those above it; nothing happens when it is there. */
  public void makeFolder(String namespace, SafePath folder) {
    store.makeFolder(place(namespace, folder));
  }

  /**
   * Moves a file with its older revisions, or a folder with all that is in it.
   *
   * @throws MissingFileException when there is nothing to move
   * @throws FileConflictException when something is at the new place already
   */
  public void move(String namespace, SafePath from, SafePath to) {
    store.move(fileAt(namespace, from), fileAt(namespace, to));
    SafePath revisions = FileLayout.namespaceRevisions(namespace, from);
    if (store.find(revisions).isPresent()) {
      SafePath target = FileLayout.namespaceRevisions(namespace, to);
      deleteAll(target); // of a file that somebody failed to delete as a whole
      store.move(revisions, target);
    }
  }

  /**
   * Deletes a file, or a folder with all that is in it, with all older revisions.
   *
   * @return false when there was none
   */
  public boolean delete(String namespace, SafePath path) {
    Optional<FileEntry> found = store.find(fileAt(namespace, path));
    if (found.isEmpty()) {
      return false;
    }
    deleteAll(FileLayout.namespaceRevisions(namespace, path));
    if (found.get().isFile()) {
      return store.delete(found.get().path());
    }
    deleteAll(found.get().path());
    return true;
  }

  private void deleteAll(SafePath folder) {
    while (store.deleteBelow(folder, PAGE) == PAGE) {
      // the next portion
    }
  }

  /**
   * Deletes older revisions of the files of a namespace. The present content stays.
   *
   * @return how many
   */
  public int purge(String namespace, RevisionPurge purge) {
    return Revisions.purge(store, FileLayout.namespaceRevisions(namespace, SafePath.TOP), purge);
  }

  /** Where a file is in internal storage. */
  public static SafePath fileAt(String namespace, SafePath file) {
    if (file.names().isEmpty()) {
      throw new UnsafePathException("A path is needed, such as 'queries/orders.sql'");
    }
    return place(namespace, file);
  }

  private static SafePath place(String namespace, SafePath path) {
    if (!path.names().isEmpty() && path.names().getFirst().equals(FLOWS)) {
      throw new UnsafePathException(
          "'%s' cannot be used: '%s' stands for the flows of the namespace".formatted(path, FLOWS));
    }
    return FileLayout.namespaceFiles(namespace).resolve(path);
  }

  private static FileEntry seenFrom(SafePath top, FileEntry found) {
    return new FileEntry(
        found.path().relativeTo(top),
        found.kind(),
        found.size(),
        found.createdAt(),
        found.modifiedAt());
  }
}
