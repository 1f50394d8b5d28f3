package dev.legato.sql;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.model.log.MetricEntry;
import dev.legato.sql.encoding.JsonText;
import dev.legato.sql.encoding.Micros;
import dev.legato.sql.encoding.StoredText;
import dev.legato.storage.MetricStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Metrics in SQLite. */
final class SqlMetricStore implements MetricStore {
  /** About what a figure takes in memory. */
  private static final int ENTRY_BYTES = 500;

  private static final String SELECT =
      """
      select namespace, flow_id, execution_id, task_id, task_run_id, kind, name, value, tags,
        timestamp
      from metric
      """;

  static final String DELETE =
      """
      delete from metric where position in (
        select position from metric where execution_id = ? limit ?)
      """;

  private static final String FIND = SELECT + " where execution_id = ? order by position";

  private static final String NAMES =
      """
      select distinct name from metric
      where namespace = ? and flow_id = ? and (? is null or task_id = ?)
      order by name
      """;

  private static final String TASKS =
      "select distinct task_id from metric where namespace = ? and flow_id = ? order by task_id";

  private static final String SERIES =
      SELECT
          + """
           where namespace = ? and flow_id = ? and name = ? and timestamp >= ? and timestamp < ?
             and (? is null or task_id = ?)
          order by timestamp, position
          """;

  private final Writer writer;
  private final Readers lookups;
  private final Readers searches;

  SqlMetricStore(Writer writer, Readers lookups, Readers searches) {
    this.writer = writer;
    this.lookups = lookups;
    this.searches = searches;
  }

  @Override
  public void append(List<MetricEntry> entries) {
    if (!entries.isEmpty()) {
      writer.addWhenRoom(new Write.Metrics(entries), (long) ENTRY_BYTES * entries.size());
    }
  }

  @Override
  public List<MetricEntry> find(ExecutionId execution) {
    return lookups.all(FIND, values -> values.text(execution.value()), SqlMetricStore::metric);
  }

  @Override
  public List<String> names(FlowId flow, @Nullable String task) {
    return lookups.all(
        NAMES,
        values -> values.text(flow.namespace()).text(flow.id()).text(task).text(task),
        row -> StoredText.decode(row.getString(1)));
  }

  @Override
  public List<String> tasks(FlowId flow) {
    return lookups.all(
        TASKS,
        values -> values.text(flow.namespace()).text(flow.id()),
        row -> StoredText.decode(row.getString(1)));
  }

  @Override
  public void read(Series series, Consumer<MetricEntry> reader) {
    searches.read(
        connection -> {
          PreparedStatement find = connection.prepare(SERIES);
          Binder.of(find)
              .text(series.flow().namespace())
              .text(series.flow().id())
              .text(series.name())
              .number(Micros.of(series.from()))
              .number(Micros.of(series.to()))
              .text(series.task())
              .text(series.task());
          try (ResultSet rows = find.executeQuery()) {
            while (rows.next()) {
              reader.accept(metric(rows));
            }
          }
          return series;
        });
  }

  private static MetricEntry metric(ResultSet row) throws SQLException {
    double value = row.getDouble(8);
    boolean missing = row.wasNull();
    return new MetricEntry(
        new FlowId(StoredText.decode(row.getString(1)), StoredText.decode(row.getString(2))),
        new ExecutionId(StoredText.decode(row.getString(3))),
        StoredText.decode(row.getString(4)),
        StoredText.decode(row.getString(5)),
        MetricEntry.Kind.valueOf(row.getString(6)),
        StoredText.decode(row.getString(7)),
        missing ? Double.NaN : value,
        tags(row.getString(9)),
        Micros.toInstant(row.getLong(10)));
  }

  private static Map<String, String> tags(@Nullable String text) {
    var tags = new LinkedHashMap<String, String>();
    JsonText.decodeMap(text).forEach((key, value) -> tags.put(key, (String) value));
    return Collections.unmodifiableMap(tags);
  }
}
