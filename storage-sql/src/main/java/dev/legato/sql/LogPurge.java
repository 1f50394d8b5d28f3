package dev.legato.sql;

import dev.legato.sql.encoding.JsonText;
import dev.legato.sql.search.Fragment;
import dev.legato.sql.search.Search;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.Optional;

/**
 * Removes log lines of all executions. Lines are looked for on reading threads, a stretch of the
 * log at a time; the one thread that writes only deletes what was found.
 */
final class LogPurge {
  private static final int STRETCH = 20_000;
  private static final int DELETED_AT_ONCE = 1_000;

  private static final String ENDS = "select min(position), max(position) from log";

  private static final String FIND = "select l.position from log l";

  private static final String DELETE =
      "delete from log where position in (select value from json_each(?))";

  private final Writer writer;
  private final Readers readers;

  LogPurge(Writer writer, Readers readers) {
    this.writer = writer;
    this.readers = readers;
  }

  /** The first and the last position. */
  private record Ends(long first, long last) {}

  /** How many lines were removed; none that is written meanwhile. */
  int run(Search search) {
    Optional<Ends> ends =
        readers.read(
            reader ->
                Rows.first(reader.prepare(ENDS), row -> new Ends(row.getLong(1), row.getLong(2))));
    int removed = 0;
    long from = ends.orElseThrow().first();
    while (from <= ends.get().last()) {
      long to = Math.min(from + STRETCH - 1, ends.get().last());
      removed += delete(find(search, from, to));
      from = to + 1;
    }
    return removed;
  }

  private List<Long> find(Search search, long from, long to) {
    Search stretch = search.and(new Fragment("l.position between ? and ?", List.of(from, to)));
    return readers.read(
        reader -> {
          PreparedStatement find = reader.prepare(FIND + stretch.where());
          SearchRows.bind(find, stretch.parameters());
          return Rows.all(find, row -> row.getLong(1));
        });
  }

  private int delete(List<Long> positions) {
    int deleted = 0;
    for (int i = 0; i < positions.size(); i += DELETED_AT_ONCE) {
      String part =
          JsonText.encode(positions.subList(i, Math.min(i + DELETED_AT_ONCE, positions.size())));
      deleted += writer.execute(DELETE, values -> values.plain(part));
    }
    return deleted;
  }
}
