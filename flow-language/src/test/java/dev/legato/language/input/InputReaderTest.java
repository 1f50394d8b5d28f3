package dev.legato.language.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.legato.language.input.Refusal.Reason;
import dev.legato.language.secret.Seal;
import dev.legato.language.secret.SealedValue;
import dev.legato.language.secret.SecretMask;
import dev.legato.model.flow.InputDefinition;
import dev.legato.model.flow.InputType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InputReaderTest {
  private final InputReader reader = new InputReader(TestExpressions.create());

  @Test
  void valuesAreTypedAndNested() {
    ResolvedInputs inputs =
        reader.read(
            List.of(
                input("user.name", InputType.STRING),
                input("user.age", InputType.INT),
                input("tags", InputType.ARRAY, Map.of("itemType", "INT"))),
            Map.of("user.name", "Ada", "user", Map.of("age", "36"), "tags", "[1, \"2\"]"),
            Map.of());

    assertThat(inputs.problems()).isEmpty();
    assertThat(inputs.values())
        .isEqualTo(Map.of("user", Map.of("name", "Ada", "age", 36), "tags", List.of(1, 2)));
  }

  @Test
  void undeclaredValuesAreLeftOut() {
    assertThat(read(input("a", InputType.STRING), Map.of("a", "x", "b", "y")).values())
        .isEqualTo(Map.of("a", "x"));
  }

  @ParameterizedTest(name = "an empty text for {0}: missing {1}")
  @CsvSource({
    "STRING, false",
    "SELECT, false",
    "INT, true",
    "DATE, true",
    "FILE, true",
    "JSON, true"
  })
  void anEmptyTextIsAValueForTextsOnly(InputType type, boolean missing) {
    ResolvedInputs inputs = read(input("a", type), Map.of("a", ""));

    assertThat(inputs.problems().stream().anyMatch(p -> p.reason() == Reason.MISSING))
        .isEqualTo(missing);
  }

  @Test
  void anAbsentOptionalInputIsNullButThere() {
    ResolvedInputs inputs = read(optional("a", InputType.INT), Map.of());

    assertThat(inputs.isValid()).isTrue();
    assertThat(inputs.values()).containsEntry("a", null);
    assertThat(inputs.inputs().getFirst().isDefault()).isFalse();
  }

  @Test
  void allProblemsAreReportedTogether() {
    ResolvedInputs inputs =
        reader.read(
            List.of(
                input("a", InputType.INT),
                input("b", InputType.DATE),
                input("c", InputType.STRING)),
            Map.of("a", "x", "b", "tomorrow"),
            Map.of());

    assertThat(inputs.isValid()).isFalse();
    assertThat(inputs.problems())
        .extracting(InputProblem::inputId, InputProblem::reason, InputProblem::received)
        .containsExactly(
            tuple("a", Reason.WRONG_TYPE, "x"),
            tuple("b", Reason.WRONG_TYPE, "tomorrow"),
            tuple("c", Reason.MISSING, null));
    assertThat(inputs.problems().getFirst().message())
        .isEqualTo("Input 'a' must be a whole number of 32 bits.");
    assertThat(inputs.problems())
        .extracting(InputProblem::messageToCaller)
        .containsExactly(
            "Input 'a' must be a whole number of 32 bits. It is 'x'.",
            "Input 'b' must be a date such as 2026-01-31. It is 'tomorrow'.",
            "Input 'c' is missing.");
  }

  @Test
  void secretsAreRefusedAndNeverRepeated() {
    ResolvedInputs inputs = read(input("a", InputType.SECRET), Map.of("a", "hunter2"));

    assertThat(inputs.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.reason()).isEqualTo(Reason.NO_ENCRYPTION_KEY);
              assertThat(problem.message()).contains("encryption key");
            });
    assertThat(inputs.toString()).doesNotContain("hunter2");
  }

  @Test
  void secretsAreKeptSealedAndExpressionsSeeThem() throws Exception {
    InputDefinition definition = input("a", InputType.SECRET);
    var sealing = TestExpressions.create().withSeal(new Backwards());
    var told = new ArrayList<String>();

    ResolvedInputs inputs =
        new InputReader(sealing).read(List.of(definition), Map.of("a", "hunter2"), Map.of());

    assertThat(inputs.isValid()).isTrue();
    assertThat(inputs.values().toString()).contains("2retnuh").doesNotContain("hunter2");
    Map<String, ?> variables = Map.of("inputs", inputs.values());
    assertThat(
            sealing
                .tellingSecrets(told::add)
                .renderText("{{ inputs.a }}-{{ inputs.a | upper }}", variables))
        .isEqualTo("hunter2-HUNTER2");
    assertThat(told).contains("hunter2", "HUNTER2");
    assertThat(sealing.hidingSecrets().renderText("{{ inputs.a }}", variables))
        .isEqualTo(SecretMask.HIDDEN);
    assertThat(sealing.renderText("{{ inputs }}", variables)).contains("2retnuh");
    assertThat(
            sealing.renderText(
                "{{ render(data) }}", Map.of("inputs", inputs.values(), "data", "{{ inputs.a }}")))
        .doesNotContain("hunter2");
    assertThat(
            new InputReader(sealing).read(List.of(definition), inputs.values(), Map.of()).values())
        .isEqualTo(inputs.values());
  }

  @Test
  void aSecretThatWasSealedElsewhereIsRefused() {
    ResolvedInputs inputs =
        new InputReader(TestExpressions.create().withSeal(new Backwards()))
            .read(
                List.of(input("a", InputType.SECRET)),
                Map.of("a", Map.of("type", SealedValue.TYPE, "value", "other")),
                Map.of());

    assertThat(inputs.problems()).singleElement().asString().contains("cannot be read");
  }

  /** Nobody would guess. */
  private static final class Backwards implements Seal {
    @Override
    public boolean isPossible() {
      return true;
    }

    @Override
    public String close(String secret) {
      return new StringBuilder("!" + secret).reverse().toString();
    }

    @Override
    public String open(String sealed) throws UnreadableException {
      if (!sealed.endsWith("!")) {
        throw new UnreadableException("it was sealed elsewhere");
      }
      return new StringBuilder(sealed).reverse().substring(1);
    }
  }

  @Test
  void defaultsAreRenderedWithTheInputsTheyDependOn() {
    InputDefinition first = input("first", InputType.STRING);
    InputDefinition second =
        with(input("second", InputType.STRING), "{{ inputs.first }}", List.of("first"), null);

    ResolvedInputs inputs = reader.read(List.of(second, first), Map.of("first", "x"), Map.of());

    assertThat(inputs.values()).isEqualTo(Map.of("second", "x", "first", "x"));
    assertThat(inputs.inputs())
        .extracting(i -> i.definition().id())
        .containsExactly("second", "first");
    assertThat(inputs.inputs()).extracting(ResolvedInput::isDefault).containsExactly(true, false);
  }

  @Test
  void defaultsDoNotSeeOtherInputs() {
    InputDefinition first = input("first", InputType.STRING);
    InputDefinition second =
        with(input("second", InputType.STRING), "{{ inputs.first }}", List.of(), null);

    assertThat(reader.read(List.of(first, second), Map.of("first", "x"), Map.of()).problems())
        .singleElement()
        .extracting(InputProblem::reason)
        .isEqualTo(Reason.NOT_RENDERED);
  }

  @Test
  void defaultsSeeTheVariablesOfTheCaller() {
    InputDefinition input = with(input("a", InputType.INT), "{{ vars.limit }}", List.of(), null);

    assertThat(reader.read(List.of(input), Map.of(), Map.of("vars", Map.of("limit", 3))).values())
        .containsEntry("a", 3);
  }

  @ParameterizedTest(name = "condition {0}: enabled {1}")
  @CsvSource({"true, true", "false, false", "text, false"})
  void aConditionMustGiveTheBooleanTrue(String given, boolean enabled) {
    InputDefinition first = input("first", InputType.JSON);
    InputDefinition second =
        with(input("second", InputType.STRING), null, List.of("first"), "{{ inputs.first }}");
    Object value = given.equals("text") ? Map.of() : Boolean.valueOf(given);

    ResolvedInputs inputs = reader.read(List.of(first, second), Map.of("first", value), Map.of());

    ResolvedInput dependent = inputs.inputs().get(1);
    assertThat(dependent.enabled()).isEqualTo(enabled);
    assertThat(inputs.isValid()).isEqualTo(!enabled);
    assertThat(inputs.values().containsKey("second")).isEqualTo(enabled);
  }

  @Test
  void whatDependsOnADisabledInputIsDisabled() {
    InputDefinition a = with(input("a", InputType.STRING), null, List.of(), "{{ vars.no }}");
    InputDefinition b = with(input("b", InputType.STRING), null, List.of("a"), null);

    ResolvedInputs inputs =
        reader.read(List.of(b, a), Map.of("a", "x", "b", "y"), Map.of("vars", Map.of("no", false)));

    assertThat(inputs.values()).isEmpty();
    assertThat(inputs.isValid()).isTrue();
  }

  @Test
  void valuesToChooseFromMayBeComputed() {
    InputDefinition input = input("a", InputType.SELECT, Map.of("expression", "{{ vars.names }}"));
    Map<String, Object> variables = Map.of("vars", Map.of("names", Arrays.asList("x", 2, null)));

    assertThat(reader.read(List.of(input), Map.of("a", "2"), variables).isValid()).isTrue();
    assertThat(reader.read(List.of(input), Map.of("a", "z"), variables).problems())
        .singleElement()
        .extracting(InputProblem::message)
        .isEqualTo("Input 'a' must be one of [x, 2].");
    assertThat(
            reader
                .read(List.of(input), Map.of("a", "z"), Map.of("vars", Map.of("names", "no")))
                .problems())
        .singleElement()
        .extracting(InputProblem::reason)
        .isEqualTo(Reason.NOT_RENDERED);
  }

  @Test
  void theFirstValueMayBeSelected() {
    Map<String, Object> rules = Map.of("values", List.of("x", "y"), "autoSelectFirst", true);

    assertThat(read(input("a", InputType.SELECT, rules), Map.of()).values())
        .containsEntry("a", "x");
    assertThat(read(input("a", InputType.MULTISELECT, rules), Map.of()).values())
        .containsEntry("a", List.of("x"));
  }

  @Test
  void aSelectionThatIsNotRequiredTakesOtherValues() {
    Map<String, Object> rules = Map.of("values", List.of("x"));
    InputDefinition select = input("a", InputType.SELECT, rules);
    InputDefinition optional =
        new InputDefinition(
            "a", InputType.SELECT, false, null, null, null, null, List.of(), null, rules);

    assertThat(read(select, Map.of("a", "z")).isValid()).isFalse();
    assertThat(read(optional, Map.of("a", "z")).isValid()).isTrue();
  }

  private ResolvedInputs read(InputDefinition input, Map<String, ?> given) {
    return reader.read(List.of(input), given, Map.of());
  }

  private static InputDefinition input(String id, InputType type) {
    return input(id, type, Map.of());
  }

  private static InputDefinition input(String id, InputType type, Map<String, Object> rules) {
    return new InputDefinition(id, type, true, null, null, null, null, List.of(), null, rules);
  }

  private static InputDefinition optional(String id, InputType type) {
    return new InputDefinition(id, type, false, null, null, null, null, List.of(), null, Map.of());
  }

  private static InputDefinition with(
      InputDefinition input, Object defaults, List<String> dependsOn, String condition) {
    return new InputDefinition(
        input.id(), input.type(), true, defaults, null, null, null, dependsOn, condition, Map.of());
  }
}
