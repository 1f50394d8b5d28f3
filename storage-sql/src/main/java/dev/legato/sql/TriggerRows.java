package dev.legato.sql;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.TriggerKind;
import dev.legato.model.trigger.Backfill;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.model.trigger.TriggerState.Evaluation;
import dev.legato.sql.encoding.JsonText;
import dev.legato.sql.encoding.Micros;
import dev.legato.sql.encoding.StoredText;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of {@code trigger_state}. */
final class TriggerRows {
  /** In the order in which {@link #read} reads them. */
  static final String COLUMNS =
      """
      t.namespace, t.flow_id, t.trigger_id, t.kind, t.fingerprint, t.disabled, t.date, t.next_date,
        t.execution_id, t.worker, t.evaluated_since, t.backfill, t.problem, t.last_fired,
        t.updated_at
      """;

  private TriggerRows() {}

  static TriggerState read(ResultSet row) throws SQLException {
    String execution = StoredText.decodeOptional(row.getString(9));
    String worker = StoredText.decodeOptional(row.getString(10));
    return new TriggerState(
        id(row),
        TriggerKind.valueOf(row.getString(4)),
        row.getString(5),
        row.getBoolean(6),
        ExecutionRows.optionalInstant(row, 7),
        ExecutionRows.optionalInstant(row, 8),
        execution == null ? null : new ExecutionId(execution),
        worker == null ? null : new Evaluation(worker, Micros.toInstant(row.getLong(11))),
        backfill(row.getString(12)),
        StoredText.decodeOptional(row.getString(13)),
        ExecutionRows.optionalInstant(row, 14),
        Micros.toInstant(row.getLong(15)));
  }

  /** The first three columns. */
  static TriggerId id(ResultSet row) throws SQLException {
    return new TriggerId(
        new FlowId(StoredText.decode(row.getString(1)), StoredText.decode(row.getString(2))),
        StoredText.decode(row.getString(3)));
  }

  /** Binds the key. */
  static Binder bind(PreparedStatement statement, TriggerId id) throws SQLException {
    return bind(Binder.of(statement), id);
  }

  static Binder bind(Binder binder, TriggerId id) throws SQLException {
    return binder.text(id.flow().namespace()).text(id.flow().id()).text(id.trigger());
  }

  /** Binds all that can change while the definition stays the same. */
  static Binder bindStanding(Binder binder, TriggerState state) throws SQLException {
    ExecutionId execution = state.execution();
    Evaluation evaluation = state.evaluation();
    return binder
        .truth(state.disabled())
        .number(Micros.ofOptional(state.date()))
        .number(Micros.ofOptional(state.nextDate()))
        .text(execution == null ? null : execution.value())
        .text(evaluation == null ? null : evaluation.worker())
        .number(evaluation == null ? null : (Long) Micros.of(evaluation.since()))
        .plain(encode(state.backfill()))
        .text(state.problem())
        .number(Micros.ofOptional(state.lastFired()))
        .number(Micros.of(state.updatedAt()));
  }

  private static @Nullable String encode(@Nullable Backfill backfill) {
    if (backfill == null) {
      return null;
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("start", Micros.of(backfill.start()));
    json.put("end", Micros.of(backfill.end()));
    json.put("current", Micros.of(backfill.current()));
    json.put("paused", backfill.paused());
    json.put("inputs", backfill.inputs());
    json.put(
        "labels",
        backfill.labels().stream().map(label -> List.of(label.key(), label.value())).toList());
    json.put("createdAt", Micros.of(backfill.createdAt()));
    json.put("resumeAt", Micros.ofOptional(backfill.resumeAt()));
    return JsonText.encode(json);
  }

  @SuppressWarnings("unchecked") // as encoded above
  private static @Nullable Backfill backfill(@Nullable String text) {
    if (text == null) {
      return null;
    }
    var json = (Map<String, @Nullable Object>) Objects.requireNonNull(JsonText.decode(text));
    var labels = (List<List<String>>) Objects.requireNonNull(json.get("labels"));
    Object resumeAt = json.get("resumeAt");
    return new Backfill(
        instant(json.get("start")),
        instant(json.get("end")),
        instant(json.get("current")),
        Boolean.TRUE.equals(json.get("paused")),
        (Map<String, @Nullable Object>) Objects.requireNonNull(json.get("inputs")),
        labels.stream().map(label -> new Label(label.get(0), label.get(1))).toList(),
        instant(json.get("createdAt")),
        resumeAt == null ? null : instant(resumeAt));
  }

  private static Instant instant(@Nullable Object micros) {
    return Micros.toInstant(((Number) Objects.requireNonNull(micros)).longValue());
  }
}
