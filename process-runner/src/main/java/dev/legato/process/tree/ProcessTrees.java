package dev.legato.process.tree;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Starts processes and ends them with all that they have started: those of their group at once, and
 * those that have left it by the mark in their environment. When the server itself dies, a {@link
 * Keeper} does so.
 */
public final class ProcessTrees implements AutoCloseable {
  private static final Duration AFTER_KILL = Duration.ofSeconds(2);
  private static final long SWEEP_AFTER_MILLIS = 500;
  private static final Duration GLANCE = Duration.ofMillis(10);

  private final Launch launch = new Launch();
  private final Mark mark;
  private final Keeper keeper;
  private final Duration killGrace;
  private final AtomicBoolean sweepIsDue = new AtomicBoolean();
  private final Queue<Mark> ended = new ConcurrentLinkedQueue<>();
  private final ScheduledThreadPoolExecutor sweeper =
      new ScheduledThreadPoolExecutor(
          1,
          work -> Thread.ofPlatform().daemon().name("process-sweeper").unstarted(work),
          new ThreadPoolExecutor.DiscardPolicy());
  private final AtomicLong number = new AtomicLong();

  /**
   * Ends what an earlier server of the same installation has left.
   *
   * @param installation the same for every server of a data directory; there is one at a time
   * @param life another for every server
   * @param environment for helpers
   * @param killGrace how long a process has to end by itself
   */
  public ProcessTrees(
      String installation, String life, Map<String, String> environment, Duration killGrace) {
    Mark all = new Mark(installation);
    MarkedProcesses.kill(all);
    this.mark = all.child(life);
    this.keeper = new Keeper(launch, mark, environment);
    this.killGrace = killGrace;
  }

  /** A mark that no other process has. */
  public Mark newMark() {
    return mark.child(Long.toString(number.incrementAndGet()));
  }

  /**
   * Starts a program whose input is empty.
   *
   * @param environment all of it
   */
  public RunningProgram start(List<String> command, Path directory, Map<String, String> environment)
      throws IOException {
    Mark own = newMark();
    Process process =
        builder(command, directory, environment, own)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();
    return new StartedProcess(process, own);
  }

  /** Starts a program that is talked to over its input and output; its errors are lost. */
  public Process startHelper(List<String> command, Path directory, Map<String, String> environment)
      throws IOException {
    return builder(command, directory, environment, newMark())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private ProcessBuilder builder(
      List<String> command, Path directory, Map<String, String> environment, Mark own)
      throws IOException {
    keeper.start();
    ProcessBuilder builder = new ProcessBuilder(launch.inOwnSession(command));
    builder.directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put(Mark.VARIABLE, own.value());
    return builder;
  }

  /**
   * Ends the rest of a program that has ended itself, such as what it has left in the background.
   */
  public void sweep(RunningProgram program) {
    signal(program, Signals.KILL);
    ended.add(program.mark());
    if (sweepIsDue.compareAndSet(false, true)) {
      Future<?> _ = sweeper.schedule(this::sweepEnded, SWEEP_AFTER_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /**
   * What has left its group and writes nowhere hurts nobody at once: it is looked for in batches.
   */
  private void sweepEnded() {
    sweepIsDue.set(false);
    List<Mark> marks = new ArrayList<>();
    for (Mark each = ended.poll(); each != null; each = ended.poll()) {
      marks.add(each);
    }
    MarkedProcesses.kill(marks);
  }

  /** Ends what has left the group of a program, too. */
  public void sweepAll(RunningProgram program) {
    signal(program, Signals.KILL);
    MarkedProcesses.kill(program.mark());
  }

  /**
   * Ends a program and all that it has started: asks first, then uses force. Does not heed
   * interrupts; the calling thread stays interrupted when it was.
   */
  public void end(RunningProgram program) {
    boolean interrupted = Thread.interrupted(); // else nothing could be waited for
    try {
      signal(program, Signals.TERM);
      awaitEnd(program, killGrace);
      signal(program, Signals.KILL);
      MarkedProcesses.kill(program.mark());
      awaitEnd(program, AFTER_KILL);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Until the program and its group are gone, at most so long; interrupts are left alone. */
  private void awaitEnd(RunningProgram program, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (exists(program) && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(GLANCE.toNanos());
    }
  }

  private boolean exists(RunningProgram program) {
    return program.isAlive()
        || (launch.makesGroups() && ProcessGroups.hasLivingMember(program.pid()));
  }

  private void signal(RunningProgram program, int signal) {
    boolean reached = launch.makesGroups() && Signals.toGroup(program.pid(), signal);
    // of one that has ended no descendants are known, and looking for them takes milliseconds
    if (!reached
        && program instanceof StartedProcess(Process process, Mark _)
        && process.isAlive()) {
      process.descendants().forEach(each -> Signals.toProcess(each.pid(), signal));
      Signals.toProcess(process.pid(), signal);
    }
  }

  /** Ends everything that was started here. */
  @Override
  public void close() {
    sweeper.shutdownNow();
    MarkedProcesses.kill(mark);
    keeper.close();
  }
}
