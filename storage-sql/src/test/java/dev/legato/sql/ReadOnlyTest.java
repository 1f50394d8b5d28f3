package dev.legato.sql;

import static dev.legato.testkit.contract.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.model.flow.FlowId;
import dev.legato.storage.StorageException;
import dev.legato.storage.StoredFlow;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at a database that others may use. */
class ReadOnlyTest {
  private static final FlowId FLOW = new FlowId("team", "f");

  @TempDir private Path directory;

  private static StoredFlow flow(int revision) {
    return new StoredFlow(FLOW, revision, "", false, false, null, List.of(), START);
  }

  private SqlStorage own() {
    return SqlStorage.open(directory, SqlConfig.DEFAULTS, InstantSource.system());
  }

  private SqlStorage reading() {
    return SqlStorage.openToRead(directory, SqlConfig.DEFAULTS, InstantSource.system());
  }

  @Test
  void whatAnotherWritesIsSeenAndCannotBeChanged() {
    try (SqlStorage own = own();
        SqlStorage reading = reading()) {
      own.flows().add(flow(1), List.of());

      assertThat(reading.flows().latest(FLOW)).contains(flow(1));
      assertThatThrownBy(() -> reading.flows().add(flow(2), List.of()))
          .isInstanceOf(StorageException.class);
      assertThat(own.flows().add(flow(2), List.of())).isTrue();
    }
  }

  @Test
  void aClosedDatabaseStaysClosed() {
    own().close();

    reading().close();

    try (SqlStorage own = own()) {
      assertThat(own.wasClosed()).isTrue();
    }
  }

  @Test
  void whereThereIsNoDatabaseNoneIsMade() {
    assertThatThrownBy(this::reading)
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("There is no database in");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void aDatabaseOfAnOlderVersionIsLeftAlone() throws Exception {
    own().close();
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("legato.db"));
        var statement = connection.createStatement()) {
      statement.executeUpdate("delete from schema_version where version > 1");
    }

    assertThatThrownBy(this::reading)
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("was written by an older Legato");
  }
}
