package dev.legato.orchestrator.call;

import dev.legato.model.command.Command.CompleteAttempt;
import dev.legato.model.command.Command.ReportProgress;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Call;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import dev.legato.orchestrator.shard.Request;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a call writes into its log and, once, to its shard. */
final class CallReport {
  private static final Logger LOG = LoggerFactory.getLogger(CallReport.class);

  private final CallPorts ports;
  private final Call call;
  private final Runnable atEnd;
  private final AtomicBoolean sent = new AtomicBoolean();

  /**
   * @param atEnd done after the report
   */
  CallReport(CallPorts ports, Call call, Runnable atEnd) {
    this.ports = ports;
    this.call = call;
    this.atEnd = atEnd;
  }

  boolean wasSent() {
    return sent.get();
  }

  /** Does something; should it break off, the call has failed, because nobody else would tell. */
  void guard(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException bug) {
      LOG.atError().addKeyValue("call", call.key()).setCause(bug).log("call broke off");
      failed("The call broke off: " + bug.getMessage());
    }
  }

  void log(LogLevel level, String message) {
    ports
        .storage()
        .logs()
        .append(
            List.of(
                new LogEntry(
                    call.flow(),
                    call.key().execution(),
                    call.step().id(),
                    call.taskRunId(),
                    call.key().attempt(),
                    ports.clock().instant(),
                    level,
                    "orchestrator",
                    message)));
  }

  void failed(String reason) {
    if (!wasSent()) {
      log(LogLevel.ERROR, reason);
      send(AttemptResult.failed(reason));
    }
  }

  void killed(Map<String, @Nullable Object> outputs) {
    send(new AttemptResult(TaskRunStatus.KILLED, outputs, null));
  }

  /** Shows what is known of the outputs so far. */
  void progress(Map<String, @Nullable Object> outputs) {
    if (!wasSent()) {
      ports
          .orchestrator()
          .submit(
              Request.of(
                  new ReportProgress(
                      call.key().execution(),
                      call.key().taskRun(),
                      call.key().attempt(),
                      outputs)));
    }
  }

  /** Only the first report counts. */
  void send(AttemptResult result) {
    if (sent.compareAndSet(false, true)) {
      ports
          .orchestrator()
          .submit(
              Request.of(
                  new CompleteAttempt(
                      call.key().execution(), call.key().taskRun(), call.key().attempt(), result)));
      atEnd.run();
    }
  }

  /** How a call ends that takes over how its execution has ended. */
  static TaskRunStatus transmitted(ExecutionStatus status) {
    return switch (status) {
      case FAILED -> TaskRunStatus.FAILED;
      case KILLED -> TaskRunStatus.KILLED;
      case WARNING -> TaskRunStatus.WARNING;
      case SUCCESS, CANCELLED, RETRIED -> TaskRunStatus.SUCCESS;
      case CREATED, QUEUED, RUNNING, PAUSED, RETRYING, BREAKPOINT, RESTARTED, KILLING ->
          throw new IllegalStateException("Expected an ended execution, but it is " + status);
    };
  }
}
