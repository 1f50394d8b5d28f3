package dev.legato.language.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.model.flow.InputDefinition;
import dev.legato.model.flow.InputType;
import dev.legato.model.flow.OutputDefinition;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InputDefinitionReaderTest {
  @Test
  void everythingOfAnInputIsRead() {
    InputDefinition input =
        input(
            """
            - id: user.age
              type: INT
              description: How old.
              displayName: Age
              required: true
              defaults: 30
              min: 1
              max: 1_50
            """);

    assertThat(input)
        .isEqualTo(
            new InputDefinition(
                "user.age",
                InputType.INT,
                true,
                30,
                null,
                "How old.",
                "Age",
                List.of(),
                null,
                Map.of("min", 1, "max", 150)));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          STRING   | 1.10          | 1.10
          STRING   | no            | no
          BOOL     | yes           | true
          BOOLEAN  | off           | false
          INT      | '"12"'        | 12
          FLOAT    | 1.5           | 1.5
          DATE     | 2026-01-01    | 2026-01-01
          TIME     | 12:30:45      | 12:30:45
          DURATION | PT5M          | PT5M
          JSON     | '{a: [1]}'    | {a=[1]}
          JSON     | '''{"a": 1}''' | {"a": 1}
          INT      | '"{{ vars.x }}"' | {{ vars.x }}
          """)
  void defaultsFollowTheTypeOfTheInput(InputType type, String written, String shown) {
    InputDefinition input = input("- {id: a, type: %s, defaults: %s}".formatted(type, written));

    assertThat(input.defaults()).hasToString(shown);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'type: STRING'                                  | MISSING_PROPERTY | id
          'id: a'                                         | MISSING_PROPERTY | type
          'id: a/b, type: STRING'                         | INVALID_ID       | id
          'id: a..b, type: STRING'                        | INVALID_ID       | id
          'id: a, name: b, type: STRING'                  | INVALID_VALUE    | name
          'id: a, type: STRNG'                            | UNKNOWN_TYPE     | type
          'id: a, type: OBJECT'                           | NOT_SUPPORTED    | type
          'id: a, type: STRING, min: 1'                   | UNKNOWN_PROPERTY | min
          'id: a, type: STRING, validator: "["'           | INVALID_VALUE    | validator
          'id: a, type: STRING, validator: "[a-z]+", defaults: A' | WRONG_TYPE | defaults
          'id: a, type: INT, defaults: abc'               | WRONG_TYPE       | defaults
          'id: a, type: INT, min: 5, defaults: 4'         | WRONG_TYPE       | defaults
          'id: a, type: INT, min: 5, max: 4'              | INVALID_VALUE    | min
          'id: a, type: INT, min: x'                      | WRONG_TYPE       | min
          'id: a, type: INT, prefill: x'                  | WRONG_TYPE       | prefill
          'id: a, type: INT, prefill: 1, defaults: 1'     | INVALID_VALUE    | prefill
          'id: a, type: JSON, defaults: "{a"'             | WRONG_TYPE       | defaults
          'id: a, type: BOOL, defaults: [1]'              | WRONG_TYPE       | defaults
          'id: a, type: DATE, after: soon'                | WRONG_TYPE       | after
          'id: a, type: DATE, defaults: 2026-02-30'       | WRONG_TYPE       | defaults
          'id: a, type: ENUM'                             | MISSING_PROPERTY | values
          'id: a, type: SELECT'                           | MISSING_PROPERTY | values
          'id: a, type: SELECT, values: [x], defaults: y' | WRONG_TYPE       | defaults
          'id: a, type: SELECT, values: [[x]]'            | WRONG_TYPE       | values[0]
          'id: a, type: SELECT, values: [{label: x}]'     | MISSING_PROPERTY | values[0].value
          'id: a, type: SELECT, expression: "{{ syntax error }}"' | INVALID_EXPRESSION | expression
          'id: a, type: MULTISELECT, values: [x], options: [y]' | INVALID_VALUE | options
          'id: a, type: ARRAY'                            | MISSING_PROPERTY | itemType
          'id: a, type: ARRAY, itemType: ARRAY'           | INVALID_VALUE    | itemType
          'id: a, type: ARRAY, itemType: INTEGR'          | WRONG_TYPE       | itemType
          'id: a, type: FILE, defaults: x'                | WRONG_TYPE       | defaults
          'id: a, type: FILE, defaults: "file:///etc/x"' | WRONG_TYPE      | defaults
          'id: a, type: FILE, allowedFileExtensions: [.csv], defaults: "nsfile:///a.txt"' | WRONG_TYPE | defaults
          'id: a, type: STRING, displayName: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' | INVALID_VALUE | displayName
          'id: a, type: STRING, dependsOn: {inputs: [b]}' | UNKNOWN_REFERENCE | dependsOn
          'id: a, type: STRING, dependsOn: {inputs: [a]}' | CYCLE            | dependsOn
          'id: a, type: STRING, dependsOn: {input: [a]}'  | UNKNOWN_PROPERTY | dependsOn.input
          'id: a, type: FORM'                             | MISSING_PROPERTY | inputs
          'id: a, type: FORM, inputs: [{id: b, type: FORM, inputs: []}]' | INVALID_VALUE | inputs[0].type
          """)
  void mistakesAreNamed(String input, ComplaintCode code, String path) {
    ParseResult result = Flows.parseWith("inputs: [{" + input + "}]");

    assertThat(result.errors())
        .anySatisfy(
            complaint -> {
              assertThat(complaint.code()).isEqualTo(code);
              assertThat(complaint.path()).isEqualTo("inputs[0]." + path);
            });
  }

  @Test
  void idsAreUniqueAndNotInsideEachOther() {
    ParseResult result =
        Flows.parseWith(
            """
            inputs:
              - {id: a, type: STRING}
              - {id: a.b, type: STRING}
              - {id: c, type: STRING}
              - {id: c, type: STRING}
            """);

    assertThat(result.errors())
        .extracting(Complaint::message)
        .containsExactly(
            "The input 'a.b' would be inside the value of the input 'a'.",
            "The input id 'c' is used twice.");
    assertThat(result.errors()).allMatch(complaint -> complaint.hint() != null);
  }

  @Test
  void aCycleIsSpelledOut() {
    ParseResult result =
        Flows.parseWith(
            """
            inputs:
              - {id: start, type: STRING, dependsOn: {inputs: [a]}}
              - {id: a, type: STRING, dependsOn: {inputs: [b]}}
              - {id: b, type: STRING, dependsOn: {inputs: [a]}}
            """);

    assertThat(Flows.onlyError(result).message()).contains("a → b → a");
  }

  @Test
  void choicesMayHaveLabels() {
    assertThat(input("- {id: a, type: SELECT, values: [x, 2, {label: Three, value: 3}]}").rules())
        .containsEntry("values", List.of("x", "2", "3"));
  }

  @Test
  void theInputsOfAFormAreNestedUnderIt() {
    List<InputDefinition> inputs =
        Flows.valid(
                Flows.parseWith(
                    """
                    inputs:
                      - {id: on, type: BOOL}
                      - id: form
                        type: FORM
                        dependsOn: {inputs: [on], condition: "{{ inputs.on }}"}
                        inputs:
                          - {id: a, type: STRING}
                          - {id: b, type: STRING, dependsOn: {inputs: [form.a]}}
                    """))
            .inputs();

    assertThat(inputs).extracting(InputDefinition::id).containsExactly("on", "form.a", "form.b");
    assertThat(inputs.get(2).dependsOn()).containsExactly("on", "form.a");
    assertThat(inputs.get(1).condition()).isEqualTo("{{ inputs.on }}");
  }

  @Test
  void defaultsMakeAnInputOptionalAnyway() {
    ParseResult result =
        Flows.parseWith("inputs: [{id: a, type: STRING, required: false, defaults: x}]");

    Flows.valid(result);
    assertThat(result.warnings()).isEmpty(); // flows of many years have both
    assertThat(result.complaints())
        .singleElement()
        .satisfies(it -> assertThat(it.message()).contains("'required: false' has no effect"));
  }

  @Test
  void twoHundredInputsAreAcceptedAndNoMore() {
    Flows.valid(Flows.parseWith(inputs(200)));

    assertThat(Flows.onlyError(Flows.parseWith(inputs(201))).code())
        .isEqualTo(ComplaintCode.TOO_MANY);
    assertThat(Flows.onlyError(Flows.parseWith(inputs(9_000))).code())
        .isEqualTo(ComplaintCode.TOO_MANY);
  }

  @Test
  void outputsAreRead() {
    List<OutputDefinition> outputs =
        Flows.valid(
                Flows.parseWith(
                    """
                    outputs:
                      - {id: a, type: STRING, value: 1.10, required: false, description: d}
                      - {id: b, type: INT, value: "{{ outputs.x }}"}
                    """))
            .outputs();

    assertThat(outputs)
        .containsExactly(
            new OutputDefinition("a", InputType.STRING, "1.10", false, "d", null),
            new OutputDefinition("b", InputType.INT, "{{ outputs.x }}", true, null, null));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '{type: STRING, value: x}'                 | MISSING_PROPERTY | id
          '{id: a, value: x}'                        | MISSING_PROPERTY | type
          '{id: a, type: STRING}'                    | MISSING_PROPERTY | value
          '{id: a, type: INT, value: abc}'           | WRONG_TYPE       | value
          '{id: a, type: INT, value: 1, extra: 1}'   | UNKNOWN_PROPERTY | extra
          """)
  void mistakesInOutputsAreNamed(String output, ComplaintCode code, String path) {
    Complaint complaint = Flows.onlyError(Flows.parseWith("outputs: [" + output + "]"));

    assertThat(complaint.code()).isEqualTo(code);
    assertThat(complaint.path()).isEqualTo("outputs[0]." + path);
  }

  private static String inputs(int count) {
    return "inputs:\n"
        + IntStream.range(0, count)
            .mapToObj(i -> "- {id: i%d, type: STRING}\n".formatted(i))
            .collect(Collectors.joining());
  }

  private static InputDefinition input(String source) {
    return Flows.valid(Flows.parseWith("inputs:\n" + source)).inputs().getFirst();
  }
}
