package dev.legato.server;

import dev.legato.model.execution.ExecutionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The executions that are over, each told once, in the order in which they ended. */
final class EndedExecutions {
  private static final int PATIENCE_SECONDS = 60;

  private final BlockingQueue<ExecutionRecord> ended = new LinkedBlockingQueue<>();

  void listenTo(Application application) {
    application
        .orchestrator()
        .listen(
            execution -> {
              if (execution.over()) {
                ended.add(execution);
              }
            });
  }

  /** The next one that ends, or has ended. */
  ExecutionRecord next() throws InterruptedException {
    ExecutionRecord next = ended.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("Expected another execution to end by now");
    }
    return next;
  }

  /** All that have ended so far. */
  List<ExecutionRecord> soFar() {
    var all = new ArrayList<ExecutionRecord>();
    ended.drainTo(all);
    return all;
  }
}
