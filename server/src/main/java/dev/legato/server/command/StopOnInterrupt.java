package dev.legato.server.command;

import dev.legato.model.execution.ExecutionId;
import dev.legato.server.Application;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ctrl-C stops the execution, and the process ends once everything of it is gone. */
final class StopOnInterrupt {
  private static final int MAX_SECONDS = 15;

  private final Application application;
  private final ExecutionId execution;
  private final Thread hook = Thread.ofPlatform().name("stop").unstarted(this::stop);

  StopOnInterrupt(Application application, ExecutionId execution) {
    this.application = application;
    this.execution = execution;
  }

  void arm() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  void disarm() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      // the hook runs already and ends the process
    }
  }

  private void stop() {
    try {
      application.executions().kill(execution);
      application.orchestrator().ends().of(execution).get(MAX_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      System.err.println("The execution did not stop in time; what is left of it is abandoned.");
    }
  }
}
