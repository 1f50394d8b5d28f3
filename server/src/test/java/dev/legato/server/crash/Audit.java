package dev.legato.server.crash;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.log.LogEntry;
import dev.legato.sql.SqlConfig;
import dev.legato.sql.SqlStorage;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.PageRequest.Sort;
import dev.legato.storage.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what a server at rest has stored with what clients and tasks have written down. */
final class Audit {
  private static final int PAGE = 500;
  private static final long MAX_WAL_BYTES = 64L << 20;
  private static final List<Sort<ExecutionField>> BY_START =
      List.of(new Sort<>(ExecutionField.START_DATE, false));

  private final Path directory;
  private final Map<ExecutionId, Integer> ended;
  private final List<Violation> violations = new ArrayList<>();

  private Audit(Path directory, Map<ExecutionId, Integer> ended) {
    this.directory = directory;
    this.ended = ended;
  }

  /**
   * Looks at everything.
   *
   * @param directory of the evidence; no server runs on it
   * @param ended what ended executions looked like in earlier audits; added to
   */
  static List<Violation> of(Path directory, Map<ExecutionId, Integer> ended) throws IOException {
    var audit = new Audit(directory, ended);
    audit.run();
    return audit.violations;
  }

  private void run() throws IOException {
    checkWriteAheadLog();
    var journal = Journal.read(Evidence.journal(directory));
    var requests = new RequestChecks(journal, violations);
    var tasks = new TaskChecks(journal, WitnessFile.read(Evidence.witness(directory)), violations);
    try (var storage =
        SqlStorage.open(Evidence.data(directory), SqlConfig.DEFAULTS, InstantSource.system())) {
      storage.integrityCheck().forEach(damage -> report(Invariant.I15, "the database", damage));
      checkRest(storage);
      var seen = new ArrayList<ExecutionId>();
      for (int page = 1; page == 1 || seen.size() == (page - 1) * PAGE; page++) {
        for (ExecutionRecord found : page(storage, page).results()) {
          StoredExecution stored = storage.executions().find(found.id()).orElseThrow();
          seen.add(stored.execution().id());
          requests.check(stored);
          tasks.check(stored, logs(storage, stored), storage.metrics().find(id(stored)));
          new HistoryChecks(violations).check(stored);
          checkUnchanged(stored);
        }
      }
    }
    requests.checkAll();
    tasks.checkAll();
  }

  private static Page<ExecutionRecord> page(Storage storage, int page) {
    return storage.executions().search(List.of(), new PageRequest<>(page, PAGE, BY_START));
  }

  private static ExecutionId id(StoredExecution stored) {
    return stored.execution().id();
  }

  private static List<LogEntry> logs(Storage storage, StoredExecution stored) {
    var lines = new ArrayList<LogEntry>();
    storage.logs().read(id(stored), List.of(), lines::add);
    return lines;
  }

  private void checkWriteAheadLog() throws IOException {
    Path file = Evidence.writeAheadLog(directory);
    long bytes = Files.exists(file) ? Files.size(file) : 0;
    if (bytes >= MAX_WAL_BYTES) {
      report(Invariant.I15, "the write-ahead log", "it has %d bytes".formatted(bytes));
    }
  }

  private void checkRest(Storage storage) {
    storage.executions().live().forEach(id -> report(Invariant.I11, id, "it has not ended"));
    storage
        .executions()
        .timers()
        .forEach(timer -> report(Invariant.I11, timer.execution(), "left behind: " + timer));
  }

  private void checkUnchanged(StoredExecution stored) {
    if (!stored.execution().status().isTerminal()) {
      return;
    }
    int fingerprint = stored.hashCode();
    Integer before = ended.putIfAbsent(id(stored), fingerprint);
    if (before != null && before != fingerprint) {
      report(Invariant.I3, id(stored), "it has changed after its end");
    }
  }

  private void report(Invariant invariant, Object subject, String what) {
    violations.add(new Violation(invariant, subject.toString(), what));
  }

  /** An empty memory of earlier audits. */
  static Map<ExecutionId, Integer> nothingEnded() {
    return new HashMap<>();
  }
}
