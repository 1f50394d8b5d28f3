package dev.legato.process;

import dev.legato.process.output.StreamReader;
import dev.legato.process.tree.ProcessTrees;
import dev.legato.process.tree.RunningProgram;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One process from its start to the last byte that it has written. */
final class ProcessRun {
  private static final Logger log = LoggerFactory.getLogger(ProcessRun.class);

  /** How long the rest of a program may hold its streams open after the program has ended. */
  private static final Duration STREAMS_END = Duration.ofSeconds(1);

  private final ProcessTrees trees;
  private final RunningProgram program;
  private final List<Future<?>> reading;

  /**
   * Reads a program that has just been started.
   *
   * @param readers platform threads: reading a pipe blocks the thread that carries a virtual one
   */
  ProcessRun(
      ProcessTrees trees, RunningProgram program, StreamReader output, ExecutorService readers) {
    this.trees = trees;
    this.program = program;
    this.reading =
        List.of(
            readers.submit(() -> read(program.output(), output, false)),
            readers.submit(() -> read(program.errors(), output, true)));
  }

  private void read(InputStream stream, StreamReader output, boolean isError) {
    try (stream) {
      output.readAll(stream, isError);
    } catch (IOException e) {
      // the stream was closed under it because something else holds the other end
      log.atDebug().setCause(e).log("a program's stream ended early");
    }
  }

  /**
   * Waits for the end.
   *
   * @return the exit code
   * @throws InterruptedException when the thread was told to give up; everything is gone then
   */
  int await() throws InterruptedException {
    try {
      int code = program.await();
      trees.sweep(program); // what runs on in the background would run for ever
      finishReading();
      return code;
    } catch (InterruptedException e) {
      trees.end(program);
      finishReading(); // what it wrote to the last
      throw e;
    }
  }

  private void finishReading() throws InterruptedException {
    for (Future<?> stream : reading) {
      if (!isOver(stream)) {
        trees.sweepAll(program);
      }
    }
    for (Future<?> stream : reading) {
      if (!isOver(stream)) {
        closeStreams();
      }
    }
  }

  private static boolean isOver(Future<?> stream) throws InterruptedException {
    try {
      stream.get(STREAMS_END.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Expected a stream to be read, but failed", e);
    }
  }

  private void closeStreams() {
    for (InputStream stream : List.of(program.output(), program.errors())) {
      try {
        stream.close();
      } catch (IOException e) {
        log.atDebug().setCause(e).log("a program's stream could not be closed");
      }
    }
  }
}
