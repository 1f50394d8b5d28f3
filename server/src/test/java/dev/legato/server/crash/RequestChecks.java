package dev.legato.server.crash;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.flow.Label;
import dev.legato.server.crash.Journal.Answered;
import dev.legato.server.crash.Journal.Asked;
import dev.legato.server.crash.Journal.Gone;
import dev.legato.server.crash.Journal.StopAnswered;
import dev.legato.server.crash.Journal.StopAsked;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Executions against what clients asked for and were told. */
final class RequestChecks {
  private static final int OK = 200;
  private static final int SERVER_ERROR = 500;

  private static final Set<Boolean> STOPPED = Set.of(true);
  private static final Set<Boolean> NOT_STOPPED = Set.of(false);
  private static final Set<Boolean> EITHER_WAY = Set.of(true, false);

  private final Map<Long, Asked> asked = new TreeMap<>();
  private final Map<Long, List<Answered>> answers = new HashMap<>();
  private final Map<Long, List<String>> executions = new HashMap<>();
  private final Map<Long, Set<Boolean>> stops = new HashMap<>();
  private final List<Violation> violations;

  RequestChecks(List<Journal.Entry> journal, List<Violation> violations) {
    this.violations = violations;
    for (Journal.Entry entry : journal) {
      switch (entry) {
        case Asked request -> asked.put(request.number(), request);
        case Answered answer ->
            answers.computeIfAbsent(answer.number(), _ -> new ArrayList<>()).add(answer);
        case StopAsked stop -> stops.putIfAbsent(stop.number(), EITHER_WAY);
        case StopAnswered stop ->
            stops.put(stop.number(), stop.status() == OK ? STOPPED : NOT_STOPPED);
        case Gone _ -> {}
      }
    }
  }

  /** An execution that exists must be one that was asked for, as it was asked for, and ended. */
  void check(StoredExecution stored) {
    ExecutionRecord execution = stored.execution();
    String id = execution.id().value();
    Asked request = asked.get(number(execution));
    if (request == null) {
      report(Invariant.I2, id, "nobody has asked for it");
      return;
    }
    executions.computeIfAbsent(request.number(), _ -> new ArrayList<>()).add(id);
    Invariant promise = isAcknowledged(request) ? Invariant.I1 : Invariant.I2;
    Map<String, String> inputs =
        execution.inputs().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> String.valueOf(each.getValue())));
    if (!inputs.equals(request.inputs())) {
      report(promise, id, "its inputs are %s, not %s".formatted(inputs, request.inputs()));
    }
    if (!execution.flow().id().equals(request.shape().flow()) || execution.revision() != 1) {
      report(promise, id, "it is of another flow: " + execution.flow());
    }
    checkEnd(stored, request, promise);
  }

  private void checkEnd(StoredExecution stored, Asked request, Invariant promise) {
    String id = stored.execution().id().value();
    ExecutionStatus status = stored.execution().status();
    boolean stopped = status == ExecutionStatus.KILLED;
    if (!stops.getOrDefault(request.number(), NOT_STOPPED).contains(stopped)) {
      report(promise, id, "it is %s, against what the client was told".formatted(status));
    }
    if (!stopped && status != request.shape().end()) {
      report(promise, id, "it is %s, not %s".formatted(status, request.shape().end()));
    }
    long witnesses = TaskChecks.successfulWitnesses(stored);
    int expected = request.shape().witnesses(request.inputs());
    if (stopped ? witnesses > expected : witnesses != expected) {
      report(promise, id, "%d of its tasks were a success, not %d".formatted(witnesses, expected));
    }
  }

  private static long number(ExecutionRecord execution) {
    return execution.labels().stream()
        .filter(label -> label.key().equals("request"))
        .map(Label::value)
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(-1);
  }

  private boolean isAcknowledged(Asked request) {
    return answersTo(request).stream().anyMatch(answer -> answer.execution() != null);
  }

  private List<Answered> answersTo(Asked request) {
    return answers.getOrDefault(request.number(), List.of());
  }

  /** Once all executions were seen: what was acknowledged must be among them. */
  void checkAll() {
    answers.keySet().stream()
        .filter(number -> !asked.containsKey(number))
        .forEach(number -> report(Invariant.I2, number, "answered, but never asked"));
    asked.values().forEach(this::checkRequest);
  }

  private void checkRequest(Asked request) {
    List<String> made = executions.getOrDefault(request.number(), List.of());
    for (Answered answer : answersTo(request)) {
      if (answer.execution() != null && !made.contains(answer.execution())) {
        report(Invariant.I1, request.number(), "lost: execution " + answer.execution());
      }
    }
    if (made.size() > 1) {
      report(Invariant.I2, request.number(), "it has made several executions: " + made);
    }
    if (made.isEmpty() && request.key() != null) {
      report(Invariant.I2, request.number(), "retried with its key, but no execution was made");
    }
    boolean refused =
        !answersTo(request).isEmpty()
            && answersTo(request).stream()
                .allMatch(answer -> answer.execution() == null && answer.status() < SERVER_ERROR);
    if (refused && !made.isEmpty()) {
      report(Invariant.I2, request.number(), "refused, but it has made %s".formatted(made));
    }
  }

  private void report(Invariant invariant, Object subject, String what) {
    violations.add(new Violation(invariant, subject.toString(), what));
  }
}
