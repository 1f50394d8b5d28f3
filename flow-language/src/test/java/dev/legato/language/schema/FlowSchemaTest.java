package dev.legato.language.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.builtin.BuiltInTypes;
import dev.legato.plugin.type.TypeCatalog;
import dev.legato.plugin.type.TypeDescriptor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That every flow which the parser accepts fits the schema is checked wherever one is parsed. */
final class FlowSchemaTest {
  private static final Map<String, Object> SCHEMA =
      FlowSchema.generate(TypeCatalog.of(List.of(FlowSchemaTest.class.getClassLoader())));
  private static final Schemas VALIDATOR = new Schemas(SCHEMA);
  private static final String TASK = "{id: t, type: core.log.Log, message: x}";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          namespace: b, tasks: [TASK]                                  | 'id' not found
          id: a, namespace: b                                          | 'tasks' not found
          id: a, namespace: b, taks: [TASK]                            | 'taks'
          id: a, namespace: b, tasks: TASK                             | array
          id: a, namespace: b, tasks: [{id: t}]                        | 'type' not found
          id: a, namespace: b, tasks: [{id: t, type: x.Y}]             | tasks[0].type
          id: a, namespace: b, tasks: [{id: t, type: core.log.Log}]    | 'message' not found
          id: a, namespace: b, tasks: [{id: t, type: core.log.Log, message: x, lvl: INFO}] | 'lvl'
          id: a, namespace: b, tasks: [{id: t, type: core.log.Log, message: x, level: LOUD}] | tasks[0].level
          id: a, namespace: b, tasks: [{id: t, type: core.flow.If, then: [{id: u}]}] | then[0]
          id: a, namespace: b, tasks: [{id: t, type: core.flow.Switch, value: x, cases: {a: [{id: u}]}}] | cases.a[0]
          id: a, namespace: b, tasks: [{id: t, type: core.flow.Dag, tasks: [{dependsOn: []}]}] | 'task' not found
          id: a, namespace: b, tasks: [TASK], inputs: [{type: INT}]    | inputs[0]
          id: a, namespace: b, tasks: [TASK], inputs: [{id: a, type: INTEGER}] | inputs[0].type
          id: a, namespace: b, tasks: [TASK], inputs: [{id: a, type: INT, validator: x}] | 'validator'
          id: a, namespace: b, tasks: [TASK], retry: {type: constant}  | 'interval' not found
          id: a, namespace: b, tasks: [TASK], sla: [{id: a, type: MAX_DURATION, behavior: FAIL}] | 'duration' not found
          id: a, namespace: b, tasks: [TASK], labels: [a]              | labels
          id: a, namespace: b, tasks: [TASK], triggers: [{id: t, type: core.trigger.Schedule}] | 'cron' not found
          id: a, namespace: b, tasks: [TASK], triggers: [{id: t, type: core.trigger.Webhook, key: a, conditions: [{type: core.condition.DayWeek}]}] | 'dayOfWeek' not found
          id: a, namespace: b, tasks: [TASK], concurrency: {limit: many} | concurrency.limit
          id: -a, namespace: b, tasks: [TASK]                          | id:
          id: a, namespace: Prod, tasks: [TASK]                        | namespace:
          id: a, namespace: b, tasks: [{id: t.u, type: core.log.Log, message: x}] | tasks[0].id
          id: a, namespace: b, tasks: [TASK], triggers: [{id: t u, type: core.trigger.Webhook, key: a}] | triggers[0].id
          """)
  void mistakesAreFound(String flow, String fragment) {
    assertThat(VALIDATOR.problems("{" + flow.replace("TASK", TASK) + "}"))
        .anySatisfy(problem -> assertThat(problem).contains(fragment));
  }

  @Test
  void everySpellingOfATypeIsListedAndOldOnesAreMarked() {
    assertThat(definition("io.kestra.plugin.core.log.Log").toString())
        .contains(
            "anyOf=[{enum=[io.kestra.plugin.core.log.Log, core.log.Log]},"
                + " {enum=[io.kestra.core.tasks.log.Log],"
                + " deprecationMessage=Use 'io.kestra.plugin.core.log.Log'.}]");
    assertThat(definition("io.kestra.plugin.core.debug.Echo").toString())
        .contains("deprecationMessage=Use 'io.kestra.plugin.core.log.Log'.");
  }

  @Test
  void propertiesHaveTheirDocumentationAndDefaults() {
    assertThat(definition("io.kestra.plugin.core.flow.ForEach").toString())
        .contains("title=Runs tasks once for each value of a list.")
        .contains("description=How many values at once; 0 means all., default=1");
    assertThat(definition("io.kestra.plugin.core.flow.Pause").toString())
        .contains("deprecationMessage=Use 'pauseDuration'.");
  }

  @Test
  void theSchemaIsTheSameEveryTime() {
    TypeCatalog types = TypeCatalog.of(List.of(FlowSchemaTest.class.getClassLoader()));

    assertThat(FlowSchema.generate(types)).hasToString(SCHEMA.toString());
  }

  @Test
  void aTypeHasASchemaOfItsOwn() {
    TypeDescriptor type = BuiltInTypes.TASKS.find("core.flow.Switch").orElseThrow();
    Map<String, Object> schema = FlowSchema.ofType(type);

    assertThat(new Schemas(schema).problems("{value: a, cases: {b: [{id: x}]}}")).isEmpty();
    assertThat(new Schemas(schema).problems("{vlue: a}")).hasSize(2);
    assertThat(schema.get("outputs")).asString().contains("defaults", "value");
    assertThat(schema.toString()).doesNotContain("$ref");
  }

  private static Map<?, ?> definition(String name) {
    return (Map<?, ?>) ((Map<?, ?>) SCHEMA.get("definitions")).get(name);
  }
}
