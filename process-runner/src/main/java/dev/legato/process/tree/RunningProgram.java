package dev.legato.process.tree;

import java.io.InputStream;

/** A program that runs, with all that it starts. */
public interface RunningProgram {
  /** What it writes. */
  InputStream output();

  /** What it writes to its error stream. */
  InputStream errors();

  /** Waits for the end of the program itself; what it has started may still run. */
  int await() throws InterruptedException;

  /** Whether the program itself still runs. */
  boolean isAlive();

  /**
   * The process id, which is that of its group, too.
   *
   * @return of a process that may have ended meanwhile
   */
  long pid();

  /** Whom it is found by. */
  Mark mark();
}
