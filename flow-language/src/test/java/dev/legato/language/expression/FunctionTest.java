package dev.legato.language.expression;

import static dev.legato.language.expression.Fixture.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.language.expression.runtime.Signature;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Functions, and how other modules add theirs. */
class FunctionTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '§',
      value = {
        "now() -> 2024-01-31T11:00:00.123456+01:00",
        "now(timeZone='UTC') -> 2024-01-31T10:00:00.123456Z",
        "now('yyyy') -> 2024",
        "fromJson('{\"a\":1}').a -> 1",
        "json('[1,2]')[1] -> 2",
        "jsonDecode('null') is null -> true",
        "fromJson(null) is null -> true",
        "fromJson({'a': [1]}).a -> [1]",
        "fromJson([1, 2])[1] -> 2",
        "fromIon('{a:1}').a -> 1",
        "fromIon('1 2', allRows=true) -> [1,2]",
        "ionDecode('[1,\"x\"]') -> [1,\"x\"]",
        "yaml('a: 1').a -> 1",
        "yaml('- 1') -> [1]",
        "max(1, 2.5, 2) -> 2.5",
        "min(3, 2) -> 2",
        "range(0, 3) -> [0,1,2,3]",
        "range(0, 6, 2) -> [0,2,4,6]",
        "range(3, 1, -1) -> [3,2,1]",
        "range('a', 'c') -> [\"a\",\"b\",\"c\"]",
        "render(vars.template) -> ada",
        "renderOnce('{{ inputs.name }}') -> ada",
        "render({'k': ['{{ inputs.n }}']}) -> {\"k\":[\"3\"]}",
        "data -> {{ inputs.name }}",
        "env('region') -> eu",
        "env('nope', 'x') -> x",
        "uuid() | regexMatch('^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$') -> true",
        "id() | length -> 22",
        "ksuid() | length -> 27",
        "nanoId() | length -> 21",
        "nanoId(5, 'a') -> aaaaa",
        "randomInt(3, 4) -> 3",
        "decrypt('MDEyMzQ1Njc4OWFiY2RlZg==', encrypt('MDEyMzQ1Njc4OWFiY2RlZg==', 'hi')) -> hi",
        "dayOfWeek('2024-01-31') -> WEDNESDAY",
        "dayOfMonth('2024-01-31') -> 31",
        "monthOfYear('2024-01-31') -> JANUARY",
        "hourOfDay('2024-01-31T10:00:00Z') -> 11",
        "isWeekend('2024-02-03') -> true",
        "isDayWeekInMonth('2024-02-05', 'MONDAY', 'FIRST') -> true",
        "isDayWeekInMonth('2024-02-05', 'MONDAY', 'LAST') -> false",
        "isLastWorkingDay('2024-03-29') -> true",
        "isLastWorkingDay('2024-03-31') -> false",
        "isPublicHoliday('2024-07-14', 'FR') -> true",
        "isPublicHoliday('2024-07-15', 'fr') -> false",
        "isPublicHoliday('2024-08-15', 'DE') -> false",
        "isPublicHoliday('2024-08-15', 'DE', 'SL') -> true",
        "isPublicHoliday('2024-08-15T23:30:00Z', country='DE', subDivision='DE-SL') -> false",
        "isPublicHoliday('2024-08-15', 'DE', 'be') -> false",
        "isDateBefore('2024-01-01T00:00:00Z', '2024-01-01T00:00:00-01:00') -> true",
        "isDateAfter('2024-01-02T00:00:00Z', '2024-01-01T00:00:00Z') -> true",
        "isDateBetween('2024-01-02T00:00:00Z', '2024-01-01T00:00:00Z', '2024-01-02T00:00:00Z') -> false",
      })
  void aFunctionGivesWhatTheSpecificationSays(String expression, String expected) {
    assertThat(Fixture.outcome("{{ " + expression + " }}")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '§',
      value = {
        "fromJson('{') -> 'fromJson' got text that is not valid JSON",
        "yaml('a: [') -> 'yaml' got text that is not valid YAML",
        "fromIon('{a') -> 'fromIon' got text that is not valid Ion",
        "randomInt(2, 1) -> 'randomInt' needs an upper bound",
        "nanoId(1001) -> 'nanoId' needs a length from 1 to 1000",
        "decrypt('MDEyMzQ1Njc4OWFiY2RlZg==', 'QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFB') -> 'decrypt' cannot decrypt",
        "range(1, 2, 0) -> The step of a range must not be 0",
        "isDateBefore('2024-01-01', '2024-01-02') -> 'isDateBefore' needs a date-time with an offset",
        "isPublicHoliday('2024-07-14', 'XX') -> 'isPublicHoliday' knows no such country",
        "isPublicHoliday('2024-07-14', 'DE', 'XX') -> 'isPublicHoliday' knows no such part of the country; it knows bb, be, bw",
        "isPublicHoliday('2024-07-14') -> 'isPublicHoliday' needs the argument 'country'",
        "max('a') -> 'max' compares numbers, not text",
      })
  void aMisusedFunctionSaysWhatItNeeds(String expression, String expected) {
    assertThat(Fixture.outcome("{{ " + expression + " }}")).startsWith("EVALUATION: " + expected);
  }

  @Test
  void loopFunctionsFollowTheLoopsAroundTheTask() throws ExpressionException {
    Map<String, Object> variables =
        map(
            "outputs",
            map("inner", map("a", map("1", map("value", "x"), "2", map("value", "y")))),
            "taskrun",
            map("value", "2", "iteration", 1),
            "task",
            map("id", "inner"),
            "parents",
            List.of(
                map("outputs", map("o", 1)),
                map("taskrun", map("value", "a"), "outputs", map("p", 2))),
            "tasks",
            map(
                "t",
                map("state", "FAILED"),
                "inner",
                map("v1", map("state", "FAILED"), "v2", map("state", "SUCCESS"))));
    assertThat(render("{{ currentEachOutput(outputs.inner).value }}", variables)).isEqualTo("y");
    assertThat(render("{{ parentOutput(0).p }}", variables)).isEqualTo("2");
    assertThat(render("{{ loopOutputs(outputs.inner.a, 'value') }}", variables))
        .isEqualTo("[\"x\",\"y\"]");
    assertThat(render("{{ tasksWithState('FAILED') }}", variables))
        .isEqualTo(
            "[{\"taskId\":\"t\",\"state\":\"FAILED\"},{\"taskId\":\"inner\",\"state\":\"FAILED\",\"value\":\"v1\"}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      textBlock =
          """
          iterationOutput()           -> a
          iterationOutput('other')    -> b
          iterationOutput('inner', 2) -> c
          iterationOutput('inner', 3) -> EVALUATION: 'iterationOutput' found no iteration 3; the loop has 3
          iterationOutput('inner', 1) -> EVALUATION: 'iterationOutput' found no outputs of 'inner' in iteration 1
          """)
  void outputsOfAnotherIterationAreFoundByItsPlace(String expression, String expected) {
    Map<String, Object> seen =
        map(
            "current",
            1,
            "outputs",
            List.of(
                map("inner", map("value", "a"), "other", map("value", "b")),
                map(),
                map("inner", map("value", "c"))));
    Map<String, Object> variables = map("task", map("id", "inner"), "iterations", seen);
    assertThat(Fixture.outcome("{{ " + expression + " }}", variables)).startsWith(expected);
  }

  @Test
  void theContextIsPrintedAsJson() throws ExpressionException {
    String printed = render("{{ printContext() }}", map("inputs", map("a", 1)));
    assertThat(printed)
        .contains("\"inputs\":{\"a\":1}")
        .contains("\"globals\"")
        .doesNotContain("_context");
  }

  private static String render(String template, Map<String, ?> variables)
      throws ExpressionException {
    return Fixture.EXPRESSIONS.renderText(template, variables);
  }

  /** Stands for the function of another module: reads a secret, which is never in an error. */
  private static final class Secret implements ExpressionFunction {
    @Override
    public Signature signature() {
      return Signature.of("secret", "A secret", "key");
    }

    @Override
    public Object call(Call call) {
      return call.text("key") + " is {{ nope }} {% if";
    }

    @Override
    public boolean waits() {
      return true;
    }

    @Override
    public boolean sourceOnly() {
      return true;
    }
  }

  private static Expressions withSecret(boolean recursive) {
    return new Expressions(
        InstantSource.fixed(Fixture.NOW),
        new Random(1),
        ExpressionLimits.DEFAULT,
        new ExpressionEnvironment(Map.of(), Map.of(), null, null, recursive, ZoneOffset.UTC),
        List.of(new Secret()));
  }

  @Test
  void aFunctionOfAnotherModuleIsCalledAndItsResultNeverParsed() throws ExpressionException {
    String used = "A is {{ nope }} {% if";
    Map<String, Object> variables =
        map("vars", map("s", "{{ secret('A') }}"), "body", "{{ secret('A') }}");
    assertThat(withSecret(false).renderText("{{ secret('A') }}", variables)).isEqualTo(used);
    assertThat(withSecret(false).renderText("{{ render(vars.s) }}", variables)).isEqualTo(used);
    assertThat(withSecret(true).renderText("{{ secret('A') }}", variables)).isEqualTo(used);
    assertThat(withSecret(true).renderText("{{ vars.s }}", variables)).isEqualTo(used);
    assertThat(withSecret(false).renderText("{{ body }}", variables))
        .isEqualTo("{{ secret('A') }}");
  }

  @Test
  void dataMayNotReadSecretsEvenWhenItIsRendered() {
    Map<String, Object> variables =
        map("trigger", map("body", "{{ secret('A') }}"), "vars", map("b", "{{ trigger.body }}"));
    for (String template : List.of("{{ render(trigger.body) }}", "{{ render(vars.b) }}")) {
      assertThatThrownBy(() -> withSecret(false).renderText(template, variables))
          .isInstanceOf(ExpressionException.class)
          .hasMessageContaining("'secret' may be called by the flow itself");
    }
    assertThatThrownBy(() -> withSecret(true).renderText("{{ trigger.body }}", variables))
        .hasMessageContaining("'secret' may be called by the flow itself");
  }

  @Test
  void templatesThatMayWaitAreKnownInAdvance() {
    assertThat(withSecret(false).mayWait("{{ secret('a') }}")).isTrue();
    assertThat(Fixture.EXPRESSIONS.mayWait("{% if kv('a') %}{% endif %}")).isTrue();
    assertThat(Fixture.EXPRESSIONS.mayWait("{{ render(vars.a) }}")).isTrue();
    assertThat(Fixture.EXPRESSIONS.mayWait("{{ now() }} {{ inputs.a }}")).isFalse();
  }
}
