package dev.legato.process.tree;

import java.io.InputStream;

/** A process of its own. */
record StartedProcess(Process process, Mark mark) implements RunningProgram {
  @Override
  public InputStream output() {
    return process.getInputStream();
  }

  @Override
  public InputStream errors() {
    return process.getErrorStream();
  }

  @Override
  public int await() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public long pid() {
    return process.pid();
  }
}
