package dev.legato.language.expression;

import static dev.legato.language.expression.Fixture.EXPRESSIONS;
import static dev.legato.language.expression.Fixture.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Typed and deep rendering, truth, checks, references, recursion. */
class ExpressionsTest {
  @Test
  void aSingleExpressionKeepsItsType() throws ExpressionException {
    var variables = Fixture.variables();
    assertThat(EXPRESSIONS.renderValue("{{ inputs.n }}", variables)).isEqualTo(3);
    assertThat(EXPRESSIONS.renderValue("{{ rows }}", variables)).isSameAs(variables.get("rows"));
    assertThat(EXPRESSIONS.renderValue("{{ null }}", variables)).isNull();
    assertThat(EXPRESSIONS.renderValue("n={{ inputs.n }}", variables)).isEqualTo("n=3");
    assertThat(EXPRESSIONS.renderValue("{{ inputs.n }}{{ inputs.n }}", variables)).isEqualTo("33");
    assertThat(EXPRESSIONS.renderValue("plain", variables)).isEqualTo("plain");
  }

  @Test
  void aValueIsRenderedDeeplyAndKeepsItsOrder() throws ExpressionException {
    Object value =
        map(
            "z",
            "{{ inputs.name }}",
            "{{ 'k' }}",
            List.of("{{ 1 }}", 2, map("x", null)),
            "k",
            "second",
            "a",
            true);
    assertThat(EXPRESSIONS.renderDeep(value, Fixture.variables()))
        .isEqualTo(map("z", "ada", "k", List.of("1", 2, map("x", null)), "a", true))
        .asString()
        .startsWith("{z=ada, k=");
    assertThat(EXPRESSIONS.renderDeep(5, Map.of())).isEqualTo(5);
    assertThat(EXPRESSIONS.renderDeep(null, Map.of())).isNull();
    assertThatThrownBy(() -> EXPRESSIONS.renderDeep(List.of(1, "a\n{{ nope }}"), Map.of()))
        .hasMessage("Unknown variable 'nope', in `{{ nope }}` at line 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '§',
      value = {
        "{{ a -> 1:1 '{{' is not closed: '}}' is missing",
        "a~{{ b + }} -> 2:8 The expression ends too early, before '}}'",
        "{{ a b }} -> 1:6 Unexpected 'b'",
        "{{ (a }} -> 1:4 '(' is not closed",
        "{{ a) }} -> 1:5 Unexpected ')'",
        "{{ [1 2] }} -> 1:7 Unexpected '2'",
        "{{ [1, }} -> 1:4 '[' is not closed",
        "{{ [a=1] }} -> 1:1 The elements of a list have no names",
        "{{ {'a'} }} -> 1:8 A map entry is written key: value",
        "{{ {'a', 'b'} }} -> 1:8 A map entry is written key: value",
        "{{ {'a': 1: 2} }} -> 1:11 A map entry is written key: value",
        "{{ 'a }} -> 1:4 The text is not closed: ' is missing",
        "{{ a § b }} -> 1:6 Unexpected character '§'",
        "{{ 99999999999999999999 }} -> 1:4 The number is too large for a literal",
        "{# a -> 1:1 The comment is not closed: '#}' is missing",
        "{% raw %} a -> 1:1 The tag 'raw' is not closed: 'endraw' is missing",
        "{% if a %}b -> 1:12 The template ends too early; an end tag such as endif or endfor is missing",
        "{% for a in b %}b -> 1:18 The template ends too early; an end tag such as endif or endfor is missing",
        "{% include 'x' %} -> 1:4 Unknown tag 'include'",
        "{% endif %} -> 1:4 Unknown tag 'endif'",
        "{{ x | nope }} -> 1:1 Unknown filter 'nope'",
        "{{ nope(1) }} -> 1:1 Unknown function 'nope'",
        "{{ x is nope }} -> 1:1 Unknown test 'nope'",
        "{{ a.b() }} -> 1:1 Values have no methods: '.b(…)' cannot be called",
      })
  void aMistakeIsFoundBeforeTheFlowIsSaved(String template, String expected) {
    assertThat(EXPRESSIONS.check(template.replace('~', '\n')))
        .map(problem -> problem.line() + ":" + problem.column() + " " + problem.message())
        .contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '§',
      value = {
        "plain",
        "{{ a | upper }}",
        "{{ kv('a') ~ secret('b') ~ read('c') }}",
        "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1) }}",
        "{{ printContext() }}{{ x is defined }}{{ x is not null }}",
      })
  void aGoodTemplateHasNoProblem(String template) {
    assertThat(EXPRESSIONS.check(template)).isEmpty();
  }

  @Test
  void referencesNameTheVariablesFromOutside() {
    String template =
        """
        {{ outputs.t1.value ~ outputs['a-b'].x }} {{ inputs.n | default(vars.d) }}
        {% for x in inputs.list %}{{ x.a }}{{ loop.index }}{{ taskrun.value }}{% endfor %}
        {% set local = flow.id %}{{ local.x }} {{ outputs[trigger.name] }} {{ x }}
        {% macro m(p) %}{{ p.q }}{% endmacro %}
        """;
    assertThat(EXPRESSIONS.references(template))
        .containsExactlyInAnyOrder(
            "outputs.t1",
            "outputs.a-b",
            "inputs.n",
            "vars.d",
            "inputs.list",
            "taskrun.value",
            "flow.id",
            "outputs",
            "trigger.name",
            "x");
    assertThat(EXPRESSIONS.references("{{ broken")).isEmpty();
  }

  @Test
  void recursiveRenderingStopsWhenNothingChangesOrAfterAHundredPasses() throws ExpressionException {
    Expressions recursive = Fixture.expressions(true);
    Map<String, Object> variables =
        map("a", "{{ b }}", "b", "{{ 'x' }}", "loop1", "{{ loop2 }}", "loop2", "{{ loop1 }}");
    assertThat(recursive.renderText("{{ a }}", variables)).isEqualTo("x");
    assertThat(recursive.renderText("{% raw %}{{ a }}\n{% endraw %}{{ a }}", variables))
        .isEqualTo("{{ a }}\nx");
    assertThat(recursive.renderDeep(List.of("{{ a }}"), variables)).isEqualTo(List.of("x"));
    assertThat(recursive.renderValue("{{ [a] }}", variables)).isEqualTo(List.of("x"));
    assertThatThrownBy(() -> recursive.renderText("{{ loop1 }}", variables))
        .hasMessageContaining("still changes after being rendered 100 times");
  }

  @Test
  void valuesAreNotRenderedAgain() throws ExpressionException {
    assertThat(Fixture.text("{{ data }}")).isEqualTo("{{ inputs.name }}");
    assertThat(Fixture.text("{{ data | upper }}")).isEqualTo("{{ INPUTS.NAME }}");
    assertThat(EXPRESSIONS.renderValue("{{ [data] }}", Fixture.variables()))
        .isEqualTo(List.of("{{ inputs.name }}"));
  }

  @Test
  void aLazyMapIsAskedForTheKeysOfTheExpressionOnly() throws ExpressionException {
    List<Object> asked = new ArrayList<>();
    Map<String, Object> lazy =
        new AbstractMap<>() {
          @Override
          public Object get(Object key) {
            asked.add(key);
            return "t1".equals(key) ? Map.of("v", 1) : null;
          }

          @Override
          public boolean containsKey(Object key) {
            return "t1".equals(key);
          }

          @Override
          public Set<Entry<String, Object>> entrySet() {
            throw new AssertionError("Expected single keys to be read, but all were");
          }
        };
    assertThat(
            EXPRESSIONS.renderText(
                "{{ outputs.t1.v }}{{ outputs.t2 ?? '' }}", Map.of("outputs", lazy)))
        .isEqualTo("1");
    // the type would tell that it stands for a secret
    assertThat(asked).containsExactly("type", "t1", "type", "t2");
    assertThat(EXPRESSIONS.renderText("{{ t1.v }}{{ t2 ?? '' }}", lazy)).isEqualTo("1");
  }

  @Test
  void theSameClockAndSeedGiveTheSameText() throws ExpressionException {
    String template = "{{ now() }} {{ uuid() }} {{ randomInt(0, 1000000) }}";
    assertThat(Fixture.expressions(false).renderText(template, Map.of()))
        .isEqualTo(Fixture.expressions(false).renderText(template, Map.of()));
  }
}
