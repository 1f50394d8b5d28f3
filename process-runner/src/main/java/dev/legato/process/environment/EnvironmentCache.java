package dev.legato.process.environment;

import dev.legato.plugin.TaskFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Folders by key. A folder is made under a name of its own and becomes the key's by a link that
 * appears in one step: whoever looks sees all of it or nothing, and paths inside it stay right.
 * Several servers may share the cache.
 */
final class EnvironmentCache {
  private final Path folder;
  private final String life;
  private final long maxBytes;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
  private final AtomicLong number = new AtomicLong();

  /**
   * @param life another for every server, to name folders
   */
  EnvironmentCache(Path folder, String life, long maxBytes) {
    this.folder = folder;
    this.life = life;
    this.maxBytes = maxBytes;
  }

  /** Makes what a key stands for. */
  interface Builder {
    /**
     * Fills a folder.
     *
     * @param target empty
     */
    void build(Path target) throws TaskFailure, IOException, InterruptedException;
  }

  /**
   * The folder of a key, made when there is none.
   *
   * @param key letters and digits
   */
  Path get(String key, Builder builder) throws TaskFailure, IOException, InterruptedException {
    Path link = folder.resolve(key);
    if (!Files.exists(link)) {
      ReentrantLock lock = locks.computeIfAbsent(key, _ -> new ReentrantLock());
      lock.lockInterruptibly();
      try {
        makeLocked(link, builder);
      } finally {
        lock.unlock();
      }
    }
    Path made = link.toRealPath();
    Files.setLastModifiedTime(made, FileTime.from(Instant.now())); // says when it was used
    return made;
  }

  private void makeLocked(Path link, Builder builder)
      throws TaskFailure, IOException, InterruptedException {
    Files.createDirectories(folder);
    try (FileChannel file =
            FileChannel.open(
                folder.resolve(link.getFileName() + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock _ = file.lock()) {
      if (!Files.exists(link)) {
        make(link, builder);
        new Pruning(folder, maxBytes).run();
      }
    }
  }

  private void make(Path link, Builder builder)
      throws TaskFailure, IOException, InterruptedException {
    String name = "%s-%s-%d".formatted(link.getFileName(), life, number.incrementAndGet());
    Path target = Files.createDirectory(folder.resolve(name));
    boolean done = false;
    try {
      builder.build(target);
      Path newLink = Files.createSymbolicLink(folder.resolve(name + ".link"), target.getFileName());
      Files.move(newLink, link, StandardCopyOption.ATOMIC_MOVE);
      done = true;
    } finally {
      if (!done) {
        Pruning.remove(target);
      }
    }
  }
}
