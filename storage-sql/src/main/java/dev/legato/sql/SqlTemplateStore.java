package dev.legato.sql;

import dev.legato.model.flow.TemplateId;
import dev.legato.sql.encoding.Micros;
import dev.legato.sql.encoding.StoredText;
import dev.legato.sql.search.Search;
import dev.legato.sql.search.TemplateColumns;
import dev.legato.storage.Filter;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.StoredTemplate;
import dev.legato.storage.TemplateField;
import dev.legato.storage.TemplateStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Templates in SQLite. */
final class SqlTemplateStore implements TemplateStore {
  private static final String SELECT =
      """
      select t.namespace, t.template_id, t.revision, t.source, t.deleted, t.description,
        t.updated_at
      from template t
      """;

  private static final String LATEST =
      SELECT + " where t.namespace = ? and t.template_id = ? order by t.revision desc limit 1";

  private static final String FIND =
      SELECT + " where t.namespace = ? and t.template_id = ? and t.revision = ?";

  private static final String NAMESPACES =
      "select distinct namespace from template where newest = 1 and deleted = 0 order by namespace";

  private static final String COUNT = "select count(*) from template t";

  private static final String INSERT =
      """
      insert into template (
        namespace, template_id, revision, source, deleted, description, updated_at, newest)
      values (?, ?, ?, ?, ?, ?, ?, 0)
      on conflict (namespace, template_id, revision) do nothing
      """;

  private static final String MARK_NEWEST =
      """
      update template set newest = (
        revision = (select max(o.revision) from template o
                    where o.namespace = template.namespace
                      and o.template_id = template.template_id))
      where namespace = ? and template_id = ? and (newest = 1 or revision = ?)
      """;

  private final Writer writer;
  private final Readers lookups;
  private final Readers searches;

  SqlTemplateStore(Writer writer, Readers lookups, Readers searches) {
    this.writer = writer;
    this.lookups = lookups;
    this.searches = searches;
  }

  @Override
  public boolean add(StoredTemplate template) {
    return writer.call(connection -> insert(connection, template));
  }

  private static boolean insert(Connection connection, StoredTemplate template)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT);
        PreparedStatement markNewest = connection.prepareStatement(MARK_NEWEST)) {
      int added =
          bindKey(Binder.of(insert), template.id())
              .number((long) template.revision())
              .text(template.source())
              .truth(template.deleted())
              .text(template.description())
              .number(Micros.of(template.updatedAt()))
              .execute();
      bindKey(Binder.of(markNewest), template.id()).number((long) template.revision()).execute();
      return added == 1;
    }
  }

  @Override
  public Optional<StoredTemplate> latest(TemplateId id) {
    return lookups.first(LATEST, values -> bindKey(values, id), SqlTemplateStore::template);
  }

  @Override
  public Optional<StoredTemplate> find(TemplateId id, int revision) {
    return lookups.first(
        FIND, values -> bindKey(values, id).number((long) revision), SqlTemplateStore::template);
  }

  @Override
  public Page<StoredTemplate> search(
      List<Filter<TemplateField>> filters, PageRequest<TemplateField> page) {
    Search search = Search.of(new TemplateColumns(), filters, page);
    return searches.read(
        reader -> SearchRows.page(reader, COUNT, SELECT, search, SqlTemplateStore::template));
  }

  @Override
  public List<String> namespaces() {
    return lookups.read(
        reader -> Rows.all(reader.prepare(NAMESPACES), row -> StoredText.decode(row.getString(1))));
  }

  private static Binder bindKey(Binder binder, TemplateId id) throws SQLException {
    return binder.text(id.namespace()).text(id.id());
  }

  private static StoredTemplate template(ResultSet row) throws SQLException {
    return new StoredTemplate(
        new TemplateId(StoredText.decode(row.getString(1)), StoredText.decode(row.getString(2))),
        row.getInt(3),
        StoredText.decode(row.getString(4)),
        row.getBoolean(5),
        StoredText.decodeOptional(row.getString(6)),
        Micros.toInstant(row.getLong(7)));
  }
}
