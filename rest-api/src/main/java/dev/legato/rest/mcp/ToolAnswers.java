package dev.legato.rest.mcp;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.Problem;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.LogField;
import dev.legato.storage.LogStore;
import dev.legato.storage.PageRequest;
import dev.legato.storage.PageRequest.Sort;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a client is told about a call of a tool. What went wrong is told in words for its language
 * model, which may try again with other arguments.
 */
final class ToolAnswers {
  private static final Set<ExecutionStatus> SUCCESSFUL =
      EnumSet.of(ExecutionStatus.SUCCESS, ExecutionStatus.WARNING);
  private static final int MOST_ERROR_LINES = 3;
  private static final String EXECUTION = "dev.legato/executionId";

  private final LogStore logs;
  private final Json json;

  ToolAnswers(LogStore logs, Json json) {
    this.logs = logs;
    this.json = json;
  }

  /** Of an execution that was waited for. */
  Map<String, Object> of(ExecutionRecord execution) {
    Map<String, Object> answer;
    if (!execution.status().isTerminal()) {
      answer =
          failure(
              "The server is stopping. Execution '%s' of flow '%s' goes on."
                  .formatted(execution.id(), execution.flow()));
    } else if (!SUCCESSFUL.contains(execution.status())) {
      answer = failure(failed(execution));
    } else {
      answer = success(execution);
    }
    answer.put("_meta", Map.of(EXECUTION, execution.id().value()));
    return answer;
  }

  /** Of a call that no execution came of. */
  static Map<String, Object> of(Problem refusal) {
    return failure(
        refusal.details().isEmpty()
            ? refusal.text()
            : refusal.details().stream()
                .map(Problem.Detail::message)
                .collect(Collectors.joining("\n")));
  }

  static Map<String, Object> failure(String words) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("content", text(words));
    answer.put("isError", true);
    return answer;
  }

  private Map<String, Object> success(ExecutionRecord execution) {
    Map<String, Object> answer = new LinkedHashMap<>();
    Map<String, ?> outputs = Optional.ofNullable(execution.outputs()).orElse(Map.of());
    if (outputs.isEmpty()) {
      String words = "Execution '%s' ended as %s.".formatted(execution.id(), execution.status());
      answer.put("content", text(words));
    } else {
      // clients that know no structured content read the text
      answer.put("content", text(new String(json.bytes(outputs), StandardCharsets.UTF_8)));
      answer.put("structuredContent", outputs);
    }
    answer.put("isError", false);
    return answer;
  }

  private String failed(ExecutionRecord execution) {
    String lines =
        errors(execution.id()).stream()
            .map(LogEntry::message)
            .map("\n"::concat)
            .collect(Collectors.joining());
    return "Execution '%s' ended as %s.%s".formatted(execution.id(), execution.status(), lines);
  }

  /** The first ones: later ones follow from them. */
  private List<LogEntry> errors(ExecutionId execution) {
    return logs.search(
            List.of(
                Filter.of(LogField.EXECUTION_ID, Operator.EQUALS, execution.value()),
                Filter.of(LogField.LEVEL, Operator.EQUALS, LogLevel.ERROR.name())),
            new PageRequest<>(1, MOST_ERROR_LINES, List.of(new Sort<>(LogField.TIMESTAMP, false))))
        .results();
  }

  private static List<Map<String, Object>> text(String words) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("type", "text");
    content.put("text", words);
    return List.of(content);
  }
}
