package dev.legato.language.complaint;

import org.jspecify.annotations.Nullable;

/**
 * One thing to know about a document.
 *
 * @param line counts from 1
 * @param column counts characters from 1
 * @param path the property, such as {@code tasks[0].message}; empty for the whole document
 * @param task the id of the innermost task that it is about; absent outside of tasks
 * @param message a sentence: what is wrong
 * @param hint a sentence: what to do; absent when the message says it
 */
public record Complaint(
    ComplaintCode code,
    Severity severity,
    int line,
    int column,
    String path,
    @Nullable String task,
    String message,
    @Nullable String hint) {
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Place, fact and remedy in one line. */
  @Override
  public String toString() {
    String place = "line %d, column %d".formatted(line, column);
    String where = path.isEmpty() ? place : path + " (" + place + ")";
    return where + ": " + sentences();
  }

  /** What is wrong in which task, and what to do. */
  public String sentences() {
    String of = task == null || message.contains("'" + task + "'") ? "" : "Task '" + task + "': ";
    return of + message + (hint == null ? "" : " " + hint);
  }
}
