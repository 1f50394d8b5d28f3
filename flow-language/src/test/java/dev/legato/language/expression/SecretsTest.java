package dev.legato.language.expression;

import static dev.legato.language.expression.Fixture.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.language.expression.runtime.FailureKind;
import dev.legato.language.expression.runtime.Signature;
import dev.legato.language.secret.SecretMask;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to secrets inside a rendering, and where waiting is not allowed. */
class SecretsTest {
  private static final Expressions EXPRESSIONS =
      new Expressions(
          InstantSource.fixed(Fixture.NOW),
          new Random(1),
          ExpressionLimits.DEFAULT,
          ExpressionEnvironment.in(ZoneOffset.UTC),
          List.of(new Given("secret", true), new Given("answer", false)));

  /** Gives back its argument, as a secret or as an answer from outside. */
  private record Given(String name, boolean givesSecrets) implements ExpressionFunction {
    @Override
    public Signature signature() {
      return Signature.of(name, "What it is given", "value");
    }

    @Override
    public @Nullable Object call(Call call) {
      return call.argument("value");
    }

    @Override
    public boolean waits() {
      return true;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '§',
      value = {
        "{{ secret('hunter2') }} -> hunter2",
        "{{ secret('hunter2') | upper }} -> HUNTER2",
        "{{ secret('hunter2') | replace({'unt': '--'}) | substringBefore('2') }} -> h--er",
        "{{ secret('hunter2') | reverse }} -> 2retnuh",
        "{{ secret('hunter2') | split('') | reverse | join('') }} -> 2retnuh",
        "{{ (secret('hunter2') ~ '!') | lower | title }} -> Hunter2!",
        "{{ secret('hunter2') | sha1 | slice(0, 8) }} -> f3bbbd66",
        "{% set x = secret('hunter2') %}{% set y = x | upper %}{{ y }} -> HUNTER2",
        "{% filter upper %}a{{ secret('hunter2') }}{% endfilter %} -> AHUNTER2",
        "{{ fromJson(secret('{\"k\": [\"inner\"]}')).k | first }} -> inner",
        "{{ render('{{ secret(\"hunter2\") | upper }}') }} -> HUNTER2",
        "{{ {'a': secret('hunter2')} | toJson }} -> {\"a\":\"hunter2\"}",
        "{% macro m(s) %}{{ s | upper }}{% endmacro %}{{ m(secret('hunter2')) }} -> HUNTER2",
      })
  void aSecretAndWhatIsMadeOfItAreTold(String template, String result) throws Exception {
    var mask = new SecretMask();

    String rendered = EXPRESSIONS.tellingSecrets(mask::add).renderText(template, Map.of());

    assertThat(rendered).isEqualTo(result);
    assertThat(mask.hide(rendered)).doesNotContain(result.substring(0, 4)).contains("**ma");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ inputs.name | default(secret('hunter2')) }}",
        "{{ secret('hunter2') | length }}",
        "{{ secret('hunter2') == 'x' ? 'yes!' : 'nope' }}",
        "{{ secret('hunter2') | startsWith('h') }}",
        "{{ answer('weather' ~ (secret('hunter2') | length)) }}",
      })
  void whatIsNotMadeOfASecretIsNotTold(String template) throws Exception {
    List<String> told = new ArrayList<>();
    Map<String, Object> variables = map("inputs", map("name", "visible"));

    EXPRESSIONS.tellingSecrets(told::add).renderText(template, variables);

    assertThat(told).containsExactly("hunter2");
  }

  @Test
  void hiddenSecretsAreNeverSeenByATemplate() throws Exception {
    Expressions hiding = EXPRESSIONS.hidingSecrets();

    assertThat(hiding.renderText("{{ secret('hunter2') | upper }}", Map.of()))
        .isEqualTo("**MASKED***");
    assertThat(hiding.renderText("{{ secret('hunter2') == 'hunter2' }}", Map.of()))
        .isEqualTo("false");
    assertThat(hiding.renderValue("{{ secret({'a': ['b']}) }}", Map.of()))
        .isEqualTo(Map.of("a", List.of(SecretMask.HIDDEN)));
    assertThat(hiding.renderText("{{ render('{{ secret(\"hunter2\") }}') }}", Map.of()))
        .isEqualTo(SecretMask.HIDDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ answer(1) }}",
        "{{ nothing ?? answer(1) }}",
        "{{ render('{{ answer(1) }}') }}",
        "{{ [1] | default(answer(1)) }}",
      })
  void aFunctionThatWaitsIsRefusedWhereWaitingIsNotAllowed(String template) {
    assertThatThrownBy(() -> EXPRESSIONS.withoutWaiting().renderText(template, Map.of()))
        .isInstanceOfSatisfying(
            ExpressionException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.WAITING))
        .hasMessageContaining("'answer' waits for something outside");
    assertThat(EXPRESSIONS.mayWait(template)).isTrue();
  }

  @Test
  void aTemplateThatDoesNotReachItsWaitingFunctionNeedNotWait() throws Exception {
    assertThat(EXPRESSIONS.withoutWaiting().renderText("{{ 1 ?? answer(1) }}", Map.of()))
        .isEqualTo("1");
  }

  @Test
  void waitingIsKnownInAdvanceAtAnyDepth() {
    assertThat(EXPRESSIONS.mayWaitDeep(List.of(1, map("k", List.of("{{ answer(1) }}"))))).isTrue();
    assertThat(EXPRESSIONS.mayWaitDeep(map("{{ kv('k') }}", 1))).isTrue();
    assertThat(EXPRESSIONS.mayWaitDeep(List.of("{{ now() }}", "kv('k')", 1, true))).isFalse();
    assertThat(EXPRESSIONS.mayWaitDeep(null)).isFalse();
    assertThat(Fixture.expressions(true).mayWait("{{ inputs.a }}")).isTrue();
    assertThat(Fixture.expressions(true).mayWait("{{ 1 + 1 }}")).isFalse();
  }

  @Test
  void aFunctionThatNobodyBringsSaysSo() {
    assertThat(Fixture.outcome("{{ kv('k') }}"))
        .isEqualTo("EVALUATION: 'kv' is not available here, in `{{ kv('k') }}` at line 1");
    assertThat(Fixture.outcome("{{ i18n('messages', 'hello') }}"))
        .startsWith("EVALUATION: 'i18n' has no message bundles to read here");
    assertThat(Fixture.outcome("{{ appLink('a') }}"))
        .startsWith("EVALUATION: 'appLink' belongs to an edition of Kestra");
  }
}
