package dev.legato.testkit.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/** The last things that happened, for people, and a hash over all of them. */
final class Trace {
  private static final int KEPT = 120;

  private final Agenda agenda;
  private final Deque<Line> lines = new ArrayDeque<>(KEPT + 1);
  private long hash;
  private long count;

  private record Line(long at, String what, String subject, String detail) {
    @Override
    public String toString() {
      return "%12.6f s  %-18s %s %s".formatted(at / 1e6, what, subject, detail);
    }
  }

  Trace(Agenda agenda) {
    this.agenda = agenda;
  }

  void add(String what, Object subject, Object detail) {
    var line = new Line(agenda.now(), what, subject.toString(), detail.toString());
    count++;
    hash = hash * 31 + line.at();
    hash = hash * 31 + line.what().hashCode();
    hash = hash * 31 + line.subject().hashCode();
    hash = hash * 31 + line.detail().hashCode();
    lines.add(line);
    if (lines.size() > KEPT) {
      lines.remove();
    }
  }

  long hash() {
    return hash;
  }

  long count() {
    return count;
  }

  @Override
  public String toString() {
    return lines.stream().map(Line::toString).collect(Collectors.joining("\n"));
  }
}
