package dev.legato.testkit.simulation;

import dev.legato.storage.StorageException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the server runs: starts it, crashes it and starts it again. */
final class Site {
  /** With more commands than that, a server does not keep up with what comes. */
  private static final int BACKLOG = 20;

  private final World world;
  private @Nullable ServerProcess process;
  private int starts;

  Site(World world) {
    this.world = world;
  }

  /** The process that lives; null while the server is down. */
  @Nullable ServerProcess process() {
    return process;
  }

  void start() {
    try {
      process = new ServerProcess(world, this, starts++);
      world.trace().add("process", starts, "starts");
    } catch (StorageException unreachable) {
      world.agenda().in(1_000_000, this::start);
    }
  }

  void crash() {
    if (process == null) {
      return;
    }
    world.tally().see(Sight.CRASH);
    process.die();
    process = null;
    world.store().crash();
    world.agenda().in(world.dice().between(1_000, 5_000_000), this::start);
  }

  /** What has not ended, for people. */
  List<String> stuck() {
    return world.image().live().stream()
        .map(id -> world.image().get(id))
        .map(it -> it.execution() + " with " + it.taskRuns())
        .toList();
  }

  void poke() {
    boolean disturbed =
        process == null || process.waiting() > BACKLOG || world.store().awaitsTakeOver();
    world.limitChecks().watch(disturbed);
    if (process != null) {
      process.poke();
      crashInACommit();
    }
  }

  private void crashInACommit() {
    boolean mayCrash = world.faults().crashes() > 0 && world.store().commitsUnderWay() > 0;
    if (mayCrash && world.dice().happens(0.01)) {
      world.agenda().in(world.dice().nextLong(1_000), this::crash);
    }
  }
}
