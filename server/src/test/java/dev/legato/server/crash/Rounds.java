package dev.legato.server.crash;

import dev.legato.model.execution.ExecutionId;
import dev.legato.server.crash.Journal.Answered;
import dev.legato.server.crash.Journal.Asked;
import dev.legato.server.crash.Journal.Gone;
import dev.legato.server.crash.Journal.StopAnswered;
import dev.legato.server.crash.Journal.StopAsked;
import dev.legato.server.crash.WitnessFile.Mark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Rounds on one data directory, so that history piles up: load, the end of the server, a restart at
 * once, rest, audit.
 */
final class Rounds implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration MAX_RECOVERY = Duration.ofSeconds(60);

  private final Path directory;
  private final SplittableRandom random;
  private final long seed;
  private final Journal journal;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<ExecutionId, Integer> ended = Audit.nothingEnded();
  private ChildServer server;

  /** How the server ends under load. */
  enum Ending {
    KILLED,
    KILLED_AGAIN_DURING_RECOVERY,
    ASKED_TO_STOP
  }

  /**
   * What happened.
   *
   * @param acknowledged executions before the server's end
   * @param running tasks at the server's end
   */
  record Outcome(int acknowledged, int running, List<Violation> violations) {
    /** Whether there was so little to lose that the round proves nothing. */
    boolean isVacuous() {
      return acknowledged < 100 || running < 5;
    }
  }

  private Rounds(Path directory, long seed) throws IOException {
    this.directory = directory;
    this.seed = seed;
    this.random = new SplittableRandom(seed);
    this.journal = Journal.open(Evidence.journal(directory));
    this.server = ChildServer.start(directory);
  }

  /**
   * Starts a server on an empty directory, kills it while it makes itself at home there, starts it
   * again and saves the flows.
   */
  static Rounds begin(Path directory, long seed) throws Exception {
    Files.createDirectories(directory);
    var rounds = new Rounds(directory, seed);
    rounds.dieInTheFirstMoments();
    try (var client = new Client(rounds.server.port())) {
      client.createFlows();
    }
    return rounds;
  }

  private void dieInTheFirstMoments() throws IOException, InterruptedException {
    boolean _ = server.endsWithin(Duration.ofMillis(random.nextInt(200, 1_500)));
    end(Ending.KILLED);
    server = ChildServer.start(directory);
  }

  /** A round; which ending it has follows from the seed. */
  Outcome next() throws Exception {
    return next(random.nextInt(3) == 0 ? Ending.KILLED_AGAIN_DURING_RECOVERY : Ending.KILLED);
  }

  /** A round with a certain ending. */
  Outcome next(Ending ending) throws Exception {
    long first = numbers.get() + 1;
    long pid = server.pid();
    try (var client = new Client(server.port())) {
      var load = new Load(client, journal, seed, numbers);
      load.awaitAcknowledged(random.nextInt(110, 300));
      if (!server.endsWithin(Duration.ofMillis(random.nextInt(100)))) {
        end(ending);
      }
      load.awaitSilence();
    }
    int acknowledged = acknowledged(first);
    int running = running(pid);
    server = ChildServer.start(directory);
    if (ending == Ending.KILLED_AGAIN_DURING_RECOVERY) {
      boolean _ = server.endsWithin(Duration.ofMillis(random.nextInt(300, 2_000)));
      end(Ending.KILLED);
      server = ChildServer.start(directory);
    }
    recover(first);
    end(Ending.ASKED_TO_STOP);
    List<Violation> violations = Audit.of(directory, ended);
    server = ChildServer.start(directory);
    return new Outcome(acknowledged, running, violations);
  }

  private void end(Ending ending) throws InterruptedException {
    boolean killed = ending != Ending.ASKED_TO_STOP;
    if (killed) {
      server.kill();
    } else {
      server.askToStop();
      server.awaitEnd();
    }
    journal.append(new Gone(server.pid(), killed, Instant.now()));
  }

  private int acknowledged(long first) throws IOException {
    return (int)
        Journal.read(Evidence.journal(directory)).stream()
            .filter(entry -> entry instanceof Answered a && a.number() >= first)
            .filter(entry -> ((Answered) entry).execution() != null)
            .count();
  }

  private int running(long pid) throws IOException {
    Set<WitnessFile.AttemptKey> running = new HashSet<>();
    for (WitnessFile.Entry entry : WitnessFile.read(Evidence.witness(directory))) {
      if (entry.pid() == pid) {
        boolean _ =
            entry.mark() == Mark.START
                ? running.add(entry.attempt())
                : running.remove(entry.attempt());
      }
    }
    return running.size();
  }

  /** Asks again what was not answered, and waits for the end of everything. */
  private void recover(long first) throws Exception {
    try (var client = new Client(server.port())) {
      askAgain(client, first);
      Instant deadline = Instant.now().plus(MAX_RECOVERY);
      while (client.live() > 0 && Instant.now().isBefore(deadline)) {
        if (server.endsWithin(POLL)) {
          throw new IllegalStateException("The server ended by itself: " + server.output());
        }
      }
    }
  }

  /** Also some that were answered: the answer must be the same. */
  private void askAgain(Client client, long first) throws Exception {
    Map<Long, Asked> again = new LinkedHashMap<>();
    for (Journal.Entry entry : Journal.read(Evidence.journal(directory))) {
      switch (entry) {
        case Asked asked when asked.number() >= first && asked.key() != null ->
            again.put(asked.number(), asked);
        case Answered answer when answer.execution() != null && answer.number() % 8 != 0 ->
            again.remove(answer.number());
        case Asked _, Answered _, StopAsked _, StopAnswered _, Gone _ -> {}
      }
    }
    for (Asked asked : again.values()) {
      journal.append(client.create(asked));
    }
  }

  /** Stops the server; the evidence stays. */
  @Override
  public void close() {
    server.discard();
    journal.close();
  }
}
