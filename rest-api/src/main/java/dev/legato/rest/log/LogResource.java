package dev.legato.rest.log;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.model.log.LogEntry;
import dev.legato.orchestrator.live.LiveFeed;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.EventWriter;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Signal;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Paging;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.LogField;
import dev.legato.storage.LogStore;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/** Shows, streams and removes log lines. */
final class LogResource {
  private static final String EXECUTION = "executionId";

  private final LogStore logs;
  private final ExecutionStore executions;
  private final LiveFeed live;
  private final Json json;
  private final InstantSource clock;

  LogResource(
      LogStore logs, ExecutionStore executions, LiveFeed live, Json json, InstantSource clock) {
    this.logs = logs;
    this.executions = executions;
    this.live = live;
    this.json = json;
    this.clock = clock;
  }

  Answer search(Call call) {
    var page = Paging.read(call.query(), LogSearch.SORTS, LogSearch.NEWEST_FIRST);
    return Answer.json(PageView.of(logs.search(filters(call), page), new Kinds(executions)::view));
  }

  private List<Filter<LogField>> filters(Call call) {
    return LogSearch.GRAMMAR.filters(call.query(), clock);
  }

  /** All lines of an execution; written while they are read, because there may be many. */
  Answer list(Call call) {
    ExecutionId id = PathIds.execution(call, EXECUTION);
    List<Filter<LogField>> filters = filters(call);
    return new Answer.Produced(
        MediaType.JSON,
        null,
        out -> {
          out.write('[');
          var separator = new byte[][] {{}};
          var kinds = new Kinds(executions);
          logs.read(
              id,
              filters,
              entry -> {
                write(out, separator[0]);
                write(out, json.bytes(kinds.view(entry)));
                separator[0] = new byte[] {','};
              });
          out.write(']');
        });
  }

  Answer download(Call call) {
    ExecutionId id = PathIds.execution(call, EXECUTION);
    List<Filter<LogField>> filters = filters(call);
    return new Answer.Produced(
        MediaType.TEXT,
        id + ".log",
        out -> logs.read(id, filters, entry -> write(out, line(entry))));
  }

  /** All lines that a search finds, however many, oldest first. */
  Answer downloadFound(Call call) {
    List<Filter<LogField>> filters = filters(call);
    return new Answer.Produced(
        MediaType.TEXT,
        "legato.log",
        out -> logs.readAll(filters, entry -> write(out, lineWithPlace(entry))));
  }

  private static byte[] lineWithPlace(LogEntry entry) {
    return "%s %s %s/%s%s%s %s%n"
        .formatted(
            entry.timestamp(),
            entry.level(),
            entry.flow().namespace(),
            entry.flow().id(),
            entry.execution() == null ? "" : " " + entry.execution().value(),
            entry.taskId() == null ? "" : " " + entry.taskId(),
            entry.message())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] line(LogEntry entry) {
    return "%s %s %s%n"
        .formatted(entry.timestamp(), entry.level(), entry.message())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void write(OutputStream out, byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines that there are, then each new one; ends when the client does. */
  Answer follow(Call call) {
    ExecutionId id = PathIds.execution(call, EXECUTION);
    List<Filter<LogField>> filters = filters(call);
    return new Answer.Events(events -> send(id, filters, events));
  }

  private void send(ExecutionId id, List<Filter<LogField>> filters, EventWriter events)
      throws IOException, InterruptedException {
    var written = new Signal();
    var kinds = new Kinds(executions);
    // watched before the first read, so that no line falls in between
    try (var _ = live.subscribeLogs(id, written::raise)) {
      events.sendHeartbeat();
      long position = 0;
      while (true) {
        position = logs.readAfter(id, position, filters, entry -> send(events, kinds.view(entry)));
        while (!written.await(events.heartbeat())) {
          events.sendHeartbeat();
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void send(EventWriter events, LogView line) {
    try {
      events.send("progress", line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a trigger has written, of whatever execution. */
  Answer deleteOfTrigger(Call call) {
    FlowId flow = PathIds.flow(call, "flowId");
    String trigger = PathIds.name(call.query().required("triggerId"), "trigger id");
    logs.purge(
        List.of(
            Filter.of(LogField.NAMESPACE, Operator.EQUALS, flow.namespace()),
            Filter.of(LogField.FLOW_ID, Operator.EQUALS, flow.id()),
            Filter.of(LogField.TRIGGER_ID, Operator.EQUALS, trigger)));
    return new Answer.Empty(200);
  }

  Answer delete(Call call) {
    logs.delete(PathIds.execution(call, EXECUTION), filters(call));
    return new Answer.Empty(200);
  }
}
