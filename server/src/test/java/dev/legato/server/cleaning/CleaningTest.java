package dev.legato.server.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.execution.CreateOutcome.Created;
import dev.legato.orchestrator.execution.CreateRequest;
import dev.legato.server.Application;
import dev.legato.server.config.ServerConfig;
import dev.legato.storage.StorageException;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.SafePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleaningTest {
  private static final FlowId FLOW = new FlowId("company.team", "load");
  private static final ExecutionId UNBORN = new ExecutionId("0FKLm3aB9xYz0FKLm3aB9x");
  private static final Duration ORPHANS = CleaningRules.DEFAULTS.orphans();
  private static final Duration CACHES = CleaningRules.DEFAULTS.caches();

  @TempDir private Path data;
  private Application application;
  private FileStore files;

  @BeforeEach
  void start() {
    application = Application.start(data, ServerConfig.DEFAULTS);
    files = application.files();
  }

  @AfterEach
  void stop() {
    application.close();
  }

  private SafePath put(SafePath path) throws IOException {
    files.put(path, new ByteArrayInputStream(new byte[] {1}));
    return path;
  }

  private Instant writtenAt(SafePath file) {
    return files.find(file).map(FileEntry::modifiedAt).orElseThrow();
  }

  private int round(Instant now) {
    try (var cleaning =
        new Cleaning(
            CleaningRules.DEFAULTS,
            files,
            application.storage().executions(),
            InstantSource.fixed(now))) {
      return cleaning.round().removed();
    }
  }

  @Test
  void filesOfAnExecutionThatNeverCameToBeGoAfterAWhile() throws Exception {
    SafePath input = put(FileLayout.input(FLOW, UNBORN, "report", "a.csv"));
    SafePath found = put(FileLayout.trigger(FLOW, UNBORN, "poll").resolve("b.csv"));
    Instant later = writtenAt(found).plus(ORPHANS);

    assertThat(round(later.minusMillis(1))).isZero();
    assertThat(files.find(input)).isPresent();
    assertThat(round(later.plusMillis(1))).isEqualTo(2);
    assertThat(files.find(FileLayout.execution(FLOW, UNBORN))).isEmpty();
  }

  @Test
  void moreFilesThanAPortionGoInOneRound() throws Exception {
    SafePath last = put(FileLayout.input(FLOW, UNBORN, "report", "0.csv"));
    for (int i = 1; i < 1_100; i++) {
      last = put(FileLayout.input(FLOW, UNBORN, "report", i + ".csv"));
    }

    assertThat(round(writtenAt(last).plus(ORPHANS).plusMillis(1))).isEqualTo(1_100);
  }

  @Test
  void filesThatHaveAnOwnerStay() throws Exception {
    ExecutionId born = execution();
    SafePath input = put(FileLayout.input(FLOW, born, "report", "a.csv"));
    SafePath kept = put(FileLayout.taskRun(FLOW, UNBORN, "t", "r").resolve("kept-on-purpose.csv"));
    SafePath shared = put(FileLayout.namespaceFiles("company.team").resolve("cache", "cache.zip"));
    SafePath remembered = put(FileLayout.remembered(FLOW, "poll"));

    assertThat(round(writtenAt(remembered).plus(Duration.ofDays(10_000)))).isZero();
    for (SafePath file : new SafePath[] {input, kept, shared, remembered}) {
      assertThat(files.find(file)).as("%s", file).isPresent();
    }
  }

  @Test
  void cachesGoWhenNobodyHasWrittenThemForLong() throws Exception {
    put(FileLayout.cache(FLOW, "directory", null));
    put(FileLayout.cache(FLOW, "directory", "0af3"));
    SafePath outputs = put(FileLayout.cachedOutputs(FLOW, "query", "0af3"));
    Instant later = writtenAt(outputs).plus(CACHES);

    assertThat(round(later.minus(Duration.ofMinutes(1)))).isZero();
    assertThat(round(later.plusMillis(1))).isEqualTo(3);
    assertThat(files.listBelow(SafePath.TOP, Optional.empty(), 1)).isEmpty();
  }

  @Test
  void whatCannotBeRemovedDoesNotKeepTheRest() throws Exception {
    SafePath stuck = put(FileLayout.input(FLOW, UNBORN, "report", "a.csv"));
    ExecutionId other = new ExecutionId(UNBORN.value().replace('a', 'b'));
    SafePath last = put(FileLayout.input(FLOW, other, "report", "a.csv"));
    SafePath cache = put(FileLayout.cache(FLOW, "directory", null));
    var broken = new StorageException("Cannot read the disk");
    Set<ExecutionId> asked = new HashSet<>();

    OldFiles.Outcome outcome =
        new OldFiles(
                new BrokenFolder(files, FileLayout.execution(FLOW, UNBORN), broken),
                ids -> {
                  asked.addAll(ids);
                  return Set.of();
                },
                Instant.MAX,
                Instant.MAX,
                () -> false)
            .remove();

    assertThat(outcome).isEqualTo(new OldFiles.Outcome(2, 1, broken));
    assertThat(asked).containsExactlyInAnyOrder(UNBORN, other);
    assertThat(files.find(stuck)).isPresent();
    assertThat(files.find(last)).isEmpty();
    assertThat(files.find(cache)).isEmpty();
  }

  private ExecutionId execution() {
    application
        .flows()
        .save(
            """
            id: load
            namespace: company.team
            tasks:
              - {id: say, type: io.kestra.plugin.core.log.Log, message: hello}
            """);
    var created = application.executions().create(CreateRequest.of(FLOW, Map.of()));
    assertThat(created).isInstanceOf(Created.class);
    return ((Created) created).execution().id();
  }
}
