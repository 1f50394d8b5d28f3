package dev.legato.sql;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.flow.FlowId;
import dev.legato.model.trigger.TriggerWindow;
import dev.legato.model.trigger.TriggerWindow.Satisfied;
import dev.legato.sql.encoding.JsonText;
import dev.legato.sql.encoding.Micros;
import dev.legato.sql.encoding.StoredText;
import dev.legato.storage.StatusNote;
import dev.legato.storage.TriggerStore.Pending;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of {@code flow_event} and {@code trigger_window}. */
final class WindowRows {
  static final String NOTES =
      """
      select number, execution_id, namespace, flow_id, step, status, at from flow_event
      order by number limit ?
      """;

  static final String WINDOWS =
      """
      select namespace, flow_id, trigger_id, join_id, fingerprint, start_at, end_at, fired, closed,
        satisfied
      from trigger_window where namespace = ? and flow_id = ? and trigger_id = ?
      """;

  private static final String PUT =
      """
      insert into trigger_window (
        namespace, flow_id, trigger_id, join_id, fingerprint, start_at, end_at, fired, closed,
        satisfied)
      select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
      where exists (
        select 1 from trigger_state where namespace = ? and flow_id = ? and trigger_id = ?)
      on conflict (namespace, flow_id, trigger_id, join_id) do update set
        fingerprint = excluded.fingerprint, start_at = excluded.start_at, end_at = excluded.end_at,
        fired = excluded.fired, closed = excluded.closed, satisfied = excluded.satisfied
      """;

  private static final String FORGET = "delete from flow_event where number = ?";

  private static final String REMOVE_ORPHANS =
      """
      delete from trigger_window where namespace = ? and flow_id = ? and trigger_id not in (
        select trigger_id from trigger_state where namespace = ? and flow_id = ?)
      """;

  private WindowRows() {}

  static void settle(Connection connection, List<TriggerWindow> windows, List<Long> notes)
      throws SQLException {
    try (PreparedStatement put = connection.prepareStatement(PUT);
        PreparedStatement forget = connection.prepareStatement(FORGET)) {
      for (TriggerWindow window : windows) {
        Binder binder =
            TriggerRows.bind(put, window.trigger())
                .text(window.join())
                .plain(window.fingerprint())
                .number(Micros.of(window.start()))
                .number(Micros.of(window.end()))
                .number((long) window.fired())
                .truth(window.closed())
                .plain(encode(window.satisfied()));
        TriggerRows.bind(binder, window.trigger()).execute();
      }
      for (Long number : notes) {
        Binder.of(forget).number(number).execute();
      }
    }
  }

  /** Forgets the windows of triggers that the flow has no more. */
  static void removeOrphans(Connection connection, FlowId flow) throws SQLException {
    try (PreparedStatement remove = connection.prepareStatement(REMOVE_ORPHANS)) {
      Binder.of(remove)
          .text(flow.namespace())
          .text(flow.id())
          .text(flow.namespace())
          .text(flow.id())
          .execute();
    }
  }

  static Pending note(ResultSet row) throws SQLException {
    return new Pending(
        row.getLong(1),
        new StatusNote(
            new ExecutionId(StoredText.decode(row.getString(2))),
            new FlowId(StoredText.decode(row.getString(3)), StoredText.decode(row.getString(4))),
            row.getInt(5),
            ExecutionStatus.valueOf(row.getString(6)),
            Micros.toInstant(row.getLong(7))));
  }

  static TriggerWindow window(ResultSet row) throws SQLException {
    return new TriggerWindow(
        TriggerRows.id(row),
        StoredText.decode(row.getString(4)),
        row.getString(5),
        Micros.toInstant(row.getLong(6)),
        Micros.toInstant(row.getLong(7)),
        row.getInt(8),
        row.getBoolean(9),
        satisfied(row.getString(10)));
  }

  private static String encode(Map<String, Satisfied> satisfied) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    satisfied.forEach(
        (name, by) -> json.put(name, List.of(by.execution().value(), Micros.of(by.at()))));
    return JsonText.encode(json);
  }

  private static Map<String, Satisfied> satisfied(String text) {
    Map<String, Satisfied> satisfied = new LinkedHashMap<>();
    var json = (Map<?, ?>) Objects.requireNonNull(JsonText.decode(text));
    json.forEach(
        (name, value) -> {
          var by = (List<?>) value;
          satisfied.put(
              name.toString(),
              new Satisfied(
                  new ExecutionId(by.get(0).toString()),
                  Micros.toInstant(((Number) by.get(1)).longValue())));
        });
    return satisfied;
  }
}
