package dev.legato.sql;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import dev.legato.sql.encoding.Micros;
import dev.legato.sql.encoding.StoredText;
import dev.legato.sql.search.LogColumns;
import dev.legato.sql.search.Search;
import dev.legato.storage.Filter;
import dev.legato.storage.LogField;
import dev.legato.storage.LogStore;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Log lines in SQLite. */
final class SqlLogStore implements LogStore {
  /** About what a line takes in memory beside its message. */
  private static final int LINE_BYTES = 200;

  private static final int READ_ROWS = 1_000;

  private static final String SELECT =
      """
      select l.position, l.namespace, l.flow_id, l.execution_id, l.task_id, l.task_run_id,
        l.attempt, l.timestamp, l.level, l.thread, l.message, l.trigger_id
      from log l
      """;

  private static final String COUNT = "select count(*) from log l";

  private static final String DELETE =
      "delete from log where position in (select l.position from log l";

  private final Writer writer;
  private final Readers lookups;
  private final Readers searches;

  SqlLogStore(Writer writer, Readers lookups, Readers searches) {
    this.writer = writer;
    this.lookups = lookups;
    this.searches = searches;
  }

  @Override
  public void append(List<LogEntry> entries) {
    if (entries.isEmpty()) {
      return;
    }
    long bytes = 0;
    for (LogEntry entry : entries) {
      bytes += LINE_BYTES + 2L * entry.message().length();
    }
    writer.addWhenRoom(new Write.Logs(entries), bytes);
  }

  @Override
  public Page<LogEntry> search(List<Filter<LogField>> filters, PageRequest<LogField> page) {
    Search search = Search.of(new LogColumns(), filters, page);
    return searches.read(
        reader -> SearchRows.page(reader, COUNT, SELECT, search, SqlLogStore::line));
  }

  @Override
  public void read(
      ExecutionId execution, List<Filter<LogField>> filters, Consumer<LogEntry> reader) {
    readAfter(execution, 0, filters, reader);
  }

  @Override
  public void readAll(List<Filter<LogField>> filters, Consumer<LogEntry> reader) {
    read(searches, Search.of(new LogColumns(), filters), 0, reader);
  }

  @Override
  public long readAfter(
      ExecutionId execution,
      long position,
      List<Filter<LogField>> filters,
      Consumer<LogEntry> reader) {
    Search search = Search.of(new LogColumns(), filters).andExecution(execution.value());
    return read(lookups, search, position, reader);
  }

  /** Reads a piece at a time, so that a slow reader holds no thread and no old state. */
  private static long read(
      Readers readers, Search search, long position, Consumer<LogEntry> reader) {
    String after = search.where() + (search.where().isEmpty() ? " where" : " and");
    String sql = SELECT + after + " l.position > ? order by l.position limit ?";
    long last = position;
    List<Line> piece;
    do {
      piece = piece(readers, sql, search, last);
      for (Line line : piece) {
        reader.accept(line.entry());
        last = line.position();
      }
    } while (piece.size() == READ_ROWS);
    return last;
  }

  private static List<Line> piece(Readers readers, String sql, Search search, long after) {
    return readers.read(
        reader -> {
          PreparedStatement statement = reader.prepare(sql);
          int bound = SearchRows.bind(statement, search.parameters());
          statement.setLong(bound + 1, after);
          statement.setInt(bound + 2, READ_ROWS);
          return Rows.all(statement, row -> new Line(row.getLong(1), line(row)));
        });
  }

  @Override
  public void listen(Consumer<Set<ExecutionId>> listener) {
    writer.listen(listener);
  }

  @Override
  public int delete(ExecutionId execution, List<Filter<LogField>> filters) {
    Search search = Search.of(new LogColumns(), filters).andExecution(execution.value());
    return Deletion.inBatches(
        writer,
        DELETE + search.where() + " limit ?)",
        (statement, limit) -> {
          int bound = SearchRows.bind(statement, search.parameters());
          statement.setLong(bound + 1, limit);
        });
  }

  @Override
  public int purge(List<Filter<LogField>> filters) {
    return new LogPurge(writer, searches).run(Search.of(new LogColumns(), filters));
  }

  private static LogEntry line(ResultSet row) throws SQLException {
    String execution = StoredText.decode(row.getString(4));
    return new LogEntry(
        new FlowId(StoredText.decode(row.getString(2)), StoredText.decode(row.getString(3))),
        execution.isEmpty() ? null : new ExecutionId(execution),
        StoredText.decodeOptional(row.getString(5)),
        StoredText.decodeOptional(row.getString(6)),
        ExecutionRows.optionalInt(row, 7),
        StoredText.decodeOptional(row.getString(12)),
        Micros.toInstant(row.getLong(8)),
        LogLevel.valueOf(row.getString(9)),
        StoredText.decode(row.getString(10)),
        StoredText.decode(row.getString(11)));
  }

  private record Line(long position, LogEntry entry) {}
}
