package dev.legato.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.storage.ShardLease;
import dev.legato.storage.StorageException;
import dev.legato.testkit.contract.Batch;
import dev.legato.testkit.contract.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlStorageTest {
  @TempDir Path directory;

  private SqlStorage open() {
    return SqlStorage.open(directory.resolve("data"), SqlConfig.DEFAULTS, OpenStorage.CLOCK);
  }

  private void inDatabase(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("data/legato.db"));
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Test
  void aDirectoryIsForOneServer() {
    try (SqlStorage first = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(StorageException.class)
          .hasMessageContaining(directory.resolve("data").toString())
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining("--data");
      assertThat(first.integrityCheck()).isEmpty();
    }
    open().close();
  }

  @Test
  void whatWasCommittedOutlivesTheStorage() {
    ShardLease lease;
    try (SqlStorage storage = open()) {
      lease = storage.executions().acquire(3);
      storage.executions().commit(new Batch(lease).execution(Samples.awkward("a")).build()).join();
    }
    try (SqlStorage storage = open()) {
      assertThat(storage.executions().findRecord(Samples.id("a"))).contains(Samples.awkward("a"));
      assertThat(storage.executions().acquire(3).epoch()).isGreaterThan(lease.epoch());
    }
  }

  @Test
  void aRemovalThatAProcessDidNotFinishIsFinishedAtTheNextStart() throws SQLException {
    try (SqlStorage storage = open()) {
      ShardLease lease = storage.executions().acquire(0);
      storage
          .executions()
          .commit(
              new Batch(lease)
                  .execution(Samples.created("a"))
                  .execution(Samples.created("b"))
                  .build())
          .join();
      storage.logs().append(List.of(Samples.line("a", "x"), Samples.line("b", "y")));
    }
    inDatabase(
        "update execution set leaving = 'logs ', over = 1 where id = '%s'"
            .formatted(Samples.id("a").value()));
    try (SqlStorage storage = open()) {
      assertThat(storage.executions().findRecord(Samples.id("a"))).isEmpty();
      assertThat(storage.executions().findRecord(Samples.id("b"))).isPresent();
      var lines = new ArrayList<String>();
      storage.logs().read(Samples.id("a"), List.of(), line -> lines.add(line.message()));
      assertThat(lines).isEmpty();
    }
  }

  @Test
  void closingWritesWhatWaitsAndEmptiesTheWriteAheadLog() {
    SqlStorage storage = open();
    for (int i = 0; i < 100; i++) {
      storage.logs().append(List.of(Samples.line("a", "line " + i)));
    }
    storage.close();

    assertThat(directory.resolve("data/legato.db-wal")).doesNotExist();
    try (SqlStorage again = open()) {
      var lines = new ArrayList<String>();
      again.logs().read(Samples.id("a"), List.of(), line -> lines.add(line.message()));
      assertThat(lines)
          .containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(i -> "line " + i).toList());
    }
  }

  @Test
  void aClosedStorageSaysSo() {
    SqlStorage storage = open();
    ShardLease lease = storage.executions().acquire(0);
    storage.close();

    assertThatThrownBy(() -> storage.executions().commit(new Batch(lease).build()))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> storage.logs().append(List.of(Samples.line("a", "x"))))
        .isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> storage.executions().live()).isInstanceOf(StorageException.class);
  }

  @Test
  void aNewerSchemaIsRefusedAndTheDirectoryIsFreeAgain() throws SQLException {
    open().close();
    inDatabase("insert into schema_version values (9999, '9999_future', 'x', 0)");

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(this::open)
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("newer Legato")
          .hasMessageContaining("9999_future");
    }
  }

  @Test
  void aMigrationThatWasChangedIsRefused() throws SQLException {
    open().close();
    inDatabase("update schema_version set checksum = 'other' where version = 1");

    assertThatThrownBy(this::open)
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("0001_executions_flows_logs");
  }

  @Test
  void aMigrationThatFailsLeavesNothingBehind() throws Exception {
    var broken = List.of("0001_executions_flows_logs", "0002_broken");
    Path file = directory.resolve("migrated.db");
    try (Connection connection = Sqlite.openWriter(file)) {
      assertThatThrownBy(() -> new Migrations(broken, OpenStorage.CLOCK).apply(connection))
          .isInstanceOf(SQLException.class);
    }
    try (Connection connection = Sqlite.openWriter(file);
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select (select max(version) from schema_version), count(*) from sqlite_schema where name = 'half_done'")) {
      assertThat(row.getInt(1)).isEqualTo(1);
      assertThat(row.getInt(2)).isZero();
    }
  }

  @Test
  void everyMigrationFileIsListedAndNumbered() throws IOException {
    var known = new ArrayList<String>();
    try (var files = Files.list(Path.of("src/main/resources" + Migrations.FOLDER))) {
      files.map(file -> file.getFileName().toString().replace(".sql", "")).forEach(known::add);
    }
    assertThat(known).containsExactlyInAnyOrderElementsOf(Migrations.SQLITE);
    for (int i = 0; i < Migrations.SQLITE.size(); i++) {
      assertThat(Migrations.SQLITE.get(i)).startsWith("%04d_".formatted(i + 1));
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsReported() throws IOException {
    Files.createDirectories(directory.resolve("data"));
    Files.writeString(directory.resolve("data/legato.db"), "not a database\n".repeat(1_000));

    assertThatThrownBy(this::open)
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(directory.resolve("data").toString());
  }
}
