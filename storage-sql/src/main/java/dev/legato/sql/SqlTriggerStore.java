package dev.legato.sql;

import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.TriggerKind;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.model.trigger.TriggerWindow;
import dev.legato.sql.encoding.Micros;
import dev.legato.sql.search.Search;
import dev.legato.sql.search.TriggerColumns;
import dev.legato.storage.Filter;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.TriggerField;
import dev.legato.storage.TriggerStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where triggers stand, in SQLite. */
final class SqlTriggerStore implements TriggerStore {
  private static final String SELECT = "select " + TriggerRows.COLUMNS + " from trigger_state t";

  private static final String OF_FLOW = SELECT + " where t.namespace = ? and t.flow_id = ?";

  private static final String FIND = OF_FLOW + " and t.trigger_id = ?";

  private static final String COUNT = "select count(*) from trigger_state t";

  private static final String DUE =
      """
      select namespace, flow_id, trigger_id, next_date from trigger_state
      where next_date is not null and disabled = 0
      """;

  private static final String LOCKED =
      SELECT + " where t.execution_id is not null or t.worker is not null";

  private static final String OF_KIND = SELECT + " where t.kind = ?";

  private static final String UPDATE =
      """
      update trigger_state set
        disabled = ?, date = ?, next_date = ?, execution_id = ?, worker = ?, evaluated_since = ?,
        backfill = ?, problem = ?, last_fired = ?, updated_at = ?
      where namespace = ? and flow_id = ? and trigger_id = ? and fingerprint = ?
      """;

  // what is known with the same fingerprint stays; a new definition starts anew, but not switched
  // on
  private static final String DEFINE =
      """
      insert into trigger_state (
        disabled, date, next_date, execution_id, worker, evaluated_since, backfill, problem,
        last_fired, updated_at, namespace, flow_id, trigger_id, kind, fingerprint)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (namespace, flow_id, trigger_id) do update set
        kind = excluded.kind, fingerprint = excluded.fingerprint, next_date = excluded.next_date,
        worker = null, evaluated_since = null, backfill = null, problem = null,
        updated_at = excluded.updated_at
      where fingerprint <> excluded.fingerprint
      """;

  private static final String REMOVE_OF_FLOW =
      "delete from trigger_state where namespace = ? and flow_id = ?";

  private static final String REMOVE = REMOVE_OF_FLOW + " and trigger_id = ?";

  private final Writer writer;
  private final Readers lookups;
  private final Readers searches;

  /** Kept because it runs twice for each firing; used by the writer's thread alone. */
  private @Nullable PreparedStatement update;

  SqlTriggerStore(Writer writer, Readers lookups, Readers searches) {
    this.writer = writer;
    this.lookups = lookups;
    this.searches = searches;
  }

  /** Makes the triggers of a flow those given, within the transaction that saves the flow. */
  static void define(Connection connection, FlowId flow, List<TriggerState> triggers)
      throws SQLException {
    String others = triggers.stream().map(_ -> "?").collect(Collectors.joining(", ", "(", ")"));
    try (PreparedStatement remove =
            connection.prepareStatement(REMOVE_OF_FLOW + " and trigger_id not in " + others);
        PreparedStatement define = connection.prepareStatement(DEFINE)) {
      Binder gone = Binder.of(remove).text(flow.namespace()).text(flow.id());
      for (TriggerState trigger : triggers) {
        gone.text(trigger.id().trigger());
      }
      gone.execute();
      for (TriggerState trigger : triggers) {
        TriggerRows.bind(TriggerRows.bindStanding(Binder.of(define), trigger), trigger.id())
            .plain(trigger.kind().name())
            .plain(trigger.fingerprint())
            .execute();
      }
    }
    WindowRows.removeOrphans(connection, flow);
  }

  @Override
  public Optional<TriggerState> find(TriggerId id) {
    return lookups.read(reader -> find(reader, id));
  }

  @Override
  public List<TriggerState> find(Collection<TriggerId> ids) {
    return lookups.read(
        reader -> {
          var found = new ArrayList<TriggerState>();
          for (TriggerId id : ids) {
            find(reader, id).ifPresent(found::add);
          }
          return found;
        });
  }

  private static Optional<TriggerState> find(Reader reader, TriggerId id) throws SQLException {
    PreparedStatement find = reader.prepare(FIND);
    TriggerRows.bind(find, id);
    return Rows.first(find, TriggerRows::read);
  }

  @Override
  public List<TriggerState> ofFlow(FlowId flow) {
    return lookups.all(
        OF_FLOW + " order by t.trigger_id",
        values -> values.text(flow.namespace()).text(flow.id()),
        TriggerRows::read);
  }

  @Override
  public Page<TriggerState> search(
      List<Filter<TriggerField>> filters, PageRequest<TriggerField> page) {
    Search search = Search.of(new TriggerColumns(), filters, page);
    return searches.read(
        reader -> SearchRows.page(reader, COUNT, SELECT, search, TriggerRows::read));
  }

  @Override
  public List<TriggerState> ofKind(TriggerKind kind) {
    return searches.readUnbounded(
        reader -> {
          PreparedStatement ofKind = reader.prepare(OF_KIND);
          Binder.of(ofKind).plain(kind.name());
          return Rows.all(ofKind, TriggerRows::read);
        });
  }

  @Override
  public List<Due> due() {
    return searches.readUnbounded(
        reader ->
            Rows.all(
                reader.prepare(DUE),
                row -> new Due(TriggerRows.id(row), Micros.toInstant(row.getLong(4)))));
  }

  @Override
  public List<TriggerState> locked() {
    return searches.readUnbounded(reader -> Rows.all(reader.prepare(LOCKED), TriggerRows::read));
  }

  @Override
  public Set<TriggerId> update(Collection<TriggerState> states) {
    return writer.call(
        connection -> {
          var written = new HashSet<TriggerId>();
          for (TriggerState state : states) {
            if (update(connection, state)) {
              written.add(state.id());
            }
          }
          return written;
        });
  }

  private boolean update(Connection connection, TriggerState state) throws SQLException {
    PreparedStatement statement = update;
    if (statement == null) {
      statement = connection.prepareStatement(UPDATE);
      update = statement;
    }
    return TriggerRows.bind(TriggerRows.bindStanding(Binder.of(statement), state), state.id())
            .plain(state.fingerprint())
            .execute()
        == 1;
  }

  @Override
  public boolean remove(TriggerId id) {
    return writer.call(
        connection -> {
          try (PreparedStatement remove = connection.prepareStatement(REMOVE)) {
            boolean removed = TriggerRows.bind(remove, id).execute() == 1;
            WindowRows.removeOrphans(connection, id.flow());
            return removed;
          }
        });
  }

  @Override
  public List<Pending> notes(int limit) {
    return lookups.all(WindowRows.NOTES, values -> values.number((long) limit), WindowRows::note);
  }

  @Override
  public List<TriggerWindow> windows(TriggerId id) {
    return lookups.all(
        WindowRows.WINDOWS, values -> TriggerRows.bind(values, id), WindowRows::window);
  }

  @Override
  public void settle(List<TriggerWindow> windows, List<Long> notes) {
    writer.call(
        connection -> {
          WindowRows.settle(connection, windows, notes);
          return true;
        });
  }
}
