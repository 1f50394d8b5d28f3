package dev.legato.language.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Severity;
import dev.legato.language.yaml.Cost;
import dev.legato.model.plan.Step.TaskStep;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TaskReaderTest {
  @Test
  void functionsAndFiltersWithNewerNamesAreTold() {
    ParseResult result =
        Flows.parseTasks(
            """
            - {id: t, type: core.log.Log, message: "{{ json(1) | json }}{{ json(2) }}{{ 1 is json }}"}
            """);

    assertThat(result.complaints())
        .extracting(Complaint::severity, Complaint::code, Complaint::path, Complaint::message)
        .containsExactly(
            tuple(
                Severity.INFO,
                ComplaintCode.DEPRECATED_NAME,
                "tasks[0].message",
                "The function 'json' is deprecated; use 'fromJson'."),
            tuple(
                Severity.INFO,
                ComplaintCode.DEPRECATED_NAME,
                "tasks[0].message",
                "The filter 'json' is deprecated; use 'toJson'."));
  }

  @Test
  void valuesFollowTheTypesOfTheirProperties() {
    TaskStep step =
        task(
            """
            - id: t
              type: io.kestra.plugin.test.Typed
              text: 1.10
              flag: no
              count: 1_000
              size: 0777
              ratio: 2
              pause: 30
              any: 1.10
              names: [no, 1.0, "{{ x }}"]
              counts: {a: 1, b: "{{ y }}"}
              part: {name: 007, weight: 3}
              greeting: Hello you
            """);

    assertThat(step.properties())
        .isEqualTo(
            Map.ofEntries(
                Map.entry("text", "1.10"),
                Map.entry("flag", false),
                Map.entry("count", 1000),
                Map.entry("size", 777),
                Map.entry("ratio", 2),
                Map.entry("pause", 30),
                Map.entry("any", 1.1),
                Map.entry("names", List.of("no", "1.0", "{{ x }}")),
                Map.entry("counts", Map.of("a", 1, "b", "{{ y }}")),
                Map.entry("part", Map.of("name", "007", "weight", 3)),
                Map.entry("greeting", "Hello you")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'count: x'                | WRONG_TYPE         | count      | whole number
          'count: 1.5'              | WRONG_TYPE         | count      | whole number
          'count: 99999999999'      | WRONG_TYPE         | count      | whole number
          'count: [1]'              | WRONG_TYPE         | count      | a list
          'flag: maybe'             | WRONG_TYPE         | flag       | true or false
          'flag: 1'                 | WRONG_TYPE         | flag       | true or false
          'ratio: 1e400'            | INVALID_VALUE      | ratio      | too large
          'pause: soon'             | WRONG_TYPE         | pause      | PT30S
          'pause: 1e999999999'      | WRONG_TYPE         | pause      | PT30S
          'pause: "1e999999999"'    | WRONG_TYPE         | pause      | PT30S
          'text: {a: b}'            | WRONG_TYPE         | text       | a text
          'names: x'                | WRONG_TYPE         | names      | a list
          'names: [[1]]'            | WRONG_TYPE         | names[0]   | a text
          'counts: {a: x}'          | WRONG_TYPE         | counts.a   | whole number
          'part: {weight: 1}'       | MISSING_PROPERTY   | part.name  | missing
          'part: {name: a, wait: 1}'| UNKNOWN_PROPERTY   | part.wait  | wait
          'greeting: Bye'           | WRONG_TYPE         | greeting   | begins with Hello
          'greeting: [Hello]'       | WRONG_TYPE         | greeting   | a text
          'part: 1'                 | WRONG_TYPE         | part       | map
          'texd: x'                 | UNKNOWN_PROPERTY   | texd       | texd
          'any: "{{ syntax error }}"' | INVALID_EXPRESSION | any      | cannot be read
          'any: [{x: "{{ syntax error }}"}]' | INVALID_EXPRESSION | any[0].x | cannot be read
          'any: {"{{ syntax error }}": x}'   | INVALID_EXPRESSION | any.{{ syntax error }} | cannot be read
          'timeout: PT0S'           | INVALID_VALUE      | timeout    | 100 ms
          'timeout: -1'             | INVALID_VALUE      | timeout    | 100 ms
          'timeout: P1000D'         | INVALID_VALUE      | timeout    | 365 days
          'timeout: P1000Y'         | WRONG_TYPE         | timeout    | duration
          'logLevel: LOUD'          | WRONG_TYPE         | logLevel   | TRACE
          'allowFailure: 3'         | WRONG_TYPE         | allowFailure | true or false
          'workerGroup: {key: a}'   | NOT_SUPPORTED      | workerGroup | enterprise
          'taskCache: {enable: true}'  | UNKNOWN_PROPERTY | taskCache.enable | 'enable'
          'runIf: "{% syntax error %}"' | INVALID_EXPRESSION | runIf  | cannot be read
          """)
  void mistakesInPropertiesAreNamed(
      String property, ComplaintCode code, String path, String fragment) {
    Complaint complaint =
        Flows.onlyError(
            Flows.parseTasks("- id: t\n  type: io.kestra.plugin.test.Typed\n  " + property));

    assertThat(complaint.code()).isEqualTo(code);
    assertThat(complaint.path()).isEqualTo("tasks[0]." + path);
    assertThat(complaint.message()).contains(fragment);
    assertThat(complaint.line()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.Runtime",
        "java.lang.Thread$Builder",
        "dev.legato.plugin.Task",
        "dev.legato.language.flow.TestTasks$Log",
        "io.kestra.plugin.core.log.log",
        "'io.kestra.plugin.core.log.Log '",
        "io.kestra.core.tasks.flows.ForEach",
        "CONSTANT",
      })
  void onlyRegisteredNamesAreTypes(String type) {
    Complaint complaint = Flows.onlyError(Flows.parseTasks("- {id: t, type: " + type + "}"));

    assertThat(complaint.code()).isEqualTo(ComplaintCode.UNKNOWN_TYPE);
    assertThat(complaint.path()).isEqualTo("tasks[0].type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b", "..", "a b", "_x", "é", "a/b"})
  void badTaskIdsAreRefused(String id) {
    assertThat(
            Flows.onlyError(
                    Flows.parseTasks("- {id: '" + id + "', type: core.log.Log, message: x}"))
                .code())
        .isEqualTo(ComplaintCode.INVALID_ID);
  }

  @Test
  void idsAreUniqueThroughoutTheFlow() {
    ParseResult result =
        Flows.parseTasks(
            """
            - {id: t1, type: core.log.Log, message: x}
            - id: group
              type: core.flow.Sequential
              tasks: [{id: t1, type: core.log.Log, message: x}]
              errors: [{id: group, type: core.log.Log, message: x}]
            """);

    assertThat(result.errors())
        .extracting(Complaint::code, Complaint::path)
        .containsExactly(
            tuple(ComplaintCode.DUPLICATE_ID, "tasks[1].tasks[0].id"),
            tuple(ComplaintCode.DUPLICATE_ID, "tasks[1].errors[0].id"));
  }

  @Test
  void oldPropertyNamesAreAcceptedAndReported() {
    ParseResult result =
        Flows.parseTasks("- {id: t, type: io.kestra.plugin.test.Typed, oldName: 12}");

    assertThat(((TaskStep) Flows.step(Flows.compile(result), "t")).properties())
        .isEqualTo(Map.of("oldName", "12"));
    assertThat(result.complaints())
        .extracting(Complaint::code, Complaint::path)
        .containsExactly(tuple(ComplaintCode.DEPRECATED_PROPERTY, "tasks[0].oldName"));
  }

  @Test
  void theOldAndTheNewNameTogetherAreRefused() {
    assertThat(
            Flows.onlyError(
                    Flows.parseTasks(
                        "- {id: t, type: io.kestra.plugin.test.Typed, oldName: a, newName: b}"))
                .message())
        .contains("mean the same");
  }

  @Test
  void aDeprecatedTypeIsReportedWithItsSuccessor() {
    ParseResult result = Flows.parseTasks("- {id: t, type: core.debug.Echo, format: x}");

    assertThat(result.complaints())
        .extracting(Complaint::code, Complaint::path)
        .containsExactly(tuple(ComplaintCode.DEPRECATED_TYPE, "tasks[0]"));
  }

  @Test
  void commonPropertiesReachTheStep() {
    TaskStep step =
        task(
            """
            - id: t
              type: core.log.Log
              message: x
              when: "{{ inputs.go }}"
              timeout: 90
              logLevel: warn
              logToFile: true
              allowFailure: true
              allowWarning: yes
            """);

    assertThat(step.header().runIf()).isEqualTo("{{ inputs.go }}");
    assertThat(step.timeout()).isEqualTo("PT1M30S");
    assertThat(step.logLevel()).hasToString("WARN");
    assertThat(step.logToFile()).isTrue();
    assertThat(step.header().allowFailure()).isTrue();
    assertThat(step.header().allowWarning()).isTrue();
    assertThat(step.header().type()).isEqualTo("core.log.Log");
  }

  @Test
  void thousandTasksAreAcceptedAndNoMore() {
    Flows.valid(Flows.parseTasks(logs(1_000)));

    assertThat(Flows.onlyError(Flows.parseTasks(logs(1_001))).code())
        .isEqualTo(ComplaintCode.TOO_MANY);
    assertThat(Flows.onlyError(Flows.parseTasks(logs(5_000))).code())
        .isEqualTo(ComplaintCode.TOO_MANY);
    assertThat(Flows.onlyError(Flows.parseTasks(logs(10_000))).code())
        .isEqualTo(ComplaintCode.YAML_LIMIT);
  }

  @Test
  void aLargeFlowIsReadInBoundedTime() {
    String source = "id: a\nnamespace: b\ntasks:\n" + logs(1_000).indent(2);

    assertThat(Cost.of(() -> Flows.parse(source)).cpu()).isLessThan(Duration.ofMillis(500));
  }

  @Test
  void deeplyNestedTasksAreRefused() {
    StringBuilder tasks = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      tasks.append("[{id: t").append(i).append(", type: core.flow.Sequential, tasks: ");
    }
    tasks.append("[]").append("}]".repeat(1_000));

    assertThat(Flows.onlyError(Flows.parse("id: a\nnamespace: b\ntasks:\n " + tasks)).code())
        .isEqualTo(ComplaintCode.YAML_LIMIT);
  }

  private static String logs(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "- {id: t%d, type: core.log.Log, message: x}\n".formatted(i))
        .collect(Collectors.joining());
  }

  private static TaskStep task(String tasks) {
    return (TaskStep) Flows.step(Flows.compile(Flows.parseTasks(tasks)), "t");
  }
}
