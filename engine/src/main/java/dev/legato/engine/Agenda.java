package dev.legato.engine;

import dev.legato.model.command.Answer;
import dev.legato.model.command.Inquiry;
import dev.legato.model.execution.Timer;
import java.time.Instant;
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

  /** When the timers are due that were set since the execution is in memory. */
  private final Map<Timer.Key, Instant> timers = new LinkedHashMap<>(0);

  /** Task runs that may begin although they stand at a breakpoint. */
  private final Set<Integer> released = new LinkedHashSet<>(0);

  /** Whether a continuation is on its way. */
  boolean continuationScheduled;

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

  void timerSet(Timer timer) {
    timers.put(timer.key(), timer.due());
  }

  void timerCancelled(Timer.Key timer) {
    timers.remove(timer);
  }

  /** Whether a timer was set anew since it was due then. */
  boolean wasSetAnew(Timer.Key timer, Instant due) {
    Instant known = timers.get(timer);
    return known != null && !known.equals(due);
  }

  void release(int taskRun) {
    released.add(taskRun);
  }

  boolean isReleased(int taskRun) {
    return released.contains(taskRun);
  }

  /** The task run has begun: it may meet the breakpoint again when it begins anew. */
  void begun(int taskRun) {
    released.remove(taskRun);
  }

  /** Forgets everything. */
  void clear() {
    backlog.clear();
    inquiries.clear();
    released.clear();
    continuationScheduled = false;
  }
}
