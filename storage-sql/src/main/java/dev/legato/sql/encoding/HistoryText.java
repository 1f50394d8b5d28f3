package dev.legato.sql.encoding;

import dev.legato.model.execution.Attempt;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.StatusHistory.Entry;
import dev.legato.model.execution.TaskRunStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Histories as short text: {@code CREATED 1732264800000000,RUNNING 1500,SUCCESS 20}. The first
 * number is the microsecond of the first status, the others are the microseconds since the entry
 * before. Histories of several attempts are joined by {@code ;}.
 */
public final class HistoryText {
  private static final char SEPARATOR = ',';
  private static final char NEXT_ATTEMPT = ';';

  /** What comes before the URI of an attempt's log, which has none of these marks in it. */
  private static final char LOG_FILE = '>';

  private static final ExecutionStatus[] EXECUTION = ExecutionStatus.values();
  private static final TaskRunStatus[] TASK_RUN = TaskRunStatus.values();

  private HistoryText() {}

  public static String encode(StatusHistory<?> history) {
    var text = new StringBuilder();
    append(text, history);
    return text.toString();
  }

  public static String encodeAttempts(List<Attempt> attempts) {
    if (attempts.isEmpty()) {
      return "";
    }
    var text = new StringBuilder();
    for (Attempt attempt : attempts) {
      if (!text.isEmpty()) {
        text.append(NEXT_ATTEMPT);
      }
      append(text, attempt.history());
      if (attempt.logFile() != null) {
        text.append(LOG_FILE).append(attempt.logFile());
      }
    }
    return text.toString();
  }

  public static StatusHistory<ExecutionStatus> decodeExecution(String text) {
    return decode(text, 0, text.length(), EXECUTION);
  }

  public static StatusHistory<TaskRunStatus> decodeTaskRun(String text) {
    return decode(text, 0, text.length(), TASK_RUN);
  }

  public static List<Attempt> decodeAttempts(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    var attempts = new ArrayList<Attempt>(1);
    int from = 0;
    while (from <= text.length()) {
      int to = endOf(text, NEXT_ATTEMPT, from, text.length());
      int end = endOf(text, LOG_FILE, from, to);
      String logFile = end < to ? text.substring(end + 1, to) : null;
      attempts.add(new Attempt(decode(text, from, end, TASK_RUN), logFile));
      from = to + 1;
    }
    return List.copyOf(attempts);
  }

  private static <S extends Enum<S>> void append(StringBuilder text, StatusHistory<S> history) {
    long before = 0;
    boolean first = true;
    for (Entry<S> entry : history.entries()) {
      if (!first) {
        text.append(SEPARATOR);
      }
      long at = Micros.of(entry.at());
      text.append(entry.status().name()).append(' ').append(at - before);
      before = at;
      first = false;
    }
  }

  private static <S extends Enum<S>> StatusHistory<S> decode(
      String text, int start, int end, S[] statuses) {
    var entries = new ArrayList<Entry<S>>(4);
    long at = 0;
    int from = start;
    while (from < end) {
      int to = endOf(text, SEPARATOR, from, end);
      int space = endOf(text, ' ', from, to);
      S status = status(text, from, space, statuses);
      at += Long.parseLong(text, space + 1, to, 10);
      Instant instant = Micros.toInstant(at);
      entries.add(new Entry<>(status, instant));
      from = to + 1;
    }
    return StatusHistory.of(entries);
  }

  // like Enum.valueOf, but without a new string for each of a million entries
  private static <S extends Enum<S>> S status(String text, int from, int to, S[] statuses) {
    for (S status : statuses) {
      String name = status.name();
      if (name.length() == to - from && text.startsWith(name, from)) {
        return status;
      }
    }
    throw new IllegalStateException(
        "Expected a history of known statuses, but read '%s'".formatted(text));
  }

  private static int endOf(String text, char mark, int from, int limit) {
    int index = text.indexOf(mark, from, limit);
    return index < 0 ? limit : index;
  }
}
