package dev.legato.server.crash;

import dev.legato.server.crash.Journal.Answered;
import dev.legato.server.crash.Journal.Asked;
import dev.legato.server.crash.Journal.StopAnswered;
import dev.legato.server.crash.Journal.StopAsked;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that send one request after the other until the server does not answer any more. */
final class Load {
  private static final int CLIENTS = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Client client;
  private final Journal journal;
  private final long seed;
  private final AtomicLong numbers;
  private final Semaphore acknowledged = new Semaphore(0);
  private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
  private final List<Future<?>> clients = new ArrayList<>();

  /**
   * Begins.
   *
   * @param numbers gives each request its number, from which follows what is asked for
   */
  Load(Client client, Journal journal, long seed, AtomicLong numbers) {
    this.client = client;
    this.journal = journal;
    this.seed = seed;
    this.numbers = numbers;
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(threads.submit(this::sendUntilSilence));
    }
  }

  private Void sendUntilSilence() throws InterruptedException {
    Answered doomed = null;
    try {
      while (true) {
        Asked asked = request(numbers.incrementAndGet());
        journal.append(asked);
        Answered answered = client.create(asked);
        journal.append(answered);
        if (answered.execution() == null) {
          return null; // the server is about to stop
        }
        acknowledged.release();
        if (doomed != null) {
          stop(doomed);
        }
        doomed = asked.shape() == Shape.DOOMED ? answered : null;
      }
    } catch (IOException silence) {
      return null;
    }
  }

  /** One request later than the execution was created, so that some of it runs. */
  private void stop(Answered doomed) throws IOException, InterruptedException {
    journal.append(new StopAsked(doomed.number()));
    int status = client.stop(Objects.requireNonNull(doomed.execution()));
    journal.append(new StopAnswered(doomed.number(), status));
  }

  private Asked request(long number) {
    var random = new SplittableRandom(seed + number * 0x9E3779B97F4A7C15L);
    Shape shape = Shape.pick(random);
    String key = random.nextInt(3) > 0 ? "key-" + number : null;
    return new Asked(number, shape, key, shape.inputs(number, random));
  }

  /** Waits until so many executions more are acknowledged. */
  void awaitAcknowledged(int count) throws InterruptedException {
    if (!acknowledged.tryAcquire(count, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException(
          "Expected %d executions to be acknowledged, but only %d were"
              .formatted(count, acknowledged.availablePermits()));
    }
  }

  /** Waits until all clients have found out that the server is gone. */
  void awaitSilence() throws InterruptedException {
    threads.shutdown();
    for (Future<?> each : clients) {
      try {
        each.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("Expected a client to end quietly", e);
      }
    }
  }
}
