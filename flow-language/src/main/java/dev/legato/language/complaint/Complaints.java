package dev.legato.language.complaint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects complaints so that the author sees them together. Not safe for several threads.
 *
 * <p>Keeps the first {@value #MAX_KEPT} only: nobody mends more at once, and a hostile document
 * must not fill the memory.
 */
public final class Complaints {
  private static final int MAX_KEPT = 200;
  private static final Comparator<Complaint> IN_DOCUMENT_ORDER =
      Comparator.comparingInt(Complaint::line).thenComparingInt(Complaint::column);

  private final List<Complaint> kept = new ArrayList<>();
  private boolean hasErrors;
  private @Nullable String task;

  /** Tells which task the next complaints are about; absent for none. */
  public void enter(@Nullable String taskId) {
    task = taskId;
  }

  /** Takes back that a property is missing: it is there under a name with a slip. */
  public void withdrawMissing(String path) {
    kept.removeIf(
        complaint ->
            complaint.code() == ComplaintCode.MISSING_PROPERTY && complaint.path().equals(path));
  }

  public void error(
      ComplaintCode code, Mark mark, String path, String message, @Nullable String hint) {
    hasErrors = true;
    add(code, Severity.ERROR, mark, path, message, hint);
  }

  public void warn(
      ComplaintCode code, Mark mark, String path, String message, @Nullable String hint) {
    add(code, Severity.WARNING, mark, path, message, hint);
  }

  public void inform(ComplaintCode code, Mark mark, String path, String message) {
    add(code, Severity.INFO, mark, path, message, null);
  }

  /** Whether the document must be refused. */
  public boolean hasErrors() {
    return hasErrors;
  }

  /** In the order of the document. */
  public List<Complaint> list() {
    return kept.stream().sorted(IN_DOCUMENT_ORDER).toList();
  }

  private void add(
      ComplaintCode code,
      Severity severity,
      Mark mark,
      String path,
      String message,
      @Nullable String hint) {
    var complaint =
        new Complaint(code, severity, mark.line(), mark.column(), path, task, message, hint);
    if (kept.size() < MAX_KEPT && !kept.contains(complaint)) {
      kept.add(complaint);
    }
  }
}
