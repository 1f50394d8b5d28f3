package dev.legato.bench.load;

import java.io.IOException;

/** Does one thing from beginning to end, again and again, on the thread that calls it. */
public interface Target extends AutoCloseable {
  /** Starts an execution and returns when its end is known. */
  void once() throws Exception;

  @Override
  default void close() throws IOException {}
}
