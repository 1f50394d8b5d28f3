package dev.legato.sql;

import dev.legato.sql.encoding.StoredText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import org.jspecify.annotations.Nullable;

/** Gives values to a statement's parameters, from left to right. */
final class Binder {
  private final PreparedStatement statement;
  private int position;

  /** What to give to the parameters of a statement. */
  @FunctionalInterface
  interface Values {
    void giveTo(Binder values) throws SQLException;
  }

  private Binder(PreparedStatement statement) {
    this.statement = statement;
  }

  static Binder of(PreparedStatement statement) {
    return new Binder(statement);
  }

  /** Any text. */
  Binder text(@Nullable String value) throws SQLException {
    return plain(value == null ? null : StoredText.encode(value));
  }

  /** A text that needs no encoding, such as a state or what is encoded already. */
  Binder plain(@Nullable String value) throws SQLException {
    statement.setString(++position, value);
    return this;
  }

  Binder number(long value) throws SQLException {
    statement.setLong(++position, value);
    return this;
  }

  Binder number(@Nullable Integer value) throws SQLException {
    return value == null ? absent() : number(value.longValue());
  }

  Binder number(@Nullable Long value) throws SQLException {
    return value == null ? absent() : number(value.longValue());
  }

  Binder real(double value) throws SQLException {
    statement.setDouble(++position, value);
    return this;
  }

  Binder truth(boolean value) throws SQLException {
    return number(value ? 1L : 0L);
  }

  private Binder absent() throws SQLException {
    statement.setNull(++position, Types.NULL);
    return this;
  }

  /** Keeps the row for {@link PreparedStatement#executeBatch}. */
  void addBatch() throws SQLException {
    statement.addBatch();
  }

  /** Runs the statement; how many rows changed. */
  int execute() throws SQLException {
    return statement.executeUpdate();
  }
}
