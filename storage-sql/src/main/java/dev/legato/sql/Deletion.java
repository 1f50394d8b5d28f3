package dev.legato.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Deletes many rows in many small transactions, so that nobody else waits long to write. */
final class Deletion {
  private static final long BATCH_ROWS = 1_000;

  private Deletion() {}

  /** Binds all parameters of a deletion, the greatest number of rows as the last one. */
  @FunctionalInterface
  interface Parameters {
    void bind(PreparedStatement statement, long limit) throws SQLException;
  }

  /** Runs a deletion until it finds nothing more; how many rows it deleted. */
  static int inBatches(Writer writer, String sql, Parameters parameters) {
    int total = 0;
    int deleted;
    do {
      deleted =
          writer.call(
              connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                  parameters.bind(statement, BATCH_ROWS);
                  return statement.executeUpdate();
                }
              });
      total += deleted;
    } while (deleted == BATCH_ROWS);
    return total;
  }
}
