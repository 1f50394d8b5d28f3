package dev.legato.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.ProgressHandler;

/** A connection for reading, with the statements that it has prepared before. */
final class Reader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
  private static final int MAX_STATEMENTS = 64;
  // about a millisecond of work
  private static final int OPERATIONS_BETWEEN_CHECKS = 100_000;

  private final Connection connection;
  private final LinkedHashMap<String, PreparedStatement> statements =
      new LinkedHashMap<>(MAX_STATEMENTS, 0.75f, true);
  private Deadline deadline = Deadline.NEVER;

  private Reader(Connection connection) {
    this.connection = connection;
  }

  static Reader open(Path file) throws SQLException {
    Connection connection = Sqlite.openReader(file);
    var reader = new Reader(connection);
    RegexFunction.install(connection, reader::isLate);
    ProgressHandler.setHandler(
        connection,
        OPERATIONS_BETWEEN_CHECKS,
        new ProgressHandler() {
          @Override
          protected int progress() {
            return reader.isLate() ? 1 : 0; // 1 interrupts the statement
          }
        });
    return reader;
  }

  Connection connection() {
    return connection;
  }

  /** The statement of this text; must be a constant or made of constants only. */
  PreparedStatement prepare(String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known != null) {
      return known;
    }
    if (statements.size() >= MAX_STATEMENTS) {
      Map.Entry<String, PreparedStatement> oldest = statements.pollFirstEntry();
      oldest.getValue().close();
    }
    PreparedStatement statement = connection.prepareStatement(sql);
    statements.put(sql, statement);
    return statement;
  }

  void begin(Deadline newDeadline) {
    deadline = newDeadline;
  }

  /** Lets go of the state that was read from, so that the write-ahead log can be emptied. */
  void end() throws SQLException {
    connection.rollback();
  }

  private boolean isLate() {
    return deadline.hasPassed();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.atWarn().setCause(e).log("could not close a connection");
    }
  }
}
