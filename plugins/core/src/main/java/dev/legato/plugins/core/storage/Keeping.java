package dev.legato.plugins.core.storage;

import dev.legato.plugin.NewFile;
import dev.legato.plugins.core.storage.Pieces.Taker;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Puts finished files into the storage, many at a time, and hands over their addresses in order.
 * Each has to become durable, which takes a disk some milliseconds however small the file is; a
 * disk that is asked by many at once does it for all of them in one go.
 */
final class Keeping implements AutoCloseable {
  private static final int AT_ONCE = 128;

  private final Taker taker;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Future<URI>> underWay = new ArrayDeque<>();

  Keeping(Taker taker) {
    this.taker = taker;
  }

  /** Takes a file that is complete. */
  void keep(NewFile file) throws IOException {
    if (underWay.size() >= AT_ONCE) {
      takeFirst();
    }
    underWay.add(
        threads.submit(
            () -> {
              try (file) {
                return file.keep();
              }
            }));
  }

  /** Returns when all files were handed over. */
  void finish() throws IOException {
    while (!underWay.isEmpty()) {
      takeFirst();
    }
  }

  private void takeFirst() throws IOException {
    try {
      taker.take(underWay.remove().get());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the task was told to give up");
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case IOException e -> throw e;
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case null, default -> throw new IOException("The file could not be kept", failed);
      }
    }
  }

  /** Gives up what is under way. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
