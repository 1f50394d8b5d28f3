package dev.legato.engine;

import dev.legato.model.command.Answer;
import dev.legato.model.command.Inquiry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an execution has in mind: lost in a crash, and made anew by recovery. */
final class Agenda {
  private final Deque<Work> backlog = new ArrayDeque<>(4);
  private final Map<Inquiry, Optional<Answer>> inquiries = new LinkedHashMap<>(0);
  private final Set<String> brokenAgreements = new LinkedHashSet<>(0);

  /** Whether a continuation is on its way. */
  boolean continuationScheduled;

  /** Whether a kill concerns the executions that this one started, too. */
  boolean cascade = true;

  /** Work that is left to do. */
  Deque<Work> backlog() {
    return backlog;
  }

  /** Notes that somebody was asked; false when that happened before. */
  boolean ask(Inquiry inquiry) {
    return inquiries.putIfAbsent(inquiry, Optional.empty()) == null;
  }

  /** Takes in an answer; false when nobody waits for it. */
  boolean answer(Inquiry inquiry, Answer answer) {
    return inquiries.replace(inquiry, Optional.of(answer)) != null;
  }

  Optional<Answer> answerTo(Inquiry inquiry) {
    return inquiries.getOrDefault(inquiry, Optional.empty());
  }

  /** Forgets what was asked for a task run, for it has what it needs. */
  void forgetInquiries(@Nullable Integer taskRun) {
    if (!inquiries.isEmpty()) {
      inquiries.keySet().removeIf(asked -> Objects.equals(asked.taskRun(), taskRun));
    }
  }

  /** Notes that an agreement was broken; false when that was known. */
  boolean breakAgreement(String id) {
    return brokenAgreements.add(id);
  }

  /** Forgets everything. */
  void clear() {
    backlog.clear();
    inquiries.clear();
    continuationScheduled = false;
  }
}
