package dev.legato.worker;

import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Job;
import dev.legato.model.flow.LogLevel;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.SafePath;
import dev.legato.worker.AttemptContext.Waiting;
import dev.legato.worker.AttemptRunner.Outcome;
import dev.legato.worker.StopReason.Killed;
import dev.legato.worker.StopReason.ShutDown;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Runs attempts, each on a virtual thread of its own, and reports each once, after its log lines
 * have been handed to the store. Methods may be called from any thread; none but {@link #close}
 * waits.
 */
public final class Worker implements AutoCloseable {
  private final AttemptReports reports;
  private final InstantSource clock;
  private final WorkerConfig config;
  private final TaskServices services;
  private final Deadlines deadlines;
  private final AttemptRunner runner;
  private final AttemptReporter reporter;
  private final WorkerCounters counters = new WorkerCounters();

  private final Map<Job.Key, RunningAttempt> attempts = new ConcurrentHashMap<>();
  private final Queue<RunningAttempt> waiting = new ConcurrentLinkedQueue<>();
  private final Semaphore slots; // limits how many run; the others are in the queue
  private final AtomicInteger unreported = new AtomicInteger();
  private final CountDownLatch drained = new CountDownLatch(1);
  private volatile boolean closing;

  public Worker(
      TaskLanguage language,
      TaskServices services,
      AttemptReports reports,
      InstantSource clock,
      WorkerConfig config) {
    this(language, services, reports, clock, config, WorkerThreads.deadlines());
  }

  Worker(
      TaskLanguage language,
      TaskServices services,
      AttemptReports reports,
      InstantSource clock,
      WorkerConfig config,
      Deadlines deadlines) {
    this.reports = reports;
    this.clock = clock;
    this.config = config;
    this.services = services;
    this.deadlines = deadlines;
    this.slots = new Semaphore(config.maxConcurrent());
    this.runner =
        new AttemptRunner(
            new TaskPreparation(language),
            services,
            new Waiting(clock, deadlines),
            this::stop,
            new OutputCache(services.files(), clock),
            config.maxOutputBytes());
    this.reporter = new AttemptReporter(reports, language.types(), counters);
  }

  /**
   * Runs the attempt as soon as there is room. Does nothing when that attempt is here already, and
   * nothing once the worker is closing: it is then as if the machine had been switched off before.
   */
  public void submit(Job job) {
    RunningAttempt attempt =
        new RunningAttempt(
            job,
            new AttemptLog(LogOwner.of(job), logOf(job), clock, config),
            new AttemptMetrics(job, clock, config.maxMetrics()));
    unreported.incrementAndGet();
    if (closing || attempts.putIfAbsent(job.key(), attempt) != null) {
      countDown();
      return;
    }
    waiting.add(attempt);
    startWaiting();
    if (closing) {
      drop(attempt);
    }
  }

  private LogTarget logOf(Job job) {
    return job.step().logToFile()
        ? new LogFile(() -> logPlace(job), services.files(), services.temporaryFolder())
        : new StoredLog(reports.logs());
  }

  private static SafePath logPlace(Job job) {
    return FileLayout.taskRun(job.flow(), job.execution(), job.step().id(), job.taskRunId())
        .resolve("attempt-%d.log".formatted(job.attempt()));
  }

  /**
   * Ends the attempt as KILLED: at once when it has not started, else when its task gives up after
   * its interrupt, but at the latest after the grace period. Does nothing when there is no such
   * attempt.
   */
  public void kill(Job.Key key) {
    RunningAttempt attempt = attempts.get(key);
    if (attempt != null) {
      stop(attempt, new Killed());
    }
  }

  /** The working directory that tasks of a task run have shared is not needed any more. */
  public void release(ExecutionId execution, int taskRun) {
    WorkerThreads.startVirtual("release", () -> runner.release(execution, taskRun));
  }

  /** Task runs of the execution that have an attempt here which was not reported yet. */
  public Set<Integer> running(ExecutionId execution) {
    return attempts.keySet().stream()
        .filter(key -> key.execution().equals(execution))
        .map(Job.Key::taskRun)
        .collect(Collectors.toSet());
  }

  /** What has been done so far. */
  public WorkerFigures figures() {
    return counters.figures(attempts.size());
  }

  /**
   * Starts nothing more, lets running attempts end by themselves for a while, then interrupts them;
   * those that only wait, and for longer than that, at once. Attempts that did not end by
   * themselves are not reported: they are to be run again.
   */
  @Override
  public void close() {
    closing = true;
    attempts.values().forEach(this::drop);
    Instant latest = clock.instant().plus(config.shutdownGrace());
    for (RunningAttempt attempt : attempts.values()) {
      if (attempt.limitWaits(latest)) {
        stop(attempt, new ShutDown());
      }
    }
    if (unreported.get() == 0) {
      drained.countDown();
    }
    if (!awaitDrained(config.shutdownGrace())) {
      attempts.values().forEach(attempt -> stop(attempt, new ShutDown()));
      awaitDrained(config.killGrace());
    }
    deadlines.close();
  }

  private void startWaiting() {
    while (!closing && !waiting.isEmpty() && slots.tryAcquire()) {
      RunningAttempt attempt = waiting.poll();
      if (attempt == null || !attempt.isWaiting()) {
        slots.release();
      } else {
        WorkerThreads.startVirtual(attempt.job().taskRunId(), () -> run(attempt));
      }
    }
  }

  private void run(RunningAttempt attempt) {
    if (attempt.begin()) {
      counters.started();
      Outcome outcome = runner.run(attempt);
      if (attempt.taskReturned()) {
        counters.finished();
        try {
          report(attempt, runner.conclude(attempt, outcome));
        } finally {
          leaveSlot();
        }
      } // else the slot has been given to another attempt already
    } else {
      leaveSlot();
    }
  }

  private void leaveSlot() {
    slots.release();
    startWaiting();
  }

  private void stop(RunningAttempt attempt, StopReason reason) {
    switch (attempt.stop(reason)) {
      case BEFORE_ITS_START ->
          inBackground(attempt, () -> report(attempt, runner.stopped(attempt, reason)));
      case INTERRUPTED -> {
        if (reason instanceof StopReason.TimedOut) {
          counters.timedOut();
        }
        deadlines.after(
            config.killGrace(), () -> inBackground(attempt, () -> abandon(attempt, reason)));
      }
      case TOO_LATE -> {}
    }
  }

  private void abandon(RunningAttempt attempt, StopReason reason) {
    if (!attempt.abandon()) {
      return;
    }
    counters.finished();
    counters.abandoned();
    attempt
        .log()
        .note(
            LogLevel.WARN,
            "The task ignored its interrupt for %s; it counts as ended, but part of it may still run."
                .formatted(config.killGrace()));
    report(attempt, runner.stopped(attempt, reason));
    leaveSlot();
  }

  private void report(RunningAttempt attempt, Optional<AttemptResult> result) {
    reporter.report(attempt, result); // first, so that no moment exists in which it is nowhere
    attempts.remove(attempt.job().key(), attempt);
    countDown();
  }

  private void drop(RunningAttempt attempt) {
    if (attempt.withdraw()) {
      attempts.remove(attempt.job().key(), attempt);
      countDown();
    }
  }

  private void countDown() {
    if (unreported.decrementAndGet() == 0 && closing) {
      drained.countDown();
    }
  }

  private boolean awaitDrained(Duration grace) {
    try {
      return drained.await(TimeUnit.NANOSECONDS.convert(grace), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // in a hurry: go on without waiting
      return false;
    }
  }

  private static void inBackground(RunningAttempt attempt, Runnable action) {
    WorkerThreads.startVirtual(attempt.job().taskRunId(), action);
  }
}
