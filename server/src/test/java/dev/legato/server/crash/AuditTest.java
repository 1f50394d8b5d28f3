package dev.legato.server.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionId;
import dev.legato.server.crash.Rounds.Ending;
import dev.legato.server.crash.Rounds.Outcome;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An audit that never finds anything proves nothing: here the evidence of rounds is spoilt. */
class AuditTest {
  private static final int MAX_ROUNDS = 10;

  @TempDir static Path evidence;
  @TempDir Path copy;

  private static final Map<ExecutionId, Integer> ENDED = Audit.nothingEnded();

  @BeforeAll
  static void playARound() throws Exception {
    try (var rounds = Rounds.begin(evidence, 1)) {
      boolean proves = false;
      for (int round = 0; round < MAX_ROUNDS && !proves; round++) {
        Outcome outcome = rounds.next(Ending.KILLED);
        assertThat(outcome.violations()).isEmpty();
        proves = !outcome.isVacuous();
      }
      assertThat(proves).as("something was cut off in %d rounds", MAX_ROUNDS).isTrue();
    }
    assertThat(Audit.of(evidence, ENDED)).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      textBlock =
          """
          I1  | a lost execution           | delete from execution where id = (select min(id) from execution)
          I1  | other inputs               | update execution set inputs = '{"request":0}'
          I1  | another flow               | update execution set flow_id = 'other'
          I1  | another end                | update execution set history = replace(history, 'SUCCESS', 'FAILED')
          I1  | a lost task run            | delete from task_run where sequence = 1
          I2  | two of one request         | create temp table t as select * from execution limit 1; update t set id = 'twin'; insert into execution select * from t
          I2  | nobody's execution         | update execution set labels = '[["request","-7"]]'
          I3  | a step after the end       | update execution set history = concat(history, ',RUNNING 5')
          I3  | an illegal step            | update task_run set history = replace(history, 'RUNNING', 'SKIPPED')
          I3  | an attempt that ends twice | update task_run set attempts = concat(attempts, ',FAILED 5') where attempts <> ''
          I3  | time that runs backwards   | update execution set history = replace(history, 'SUCCESS ', 'SUCCESS -')
          I3  | a change after the end     | update execution set version = version + 1
          I8  | no last line               | delete from log where message = 'line 4 of 4'
          I8  | no first line              | delete from log where message = 'line 1 of 4'
          I8  | a line twice               | update log set message = 'line 3 of 4' where message = 'line 4 of 4'
          I8  | lines of another attempt   | update log set attempt = attempt + 1
          I8  | nobody told                | update log set message = '' where message like 'The server died%'
          I9  | a lost figure              | delete from metric where position = 1
          I9  | a wrong sum                | update metric set value = value + 1 where position = 1
          I9  | another attempt's output   | update task_run set outputs = '{"checksum":"0"}' where outputs is not null
          I9  | a wrong count              | update execution set task_run_count = task_run_count + 1
          I11 | an execution left behind   | update execution set over = 0
          I11 | a timer left behind        | insert into timer select id, 'RETRY', 0, 0 from execution limit 1
          I15 | rows without an owner      | delete from execution where id = (select max(id) from execution)
          """)
  void aSpoiltDatabaseIsReported(Invariant invariant, String what, String sql) throws Exception {
    copyEvidence();
    execute(sql);

    assertReported(invariant);
  }

  @Test
  void aLargeWriteAheadLogIsReported() throws Exception {
    copyEvidence();
    try (var file = new RandomAccessFile(Evidence.writeAheadLog(copy).toFile(), "rw")) {
      file.setLength(64 << 20);
    }

    assertReported(Invariant.I15);
  }

  @Test
  void anExecutionThatNobodyAskedForIsReported() throws Exception {
    copyEvidence();
    drop(Evidence.journal(copy), line -> line.startsWith("ASKED 3 "));

    assertReported(Invariant.I2);
  }

  @Test
  void anAcknowledgedExecutionThatNeverWasIsReported() throws Exception {
    copyEvidence();
    add(Evidence.journal(copy), "ANSWERED 3 200 ghost");

    assertReported(Invariant.I1);
  }

  @Test
  void anExecutionOfARefusedRequestIsReported() throws Exception {
    copyEvidence();
    drop(Evidence.journal(copy), line -> line.startsWith("ANSWERED 3 "));
    add(Evidence.journal(copy), "ANSWERED 3 429 -");

    assertReported(Invariant.I2);
  }

  @Test
  void aRetriedRequestWithoutExecutionIsReported() throws Exception {
    copyEvidence();
    add(Evidence.journal(copy), "ASKED 1000000 TWO key request=1000000");

    assertReported(Invariant.I2);
  }

  @Test
  void anExecutionThatRanOnAlthoughItWasStoppedIsReported() throws Exception {
    copyEvidence();
    add(Evidence.journal(copy), "STOP-ANSWERED 3 200");

    assertReported(Invariant.I1);
  }

  @Test
  void aSecondStartIsReported() throws Exception {
    copyEvidence();
    add(Evidence.witness(copy), start());

    assertReported(Invariant.I4);
  }

  @Test
  void anAttemptThatNeverRanIsReported() throws Exception {
    copyEvidence();
    String start = start();
    drop(Evidence.witness(copy), start::equals);

    assertReported(Invariant.I4);
  }

  @Test
  void aTaskThatNothingIsKnownOfIsReported() throws Exception {
    copyEvidence();
    add(Evidence.witness(copy), "START execution task-run 0 1 1 1 .");

    assertReported(Invariant.I4);
  }

  @Test
  void anotherAttemptWithoutACrashIsReported() throws Exception {
    copyEvidence();
    drop(Evidence.journal(copy), line -> line.startsWith("GONE "));

    assertReported(Invariant.I4);
  }

  @Test
  void aStartAfterTheEndIsReported() throws Exception {
    copyEvidence();
    String[] words = start().split(" ", -1);
    words[5] = "99999999999999999";
    add(Evidence.witness(copy), String.join(" ", words));

    assertReported(Invariant.I5);
  }

  private void copyEvidence() throws IOException {
    try (Stream<Path> files = Files.walk(evidence)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(evidence.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + Evidence.database(copy));
        var statement = connection.createStatement()) {
      for (String each : sql.split(";", -1)) {
        statement.executeUpdate(each);
      }
    }
  }

  /** The start of an attempt that has come to its end; others may have been cut off. */
  private String start() throws IOException, SQLException {
    Set<String> ended = taskRunsWithOutputs();
    return WitnessFile.lines(Evidence.witness(copy)).stream()
        .filter(line -> line.startsWith("START ") && ended.contains(taskRun(line)))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  private static String taskRun(String line) {
    String[] words = line.split(" ", -1);
    return words[1] + ' ' + words[2];
  }

  private Set<String> taskRunsWithOutputs() throws SQLException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + Evidence.database(copy));
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select execution_id || ' ' || id from task_run where outputs is not null")) {
      var found = new HashSet<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  private static void add(Path file, String line) throws IOException {
    Files.writeString(file, line + '\n', StandardCharsets.US_ASCII, StandardOpenOption.APPEND);
  }

  private static void drop(Path file, Predicate<String> condition) throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
    List<String> kept = lines.stream().filter(condition.negate()).toList();
    assertThat(kept).hasSizeLessThan(lines.size());
    Files.write(file, kept, StandardCharsets.US_ASCII);
  }

  private void assertReported(Invariant invariant) throws IOException {
    assertThat(Audit.of(copy, new HashMap<>(ENDED)))
        .extracting(Violation::invariant)
        .contains(invariant);
  }
}
