package dev.legato.sql;

import dev.legato.model.execution.ExecutionId;
import dev.legato.sql.encoding.Micros;
import dev.legato.sql.encoding.StoredText;
import dev.legato.storage.CommitBatch.RequestKey;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which executions requests have made. */
final class RequestKeys {
  private static final String FIND =
      "select key, fingerprint, execution_id, created_at from request_key where key = ?";

  private static final String DELETE =
      """
      delete from request_key where key in (
        select key from request_key where created_at < ? limit ?)
      """;

  private final Writer writer;
  private final Readers lookups;

  RequestKeys(Writer writer, Readers lookups) {
    this.writer = writer;
    this.lookups = lookups;
  }

  Optional<RequestKey> find(String key) {
    return lookups.read(reader -> find(reader, key));
  }

  Map<String, RequestKey> find(Collection<String> keys) {
    return lookups.read(
        reader -> {
          Map<String, RequestKey> found = new HashMap<>();
          for (String key : keys) {
            find(reader, key).ifPresent(request -> found.put(key, request));
          }
          return found;
        });
  }

  private static Optional<RequestKey> find(Reader reader, String key) throws SQLException {
    PreparedStatement find = reader.prepare(FIND);
    Binder.of(find).text(key);
    return Rows.first(
        find,
        row ->
            new RequestKey(
                StoredText.decode(row.getString(1)),
                StoredText.decode(row.getString(2)),
                new ExecutionId(StoredText.decode(row.getString(3))),
                Micros.toInstant(row.getLong(4))));
  }

  int deleteBefore(Instant instant) {
    return Deletion.inBatches(
        writer,
        DELETE,
        (statement, limit) -> Binder.of(statement).number(Micros.of(instant)).number(limit));
  }
}
