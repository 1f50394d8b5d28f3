package dev.legato.language.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.flow.FlowParser;
import dev.legato.language.input.TestExpressions;
import dev.legato.model.flow.Flow;
import dev.legato.plugin.type.TypeCatalog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CallSchemaTest {
  private static final FlowParser PARSER =
      new FlowParser(
          TypeCatalog.of(List.of(CallSchemaTest.class.getClassLoader())), TestExpressions.create());

  private static Flow flow(String part) {
    return PARSER
        .parse(
            """
            id: a
            namespace: b
            %s
            tasks: [{id: t, type: core.log.Log, message: x}]
            """
                .formatted(part))
        .flow()
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          type: STRING                               | {type=string}
          type: STRING, displayName: A, description: ' All of it. ' | {title=A, description=All of it., type=string}
          type: STRING, validator: '[a-z]++'         | {description=Must match the regular expression [a-z]++ as a whole., type=string}
          type: STRING, defaults: abc                | {type=string, default=abc}
          type: STRING, defaults: '{{ flow.id }}'    | {type=string}
          type: ENUM, values: [x, y]                 | {type=string, enum=[x, y]}
          type: SELECT, values: [x, {label: Y, value: y}] | {type=string, enum=[x, y]}
          type: SELECT, values: [x], required: false | {type=string}
          type: SELECT, values: [x], allowCustomValue: true | {type=string}
          type: SELECT, expression: '{{ [1] }}'      | {type=string}
          type: MULTISELECT, values: [x, y]          | {type=array, items={type=string, enum=[x, y]}}
          type: INT, min: 1, max: 9                  | {type=integer, minimum=1, maximum=9}
          type: FLOAT, min: 0.5                      | {type=number, minimum=0.5}
          type: BOOL, defaults: true                 | {type=boolean, default=true}
          type: BOOLEAN                              | {type=boolean}
          type: DATETIME                             | {type=string, format=date-time}
          type: DATE, after: '2026-01-01'            | {description=Not before 2026-01-01., type=string, format=date}
          type: TIME                                 | {description=A time of the day such as 12:30:00., type=string}
          type: DURATION                             | {type=string, format=duration}
          type: URI                                  | {type=string, format=uri}
          type: EMAIL                                | {type=string, format=email}
          type: SECRET                               | {type=string, writeOnly=true}
          type: FILE                                 | {description=The content of a file, or the address of a stored one (kestra:///...)., type=string}
          type: JSON                                 | {}
          type: YAML                                 | {description=A JSON value, or a text in YAML.}
          type: ARRAY, itemType: INT                 | {type=array, items={type=integer}}
          type: ARRAY, itemType: JSON                | {type=array, items={}}
          """)
  void eachTypeOfInputHasASchema(String input, String expected) {
    var schema = CallSchema.ofInputs(flow("inputs: [{id: x, %s}]".formatted(input)).inputs());

    assertThat(schema.get("properties")).hasToString("{x=" + expected + "}");
  }

  @Test
  void whatTheFlowFindsItselfIsNotNeeded() {
    Flow flow =
        flow(
            """
            inputs:
              - {id: needed, type: STRING}
              - {id: optional, type: STRING, required: false}
              - {id: given, type: INT, defaults: 1}
              - {id: first, type: SELECT, values: [x], autoSelectFirst: true}
              - {id: asked, type: STRING, dependsOn: {inputs: [needed], condition: "{{ false }}"}}
              - {id: who, type: FORM, inputs: [{id: name, type: STRING}, {id: age, type: INT, defaults: 3}]}
            """);

    var validator = new Schemas(CallSchema.ofInputs(flow.inputs()));

    assertThat(validator.problems("{needed: a, who: {name: b}}")).isEmpty();
    assertThat(validator.problems("{needed: a, who: {name: b}, asked: c}")).isEmpty();
    assertThat(validator.problems("{who: {name: b}}")).anyMatch(p -> p.contains("'needed'"));
    assertThat(validator.problems("{needed: a}")).anyMatch(p -> p.contains("'who'"));
    assertThat(validator.problems("{needed: a, who: {}}")).anyMatch(p -> p.contains("'name'"));
    assertThat(validator.problems("{needed: a, who: {name: b}, neded: c}"))
        .anyMatch(p -> p.contains("'neded'"));
  }

  @Test
  void outputsMayBeNull() {
    Flow flow =
        flow(
            """
            outputs:
              - {id: count, type: INT, value: "{{ 1 }}", displayName: Rows}
              - {id: all, type: JSON, value: "{{ [] }}", description: Each row}
            """);

    assertThat(CallSchema.ofOutputs(flow.outputs()))
        .hasToString(
            "{type=object, properties={count={title=Rows, type=[integer, null]},"
                + " all={description=Each row}}}");
  }
}
