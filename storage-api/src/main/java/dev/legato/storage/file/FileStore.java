package dev.legato.storage.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Files by path. A file is there as a whole or not at all: nobody sees a part of one, not even
 * after a crash. Folders come into being with the first file in them.
 *
 * <p>All methods may be called from any thread, may wait for the disk or the network, and throw
 * {@link dev.legato.storage.StorageException} when the store fails.
 */
public interface FileStore extends AutoCloseable {
  /**
   * Writes a file, in place of what was there. Returns when it is durable.
   *
   * @param content read to its end, not closed
   * @throws IOException when the content cannot be read; then nothing has changed
   * @throws FileConflictException when a folder has that name, or a file that of a folder above
   */
  StoredFile put(SafePath path, InputStream content) throws IOException;

  /**
   * The content of a file; the caller closes it.
   *
   * @throws MissingFileException when there is no such file
   */
  default InputStream open(SafePath path) {
    return open(path, ByteRange.ALL);
  }

  /**
   * A part of the content of a file; the caller closes it. What lies behind the end of the file is
   * not there, without an error.
   *
   * @throws MissingFileException when there is no such file
   */
  InputStream open(SafePath path, ByteRange range);

  /** What is at a path. */
  Optional<FileEntry> find(SafePath path);

  /** What a folder holds, sorted by name; empty when there is no such folder. */
  List<FileEntry> list(SafePath folder);

  /**
   * All files below a folder, in folders of folders, too, sorted by path; empty when there is none.
   *
   * @param limit the greatest number of files
   * @param after only files behind this path; empty for the first ones
   */
  List<FileEntry> listBelow(SafePath folder, Optional<SafePath> after, int limit);

  /** Makes a folder and those above it; nothing happens when it is there. */
  void makeFolder(SafePath folder);

  /**
   * Deletes a file.
   *
   * @return false when there was none
   */
  boolean delete(SafePath file);

  /**
   * Deletes a folder with all that is in it, a portion at a time: to be called until it returns
   * fewer than {@code limit}. The folder goes last.
   *
   * @param limit the greatest number of files to delete in this call
   * @return how many files were deleted
   */
  int deleteBelow(SafePath folder, int limit);

  /**
   * Moves a file, or a folder with all that is in it.
   *
   * @throws MissingFileException when there is nothing to move
   * @throws FileConflictException when something is at the new place already
   */
  void move(SafePath from, SafePath to);

  @Override
  void close();
}
