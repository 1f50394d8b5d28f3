package dev.legato.language.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.input.TestExpressions;
import dev.legato.model.flow.Flow;
import dev.legato.model.plan.Step.TaskStep;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PluginDefaultsTest {
  @ParameterizedTest
  @ValueSource(strings = {"pluginDefaults", "taskDefaults"})
  void missingPropertiesAreFilledInEverywhere(String name) {
    ParseResult result =
        Flows.parse(
            """
            id: a
            namespace: b
            tasks:
              - id: group
                type: core.flow.Sequential
                tasks: [{id: inner, type: core.log.Log}]
              - {id: own, type: core.log.Log, message: mine}
            errors:
              - {id: failed, type: core.log.Log}
            NAME:
              - {type: core.log.Log, values: {message: shared, level: WARN}}
            """
                .replace("NAME", name));

    assertThat(properties(result, "inner")).isEqualTo(Map.of("message", "shared", "level", "WARN"));
    assertThat(properties(result, "own")).isEqualTo(Map.of("message", "mine", "level", "WARN"));
    assertThat(properties(result, "failed")).containsEntry("message", "shared");
    assertThat(Flows.valid(result).document().get("tasks")).asString().doesNotContain("shared");
  }

  @Test
  void mapsAreMergedAndListsJoined() {
    String task =
        "- {id: t, type: io.kestra.plugin.test.Typed, text: own, names: [t], counts: {a: 1, b: 2}}\n";
    String values = "{text: default, names: [d], counts: {b: 3, c: 4}}";

    assertThat(properties(withDefaults(task, "false", values), "t"))
        .isEqualTo(
            Map.of(
                "text", "own",
                "names", List.of("d", "t"),
                "counts", Map.of("a", 1, "b", 2, "c", 4)));
    assertThat(properties(withDefaults(task, "true", values), "t"))
        .isEqualTo(
            Map.of(
                "text", "default",
                "names", List.of("t", "d"),
                "counts", Map.of("a", 1, "b", 3, "c", 4)));
  }

  @ParameterizedTest(name = "a default for {0} reaches a task of type {1}: {2}")
  @CsvSource({
    "io.kestra.plugin.core.log.Log, io.kestra.plugin.core.log.Log, true",
    "io.kestra.core.tasks.log.Log, io.kestra.plugin.core.log.Log, true",
    "io.kestra.plugin.core.log.Log, io.kestra.core.tasks.log.Log, false",
    "io.kestra.plugin.core., io.kestra.plugin.core.log.Log, true",
    "io.kestra.plugin.gcp, io.kestra.plugin.core.log.Log, false",
  })
  void typesMatchByNameAliasOrPrefix(String declared, String used, boolean reached) {
    ParseResult result = Flows.parseTasks("- {id: t, type: " + used + ", message: x}\n");
    ParseResult withDefaults =
        Flows.parse(
            Flows.valid(result).source()
                + "pluginDefaults: [{type: "
                + declared
                + ", values: {level: WARN}}]");

    assertThat(properties(withDefaults, "t").containsKey("level")).isEqualTo(reached);
  }

  @Test
  void theFirstOfSeveralEntriesWins() {
    assertThat(
            properties(
                withEntries(
                    "{type: core.log.Log, values: {message: one}}, {type: core.log.Log, values: {message: two}}"),
                "a"))
        .containsEntry("message", "one");
    assertThat(
            properties(
                withEntries(
                    "{type: core.log.Log, forced: true, values: {message: one}}, {type: core.log.Log, forced: true, values: {message: two}}"),
                "a"))
        .containsEntry("message", "one");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '{values: {a: b}}'                           | MISSING_PROPERTY | pluginDefaults[0].type
          '{type: core.log.Log}'                       | MISSING_PROPERTY | pluginDefaults[0].values
          '{type: core.log.Log, values: {level: }}'    | MISSING_PROPERTY | pluginDefaults[0].values.level
          '{type: core.log.Log, values: {lvl: x}}'     | UNKNOWN_PROPERTY | pluginDefaults[0].values.lvl
          '{type: core.log.Log, vals: {a: b}, values: {level: INFO}}' | UNKNOWN_PROPERTY | pluginDefaults[0].vals
          'text'                                       | WRONG_TYPE       | pluginDefaults[0]
          """)
  void mistakesAreNamed(String entry, ComplaintCode code, String path) {
    ParseResult result =
        Flows.parse(
            "id: a\nnamespace: b\ntasks: [{id: t, type: core.debug.Echo, format: x}]\npluginDefaults: ["
                + entry
                + "]");

    Complaint complaint = Flows.onlyError(result);
    assertThat(complaint.code()).isEqualTo(code);
    assertThat(complaint.path()).isEqualTo(path);
  }

  @Test
  void defaultsOfTheServerComeAfterThoseOfTheFlow() {
    FlowParser parser =
        new FlowParser(
            TestTasks.CATALOG,
            TestExpressions.create(),
            List.of(
                new PluginDefault("core.log.Log", false, Map.of("message", "global")),
                new PluginDefault("core.log", true, Map.of("level", "ERROR")),
                new PluginDefault("core.log.Log", false, Map.of("message", "later"))));
    String source =
        """
        id: a
        namespace: b
        tasks:
          - {id: own, type: core.log.Log, message: own, level: INFO}
          - {id: flow, type: core.log.Log}
        """;

    assertThat(properties(parser, source, "own"))
        .isEqualTo(Map.of("message", "own", "level", "ERROR"));
    assertThat(properties(parser, source, "flow")).containsEntry("message", "global");
    assertThat(
            properties(
                parser,
                source + "pluginDefaults: [{type: core.log.Log, values: {message: mine}}]",
                "flow"))
        .containsEntry("message", "mine");
    assertThat(parser.parse(source).flow().orElseThrow().document().toString())
        .doesNotContain("global");
  }

  private static Map<String, Object> properties(FlowParser parser, String source, String id) {
    Flow flow = parser.parse(source).flow().orElseThrow();
    return ((TaskStep) Flows.step(new FlowCompiler(parser).compile(flow), id)).properties();
  }

  @Test
  void defaultsReachTriggersAndLastTasks() {
    ParseResult result =
        Flows.parseWith(
            """
            finally: [{id: f, type: core.log.Log}]
            triggers: [{id: t, type: core.trigger.Schedule, cron: "@daily"}]
            pluginDefaults:
              - {type: core.log.Log, values: {message: shared}}
              - {type: core.trigger.Schedule, values: {timezone: Mars/X}}
            """);

    assertThat(Flows.onlyError(result).path()).isEqualTo("triggers[0].timezone");
  }

  @Test
  void defaultsCannotMultiplyAFlowWithoutBound() {
    StringBuilder tasks = new StringBuilder();
    for (int i = 0; i < 900; i++) {
      tasks.append("- {id: t").append(i).append(", type: core.log.Log}\n");
    }
    String values = "{message: [" + "x,".repeat(20_000) + "]}";

    assertThat(
            Flows.errorCodes(
                Flows.parse(
                    "id: a\nnamespace: b\ntasks:\n"
                        + tasks
                        + "pluginDefaults:\n  - {type: core.log.Log, values: "
                        + values
                        + "}\n")))
        .contains("YAML_LIMIT");
  }

  private static ParseResult withEntries(String entries) {
    return Flows.parse(
        "id: a\nnamespace: b\ntasks: [{id: a, type: core.log.Log}]\npluginDefaults: ["
            + entries
            + "]");
  }

  private static ParseResult withDefaults(String task, String forced, String values) {
    return Flows.parse(
        "id: a\nnamespace: b\ntasks:\n"
            + task.indent(2)
            + "pluginDefaults: [{type: io.kestra.plugin.test.Typed, forced: "
            + forced
            + ", values: "
            + values
            + "}]");
  }

  private static Map<String, Object> properties(ParseResult result, String id) {
    return ((TaskStep) Flows.step(Flows.compile(result), id)).properties();
  }
}
