package dev.legato.language.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tags, literals, operators and white space. */
class TemplateTest {
  static List<Arguments> templates() {
    return List.of(
        // text and printing
        Arguments.of("plain", "plain"),
        Arguments.of("{ not a template }", "{ not a template }"),
        Arguments.of("a {{ inputs.name }} b", "a ada b"),
        Arguments.of("[{{ inputs.missing }}]", "[]"),
        Arguments.of("{{ null }}", ""),
        Arguments.of("{{ list }}", "[\"a\",\"b\",null]"),
        Arguments.of("{{ outputs.t1 }}", "{\"value\":\"v1\"}"),
        Arguments.of(
            "{{ {'b': 1, 'a': [1, 2.5, true, null, \"q\\\"\"]} }}",
            "{\"b\":1,\"a\":[1,2.5,true,null,\"q\\\"\"]}"),
        Arguments.of("{{ true }}{{ 1.5 }}{{ 10l }}{{ 10L }}", "true1.51010"),
        Arguments.of("{{ {} }}{{ [] }}", "{}[]"),
        Arguments.of("{{ {'a': {'b': 1}} }}", "{\"a\":{\"b\":1}}"),
        Arguments.of("{{ {'a': 1}.a }}", "1"),
        Arguments.of("{{ {'a': true ? 1 : 2, 'b': false ? 1 : 2} }}", "{\"a\":1,\"b\":2}"),
        // white space and comments
        Arguments.of("a {{- inputs.name -}} b", "aadab"),
        Arguments.of("a {%- if true -%} x {%- endif -%} b", "axb"),
        Arguments.of("{% if true %}\nx\n{% endif %}\n", "\nx\n\n"),
        Arguments.of("a{# hidden {{ x }} #}b", "ab"),
        Arguments.of("a {#- hidden -#} b", "ab"),
        Arguments.of("{{-1}}", "-1"),
        // text literals
        Arguments.of("{{ 'it\\'s' }}", "it's"),
        Arguments.of("{{ '\\n\\d' }}", "\\n\\d"),
        Arguments.of("{{ \"a\\\"b\\'c\" }}", "a\"b\\'c"),
        Arguments.of("{{ 'two\nlines' }}", "two\nlines"),
        Arguments.of("{{ \"hi #{inputs.name}, #{1 + 1}#\" }}", "hi ada, 2#"),
        Arguments.of("{{ \"#{ {'a': 1}.a }}\" }}", "1}"),
        Arguments.of("{{ 'no #{inputs.name}' }}", "no #{inputs.name}"),
        Arguments.of("{{ '}}' ~ '%}' }}", "}}%}"),
        // raw and verbatim
        Arguments.of("{% raw %}{{ a }}\n{% b %}{% endraw %}", "{{ a }}\n{% b %}"),
        Arguments.of("a {%- raw -%} {{ a }} {%- endraw -%} b", "a{{ a }}b"),
        Arguments.of("{% verbatim %}{{ a }}\n{% endverbatim %}", "{{ a }}\n"),
        // variables
        Arguments.of("{{ outputs['a-b'].x }}", "1"),
        Arguments.of("{{ outputs.each[1].value }}", "one"),
        Arguments.of("{{ list[1] }}{{ list['0'] }}", "ba"),
        Arguments.of("{{ rows[0]['id'] }}", "1"),
        Arguments.of(
            "{{ globals.team }} {{ envs.region }} {{ kestra.environment }}", "data eu test"),
        // what stands alone may be looked into, too
        Arguments.of("{{ [3, 4][0] }}{{ [[1], [2, 5]][1][1] }}{{ [] }}{{ [ ] ?? 1 }}", "35[][]"),
        Arguments.of("{{ [{'a': [7]}][0].a[0] }} {{ [1, 2, 3][2 - 1] + 1 }}", "7 3"),
        Arguments.of("{{ {'a': 1}['a'] }}{{ {\"a\": 2}.a }}{{ {'a': {'b': 3}}.a.b }}", "123"),
        Arguments.of("{{ (inputs).name }} {{ (inputs)['name'] }} {{ (list)[1] }}", "ada ada b"),
        Arguments.of("{{ (1..3)[2] }} {{ (true ? list : rows)[0] }}", "3 a"),
        Arguments.of("{{ fromJson('{\"a\": [8]}')[\"a\"][0] }} {{ yaml('a: 9').a }}", "8 9"),
        Arguments.of("{{ ('a,b' | split(','))[1] }} {{ [list | first][0] }}", "b a"),
        Arguments.of("{{ [3, 4][9] ?? 'none' }} {{ {'a': 1}.b ?? 'none' }}", "none none"),
        Arguments.of("{{ [0, 1][0] | default('zero') }} {{ -[2][0] }}", "0 -2"),
        Arguments.of("{% if [false, true][1] %}yes{% elseif [1][0] %}no{% endif %}", "yes"),
        Arguments.of("{% for x in [[1, 2], [3]][0] %}{{ x }};{% endfor %}", "1;2;"),
        Arguments.of("{% set in = [5] %}{{ in[0] }}{% set if = {'a': 6} %}{{ if['a'] }}", "56"),
        Arguments.of("{% macro m(x=[1, 2][1]) %}{{ x }}{% endmacro %}{{ m() }}", "2"),
        Arguments.of("{{ \"#{[1, 2][1]}\" }}", "2"),
        // operators
        Arguments.of("{{ 1 + 2 * 3 - 4 / 2 % 3 }}", "5"),
        Arguments.of("{{ 5 / 2 }} {{ 5.0 / 2 }} {{ -5 % 3 }}", "2 2.5 -2"),
        Arguments.of("{{ 9223372036854775807 + 1 }}", "9223372036854775808"),
        Arguments.of("{{ 'a' ~ 1 ~ null ~ 'b' }}", "a1b"),
        Arguments.of("{{ [1] + 2 + [3] }} {{ [1, 2, 1] - 1 }}", "[1,2,3] [2]"),
        Arguments.of("{{ 1..3 }} {{ 'a'..'c' }}", "[1,2,3] [\"a\",\"b\",\"c\"]"),
        Arguments.of("{{ 1 == 1.0 }} {{ 1 equals 1 }} {{ 'a' != 'b' }}", "true true true"),
        Arguments.of("{{ [1, {'a': 2}] == [1.0, {'a': 2}] }}", "true"),
        Arguments.of("{{ 1 < 2 }} {{ 2 <= 2 }} {{ 1 > 2 }} {{ 2 >= 3 }}", "true true false false"),
        Arguments.of("{{ '2024-01-01T00:00:00Z' < '2024-01-01T00:00:00-01:00' }}", "true"),
        Arguments.of("{{ '2024-01-01T00:00:00Z' == '2024-01-01T01:00:00+01:00' }}", "true"),
        Arguments.of("{{ null < 1 }}", "false"),
        Arguments.of("{{ list contains 'a' }} {{ [1, 2] contains [2, 1] }}", "true true"),
        Arguments.of("{{ outputs contains 't1' }} {{ 'abc' contains 'bc' }}", "true true"),
        Arguments.of("{{ 'a' isIn ['a', 'b'] }} {{ 1 isNotIn [1.0] }}", "true false"),
        Arguments.of("{{ 'k' isIn {'k': 1} }} {{ 1 isIn {'k': 1} }}", "true true"),
        Arguments.of("{{ not true or true and false }}", "false"),
        Arguments.of("{{ true ? 'y' : 'n' }}{{ null ? 'y' : 'n' }}", "yn"),
        Arguments.of("{{ -inputs.n }} {{ +inputs.n }} {{ - -1 }}", "-3 3 1"),
        Arguments.of("{{ order }}{{ organization ?? 'or' }}".replace("{{ order }}", ""), "or"),
        // missing values
        Arguments.of("{{ nothing ?? inputs.nothing ?? inputs.missing ?? 'x' }}", "x"),
        Arguments.of("{{ nothing.at.all ?? 'x' | upper }}", "X"),
        Arguments.of("[{{ inputs.missing ??? 'x' }}][{{ nothing ??? 'x' }}]", "[][x]"),
        Arguments.of("{{ (inputs.x ?? 1) + 2 }}", "3"),
        Arguments.of("{{ nothing is defined }} {{ inputs.name is not defined }}", "false false"),
        // tags
        Arguments.of(
            "{% if inputs.n > 5 %}a{% elseif inputs.n == 3 %}b{% else %}c{% endif %}", "b"),
        Arguments.of("{% if nothing is defined %}a{% else %}c{% endif %}", "c"),
        Arguments.of(
            "{% for x in list %}{{ loop.index }}{{ x }}{% if not loop.last %},{% endif %}{% endfor %}",
            "0a,1b,2"),
        Arguments.of(
            "{% for x in [1,2] %}{{ loop.first }}{{ loop.length }}{{ loop.revindex }} {% endfor %}",
            "true21 false20 "),
        Arguments.of("{% for x in [] %}x{% else %}none{% endfor %}", "none"),
        Arguments.of(
            "{% for e in {'a': 1, 'b': 2} %}{{ e.key }}={{ e.value }};{% endfor %}", "a=1;b=2;"),
        Arguments.of(
            "{% set x = 1 %}{% for i in 1..3 %}{% set x = x + i %}{% endfor %}{{ x }}", "7"),
        Arguments.of("{% set inputs = 1 %}{{ inputs }}", "1"),
        Arguments.of(
            "{% macro hi(name, mark='!') %}hi {{ name }}{{ mark }}{% endmacro %}{{ hi('a') }}{{ hi('b', mark='?') }}",
            "hi a!hi b?"),
        Arguments.of("{% macro m(c) %}{{ c.inputs.name }}{% endmacro %}{{ m(_context) }}", "ada"),
        Arguments.of("{% filter upper %}a{{ inputs.name }}{% endfilter %}", "AADA"),
        Arguments.of("{% block b %}x{% endblock %}{{ block('b') }}", "xx"));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void aTemplateRenders(String template, String expected) throws ExpressionException {
    assertThat(Fixture.text(template)).isEqualTo(expected);
  }

  static List<Arguments> mistakes() {
    return List.of(
        Arguments.of(
            "a\n{{ foo.bar }}", "UNDEFINED: Unknown variable 'foo', in `{{ foo.bar }}` at line 2"),
        Arguments.of(
            "{{ inputs.nope }}",
            "UNDEFINED: Unknown variable 'inputs.nope', in `{{ inputs.nope }}` at line 1"),
        Arguments.of(
            "{{ outputs['x-y'].z }}",
            "UNDEFINED: Unknown variable 'outputs['x-y']', in `{{ outputs['x-y'].z }}` at line 1"),
        Arguments.of(
            "{{ list[3] }}",
            "UNDEFINED: 'list[3]' does not exist: the list has 3 items, in `{{ list[3] }}` at line 1"),
        Arguments.of(
            "{{ inputs.missing.x }}",
            "UNDEFINED: 'inputs.missing' is null and has no attributes, in `{{ inputs.missing.x }}` at line 1"),
        Arguments.of(
            "{{ inputs.name ?? raise }}{{ nope ?? raise }}",
            "UNDEFINED: Unknown variable 'raise', in `{{ inputs.name ?? raise }}{{ nope ?? raise }}` at line 1"),
        Arguments.of(
            "{{ 1 | nope }}", "SYNTAX: Unknown filter 'nope', in `{{ 1 | nope }}` at line 1"),
        Arguments.of(
            "{{ nope() }}", "SYNTAX: Unknown function 'nope', in `{{ nope() }}` at line 1"),
        Arguments.of(
            "{{ 1 is nope }}", "SYNTAX: Unknown test 'nope', in `{{ 1 is nope }}` at line 1"),
        Arguments.of("{{ 1 / 0 }}", "EVALUATION: '/' divides by zero, in `{{ 1 / 0 }}` at line 1"),
        Arguments.of(
            "{{ [] * 2 }}",
            "EVALUATION: '*' needs numbers, not a list, in `{{ [] * 2 }}` at line 1"),
        Arguments.of(
            "{{ 'a' < 1 }}",
            "EVALUATION: Text and a number have no order: compare numbers or date-times with an offset, in `{{ 'a' < 1 }}` at line 1"),
        Arguments.of(
            "{% for x in 5 %}{% endfor %}",
            "EVALUATION: 'for' goes over a list or a map, not over a number, in `{% for x in 5 %}{% endfor %}` at line 1"),
        Arguments.of(
            "{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}",
            "EVALUATION: The macro 'm' takes at most 1 arguments, in `{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}` at line 1"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsNamedWithItsPlace(String template, String expected) {
    assertThat(Fixture.outcome(template)).isEqualTo(expected);
  }
}
