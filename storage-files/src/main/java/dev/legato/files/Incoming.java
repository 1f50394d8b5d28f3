package dev.legato.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Where files are written before they get their name: a numbered folder for each writing process,
 * beside a lock file that the process holds. The folder of a process that has died is emptied by
 * the next one that opens the storage.
 */
final class Incoming implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 << 10;
  private static final int MAX_WRITERS = 10_000;

  private final Path path;
  private final Folder folder;
  private final FileChannel lock;
  private final AtomicLong count = new AtomicLong();

  /**
   * A file that is complete and durable, but has no name yet.
   *
   * @param temporary its name among those that are incoming
   */
  record Upload(String temporary, long size, String sha256) {}

  private Incoming(Path path, Folder folder, FileChannel lock) {
    this.path = path;
    this.folder = folder;
    this.lock = lock;
  }

  static Incoming open(Path directory, FolderOpener opener) throws IOException {
    Incoming own = null;
    for (int number = 1; number <= MAX_WRITERS; number++) {
      Path lockFile = directory.resolve(number + ".lock");
      boolean known = Files.exists(lockFile);
      if (own != null && !known) {
        return own;
      }
      FileChannel lock = tryLock(lockFile);
      if (lock == null) {
        continue; // its writer lives
      }
      Path path = directory.resolve(Integer.toString(number));
      Files.createDirectories(path);
      Folder folder = opener.open(path);
      new Clearing(Integer.MAX_VALUE).empty(folder);
      if (own == null) {
        own = new Incoming(path, folder, lock);
      } else {
        folder.close();
        lock.close();
      }
    }
    throw new IOException("More than %d processes write to '%s'".formatted(MAX_WRITERS, directory));
  }

  private static @Nullable FileChannel tryLock(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      lock = null;
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return lock == null ? null : channel;
  }

  /**
   * Writes content to its end and makes it durable.
   *
   * @throws ContentException when the content cannot be read
   */
  Upload receive(InputStream content) throws IOException {
    String temporary = "u" + count.incrementAndGet();
    try (FileChannel file =
        folder.openFile(
            temporary, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
      MessageDigest digest = sha256();
      long size = copy(content, file, digest);
      file.force(false);
      return new Upload(temporary, size, HexFormat.of().formatHex(digest.digest()));
    } catch (IOException | RuntimeException e) {
      discard(temporary, e);
      throw e;
    }
  }

  private static long copy(InputStream content, FileChannel file, MessageDigest digest)
      throws IOException {
    byte[] buffer = new byte[BUFFER_BYTES];
    long size = 0;
    while (true) {
      int read = read(content, buffer);
      if (read < 0) {
        return size;
      }
      digest.update(buffer, 0, read);
      for (ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read); bytes.hasRemaining(); ) {
        file.write(bytes);
      }
      size += read;
    }
  }

  private static int read(InputStream content, byte[] buffer) throws ContentException {
    try {
      return content.read(buffer);
    } catch (IOException e) {
      throw new ContentException(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Expected every JDK to know SHA-256, but it does not", e);
    }
  }

  /** Gives a file its name, in place of the file that has it. */
  void place(Upload upload, Folder parent, String name) throws IOException {
    folder.move(upload.temporary(), parent, name);
  }

  /** Makes a folder in one step from a handle: made here, then moved there. */
  void makeFolder(Folder parent, String name) throws IOException {
    String temporary = "d" + count.incrementAndGet();
    Files.createDirectory(path.resolve(temporary));
    folder.move(temporary, parent, name);
  }

  /** Forgets a file that gets no name. */
  void discard(String temporary, Exception cause) {
    try {
      folder.deleteFile(temporary);
    } catch (IOException e) {
      cause.addSuppressed(e); // the next process that opens the storage deletes it
    }
  }

  @Override
  public void close() throws IOException {
    folder.close();
    lock.close();
  }
}
