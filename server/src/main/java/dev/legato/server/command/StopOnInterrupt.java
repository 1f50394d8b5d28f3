package dev.legato.server.command;

import dev.legato.storage.StorageException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * While it is open, Ctrl-C stops what runs; the process ends once all of it is gone, its end was
 * shown, and this was closed.
 */
final class StopOnInterrupt implements AutoCloseable {
  private static final int MAX_SECONDS = 15;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = Thread.ofPlatform().name("stop").unstarted(this::stop);
  private volatile @Nullable Runnable kill;

  private StopOnInterrupt() {}

  static StopOnInterrupt armed() {
    var stop = new StopOnInterrupt();
    Runtime.getRuntime().addShutdownHook(stop.hook);
    return stop;
  }

  /** From now on there is something to stop. */
  void kills(Runnable what) {
    kill = what;
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // the hook runs already and ends the process
    }
  }

  private void stop() {
    Runnable running = kill;
    if (running == null) {
      return;
    }
    try {
      running.run();
      if (!closed.await(MAX_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("The execution did not stop in time; what is left of it is abandoned.");
      }
    } catch (StorageException e) {
      // it has ended by itself, and the store is closed already
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
