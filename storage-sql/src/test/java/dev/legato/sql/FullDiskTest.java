package dev.legato.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.storage.CommitBatch;
import dev.legato.storage.ShardLease;
import dev.legato.testkit.contract.Batch;
import dev.legato.testkit.contract.Samples;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that may not grow behaves like one on a full disk. */
final class FullDiskTest {
  private static final int ENOUGH = 1_000_000;

  @TempDir Path directory;

  @Test
  void aFullDiskFailsWholeBatchesAndWritingGoesOnWhenThereIsSpace() throws SQLException {
    Connection connection = Sqlite.openWriter(directory.resolve("full.db"));
    new Migrations(Migrations.SQLITE, OpenStorage.CLOCK).apply(connection);
    try (var writer = new Writer(connection, SqlConfig.DEFAULTS)) {
      allowPages(writer, 1);
      for (int round = 0; round < 3; round++) {
        ShardLease lease = writer.acquire(0);
        assertThatThrownBy(() -> commit(writer, large(lease)))
            .isInstanceOf(CompletionException.class)
            .hasMessageContaining("full");
        assertThat(count(writer)).isZero();
      }

      allowPages(writer, ENOUGH);
      commit(writer, large(writer.acquire(0)));
      assertThat(count(writer)).isEqualTo(500);
    }
  }

  private static CommitBatch large(ShardLease lease) {
    var batch = new Batch(lease);
    for (int i = 0; i < 500; i++) {
      batch.execution(Samples.created("e" + i)).log(Samples.line("e" + i, "x".repeat(500)));
    }
    return batch.build();
  }

  private static void commit(Writer writer, CommitBatch batch) {
    var done = new CompletableFuture<Void>();
    writer.add(new Write.Commit(batch, done));
    done.join();
  }

  private static void allowPages(Writer writer, int pages) {
    List<Integer> allowed =
        writer.call(
            connection -> {
              try (var statement = connection.prepareStatement("pragma max_page_count=" + pages)) {
                return Rows.all(statement, row -> row.getInt(1));
              }
            });
    assertThat(allowed).hasSize(1);
  }

  private static int count(Writer writer) {
    return writer.call(
        connection -> {
          var counts = new ArrayList<Integer>();
          for (String sql : List.of("select count(*) from execution", "select count(*) from log")) {
            try (var statement = connection.prepareStatement(sql)) {
              counts.addAll(Rows.all(statement, row -> row.getInt(1)));
            }
          }
          assertThat(counts.getFirst()).isEqualTo(counts.getLast());
          return counts.getFirst();
        });
  }
}
