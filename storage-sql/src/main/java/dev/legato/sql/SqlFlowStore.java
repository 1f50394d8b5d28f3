package dev.legato.sql;

import dev.legato.model.flow.FlowId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.sql.encoding.LabelsText;
import dev.legato.sql.encoding.Micros;
import dev.legato.sql.encoding.StoredText;
import dev.legato.sql.search.FlowColumns;
import dev.legato.sql.search.Search;
import dev.legato.storage.Filter;
import dev.legato.storage.FlowField;
import dev.legato.storage.FlowStore;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.StoredFlow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Flows in SQLite. */
final class SqlFlowStore implements FlowStore {
  private static final String SELECT =
      """
      select f.namespace, f.flow_id, f.revision, f.source, f.deleted, f.disabled, f.description,
        f.labels, f.updated_at
      from flow f
      """;

  private static final String LATEST =
      SELECT + " where f.namespace = ? and f.flow_id = ? order by f.revision desc limit 1";

  private static final String FIND =
      SELECT + " where f.namespace = ? and f.flow_id = ? and f.revision = ?";

  private static final String BEFORE =
      SELECT
          + """
           where f.namespace = ? and f.flow_id = ? and f.revision < ?
          order by f.revision desc limit 1
          """;

  // the newest one says whether the flow exists, and the next one is counted from it
  private static final String REMOVE =
      "delete from flow where namespace = ? and flow_id = ? and revision = ? and newest = 0";

  private static final String REVISIONS =
      SELECT + " where f.namespace = ? and f.flow_id = ? order by f.revision";

  private static final String NAMESPACES =
      "select distinct namespace from flow where newest = 1 and deleted = 0 order by namespace";

  private static final String COUNT = "select count(*) from flow f";

  private static final String INSERT =
      """
      insert into flow (
        namespace, flow_id, revision, source, deleted, disabled, description, labels, updated_at,
        newest)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
      on conflict (namespace, flow_id, revision) do nothing
      """;

  private static final String MARK_NEWEST =
      """
      update flow set newest = (
        revision = (select max(o.revision) from flow o
                    where o.namespace = flow.namespace and o.flow_id = flow.flow_id))
      where namespace = ? and flow_id = ? and (newest = 1 or revision = ?)
      """;

  private final Writer writer;
  private final Readers lookups;
  private final Readers searches;

  SqlFlowStore(Writer writer, Readers lookups, Readers searches) {
    this.writer = writer;
    this.lookups = lookups;
    this.searches = searches;
  }

  @Override
  public boolean add(StoredFlow flow, List<TriggerState> triggers) {
    return writer.call(
        connection -> {
          boolean added = insert(connection, flow);
          if (added) {
            SqlTriggerStore.define(connection, flow.id(), triggers);
          }
          return added;
        });
  }

  private static boolean insert(Connection connection, StoredFlow flow) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT);
        PreparedStatement markNewest = connection.prepareStatement(MARK_NEWEST)) {
      int added =
          bindKey(Binder.of(insert), flow.id())
              .number((long) flow.revision())
              .text(flow.source())
              .truth(flow.deleted())
              .truth(flow.disabled())
              .text(flow.description())
              .plain(LabelsText.encode(flow.labels()))
              .number(Micros.of(flow.updatedAt()))
              .execute();
      bindKey(Binder.of(markNewest), flow.id()).number((long) flow.revision()).execute();
      return added == 1;
    }
  }

  @Override
  public Optional<StoredFlow> latest(FlowId id) {
    return lookups.first(LATEST, values -> bindKey(values, id), SqlFlowStore::flow);
  }

  @Override
  public Optional<StoredFlow> find(FlowId id, int revision) {
    return lookups.first(
        FIND, values -> bindKey(values, id).number((long) revision), SqlFlowStore::flow);
  }

  @Override
  public Optional<StoredFlow> before(FlowId id, int revision) {
    return lookups.first(
        BEFORE, values -> bindKey(values, id).number((long) revision), SqlFlowStore::flow);
  }

  @Override
  public int removeRevisions(FlowId id, Collection<Integer> revisions) {
    return writer.call(
        connection -> {
          try (PreparedStatement remove = connection.prepareStatement(REMOVE)) {
            int removed = 0;
            for (int revision : revisions) {
              removed += bindKey(Binder.of(remove), id).number((long) revision).execute();
            }
            return removed;
          }
        });
  }

  @Override
  public List<StoredFlow> revisions(FlowId id) {
    return lookups.all(REVISIONS, values -> bindKey(values, id), SqlFlowStore::flow);
  }

  @Override
  public Page<StoredFlow> search(List<Filter<FlowField>> filters, PageRequest<FlowField> page) {
    Search search = Search.of(new FlowColumns(), filters, page);
    return searches.read(
        reader -> SearchRows.page(reader, COUNT, SELECT, search, SqlFlowStore::flow));
  }

  @Override
  public List<String> namespaces() {
    return lookups.read(
        reader -> Rows.all(reader.prepare(NAMESPACES), row -> StoredText.decode(row.getString(1))));
  }

  private static Binder bindKey(Binder binder, FlowId id) throws SQLException {
    return binder.text(id.namespace()).text(id.id());
  }

  private static StoredFlow flow(ResultSet row) throws SQLException {
    return new StoredFlow(
        new FlowId(StoredText.decode(row.getString(1)), StoredText.decode(row.getString(2))),
        row.getInt(3),
        StoredText.decode(row.getString(4)),
        row.getBoolean(5),
        row.getBoolean(6),
        StoredText.decodeOptional(row.getString(7)),
        LabelsText.decode(row.getString(8)),
        Micros.toInstant(row.getLong(9)));
  }
}
