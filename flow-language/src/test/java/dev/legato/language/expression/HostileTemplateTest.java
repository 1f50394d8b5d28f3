package dev.legato.language.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.expression.runtime.FailureKind;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates written to break out, to change the execution's data, or to exhaust the server. */
@Timeout(20)
class HostileTemplateTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{{ ''.getClass() }}",
        "{{ (1).TYPE.forName('java.lang.Runtime') }}",
        "{{ ''.class }}",
        "{{ inputs.name.class.module }}",
        "{{ ''['class'] }}",
        "{{ list.class }}",
        "{{ outputs.getClass() }}",
        "{{ inputs.name.bytes }}",
        "{{ uri.toURL().openStream() }}",
        "{{ inputs.name.wait() }}",
        "{{ inputs.name.toString }}",
        "{{ outputs.clear() }}",
        "{{ outputs.put('a', 1) }}",
        "{{ outputs.size }}",
        "{{ list.stream }}",
        "{{ _context }}",
        "{{ template }}",
        "{{ locale }}",
        "{{ _context.inputs }}",
        "{{ envs.path }}",
        "{{ envs.legato_configuration }}",
        "{{ (1..3).forEach }}",
        "{{ loop }}",
        "{% macro m() %}{{ inputs }}{% endmacro %}{{ m() }}",
      })
  void noJavaMemberAndNoHiddenVariableIsReachable(String template) {
    assertThat(Fixture.outcome(template))
        .startsWithIgnoringCase(
            template.contains("(") && !template.contains("macro") && !template.contains("..")
                ? "SYNTAX"
                : "UNDEFINED")
        .doesNotContain("java.util", "dev.legato", "pebble", "Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% include 'a' %}",
        "{% include '/etc/passwd' %}",
        "{% import 'http://x' %}",
        "{% from 'a' import b %}",
        "{% extends 'a' %}",
        "{% embed 'a' %}{% endembed %}",
        "{% parallel %}{% endparallel %}",
        "{% cache 'a' %}{% endcache %}",
        "{% autoescape 'html' %}{% endautoescape %}",
        "{% flush %}",
      })
  void removedTagsAreUnknown(String template) {
    assertThat(Fixture.outcome(template)).startsWith("SYNTAX: Unknown tag '");
  }

  @Test
  void theVariablesOfTheCallerAreNeverChanged() throws ExpressionException {
    Map<String, Object> variables = Collections.unmodifiableMap(Fixture.variables());
    String template =
        "{% set outputs = 1 %}{% for list in list %}{% set inputs = list %}{% endfor %}{% set brandNew = 2 %}{{ outputs }}";
    assertThat(Fixture.EXPRESSIONS.renderText(template, variables)).isEqualTo("1");
    assertThat(variables).isEqualTo(Fixture.variables());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{% macro m(n) %}{{ m(n) }}{% endmacro %}{{ m(1) }}",
        "{% macro a(n) %}{{ b(n) }}{% endmacro %}{% macro b(n) %}{{ a(n) }}{% endmacro %}{{ a(1) }}",
        "{% macro m(n=m()) %}{% endmacro %}{{ m() }}",
        "{% block b %}{{ block('b') }}{% endblock %}",
        "{% set t = '{{ render(t) }}' %}{{ render(t) }}",
        "{% set t = '{{ render(u) }}' %}{% set u = '{{ render(t) }}' %}{{ render(t) }}",
        "{{ range(1, 100000000) }}",
        "{{ 1..100000000 }}",
        "{{ range(-9223372036854775807, 9223372036854775807) }}",
        "{% for a in 1..1000 %}{% for b in 1..1000 %}{% for c in 1..1000 %}{% endfor %}{% endfor %}{% endfor %}",
        "{% set l = [1] %}{% for i in 1..100 %}{% set l = l + l %}{% endfor %}",
        "{% set l = [1] %}{% for i in 1..100 %}{% set l = [l, l] %}{% endfor %}{{ l }}",
        "{% set l = [1] %}{% for i in 1..10000 %}{% set l = [l] %}{% endfor %}{{ l }}",
        "{% set l = [1] %}{% set m = [1] %}{% for i in 1..10000 %}{% set l = [l] %}{% set m = [m] %}{% endfor %}{{ l == m }}",
        "{% set s = 'ab' %}{% for i in 1..100 %}{% set s = s ~ s %}{% endfor %}",
        "{% set s = 'ab' %}{% for i in 1..100 %}{% set s = s | replace({'a': 'aaaa'}) %}{% endfor %}",
        "{% set s = 'ab' %}{% for i in 1..100 %}{% set s = [s, s] | join %}{% endfor %}",
        "{% set s = 'ab' %}{% for i in 1..100 %}{% set s %}{% endset %}",
        "{{ 'a' | indent(2000000000) }}",
        "{{ 'a\n' | indent(20000000, 'abc') }}",
        "{% for i in 1..200000 %}{{ 'x' | indent(1) }}0123456789012345678901234567890123456789012345678901234567890123456789{% endfor %}",
        "{% set n = 9223372036854775807 %}{% for i in 1..100 %}{% set n = n * n %}{% endfor %}",
        "{{ '1e999999999' | number('BIGDECIMAL') }}",
        "{{ ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' ~ '!') | regexMatch('^(a|aa)+\\1b$') }}",
        "{{ ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' ~ '!') | replace({'^(a|aa)+\\1b$': ''}, true) }}",
        "{{ ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' ~ '!') | split('^(a|aa)+\\1b$') }}",
        "{{ range(1, 100000) | join('x') | regexMatch('(.|x)*y') }}",
        "{{ yaml('a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\ng: [*f,*f,*f,*f,*f,*f,*f,*f,*f]') }}",
        "{{ yaml('&a [*a]') }}",
      })
  void effortIsBounded(String template) {
    assertThat(Fixture.outcome(template))
        .matches(
            outcome ->
                outcome.startsWith("LIMIT: ")
                    || outcome.startsWith("SYNTAX: ")
                    || outcome.startsWith("EVALUATION: "),
            "is a failure");
  }

  @Test
  void aRecursiveMacroIsNamed() {
    assertThat(Fixture.outcome("{% macro m(n) %}{{ m(n) }}{% endmacro %}{{ m(1) }}"))
        .startsWith("LIMIT: The macro 'm' calls itself more than 10 levels deep");
    assertThat(Fixture.outcome("{{ range(1, 100000000) }}"))
        .startsWith("LIMIT: It needs more than 1,000,000 steps");
    assertThat(
            Fixture.outcome(
                "{{ ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' ~ '!') | regexMatch('^(a|aa)+\\1b$') }}"))
        .startsWith("LIMIT: The regular expression takes longer than 100 ms");
  }

  static List<String> deepTemplates() {
    return List.of(
        "{{ " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + " }}",
        "{{ " + "[".repeat(20_000) + "]".repeat(20_000) + " }}",
        "{{ " + "{'a':".repeat(8_000) + "1" + "}".repeat(8_000) + " }}",
        "{{ 1" + " ~ 1".repeat(15_000) + " }}",
        "{{ 1" + " + 1".repeat(15_000) + " }}",
        "{{ " + "-".repeat(60_000) + "1 }}",
        "{{ " + "not ".repeat(15_000) + "true }}",
        "{{ a" + ".a".repeat(30_000) + " }}",
        "{{ a" + "[0]".repeat(15_000) + " }}",
        "{{ 'a'" + " | upper".repeat(7_000) + " }}",
        "{{ " + "a ? b : ".repeat(7_000) + "c }}",
        "{{ " + "a ?? ".repeat(12_000) + "c }}",
        "{{ " + "\"#{".repeat(10_000) + "1" + "}\"".repeat(10_000) + " }}",
        "{{ " + "upper(".repeat(10_000) + ")".repeat(10_000) + " }}",
        "{{ " + "((((1+1+1+1+1+1+1+1+1+1)+1+1+1+1+1+1+1)+1+1+1+1)".repeat(20) + " }}",
        "{% if true %}".repeat(4_000) + "{% endif %}".repeat(1_000),
        "{% for a in b %}".repeat(4_000),
        "{% filter upper %}".repeat(3_000),
        "{{ 1 }}".repeat(200_000),
        "{{ '" + "\\\\".repeat(30_000) + " }}",
        "{{ \"" + "\\a".repeat(30_000) + "#{",
        "{{".repeat(30_000),
        "{%".repeat(30_000),
        "{#".repeat(30_000),
        "{{ '" + "a".repeat(1024 * 1024) + "' }}");
  }

  @ParameterizedTest
  @MethodSource("deepTemplates")
  void deepOrLongTemplatesAreRefusedWithoutOverflow(String template) {
    assertThat(Fixture.outcome(template))
        .matches(o -> o.startsWith("LIMIT") || o.startsWith("SYNTAX"), "is refused");
    assertThat(Fixture.EXPRESSIONS.check(template)).isPresent();
  }

  @Test
  void textOfTheDataStaysText() throws ExpressionException {
    Map<String, Object> variables =
        Fixture.map("trigger", Fixture.map("body", "{{ secret('X') }}{% for %}{#"));
    assertThat(Fixture.EXPRESSIONS.renderText("{{ trigger.body }}", variables))
        .isEqualTo("{{ secret('X') }}{% for %}{#");
  }

  @Test
  void anErrorNeverHoldsAValue() {
    Map<String, Object> variables = Fixture.map("s", "hunter2", "m", Fixture.map("k", "hunter2"));
    for (String expression :
        List.of(
            "s | number",
            "s | date",
            "s + 1 - 2",
            "fromJson(s)",
            "s.x",
            "m.k.y",
            "s | chunk(1)",
            "yaml('[' ~ s)",
            "m[s]",
            "now() | date(s ~ 'QQQQ')",
            "render('{{ ' ~ s)",
            "s | regexMatch('(' ~ s)",
            "s < 1")) {
      try {
        Fixture.EXPRESSIONS.renderText("{{ " + expression + " }}", variables);
      } catch (ExpressionException e) {
        assertThat(e.getMessage()).as(expression).doesNotContain("hunter2");
        assertThat(e.getCause()).as(expression).isNull();
        continue;
      }
      assertThat(expression).as("should fail").isEmpty();
    }
  }

  @Test
  void anInterruptedThreadStops() throws InterruptedException {
    AtomicReference<FailureKind> kind = new AtomicReference<>();
    Thread thread =
        Thread.ofVirtual()
            .unstarted(
                () -> {
                  Thread.currentThread().interrupt();
                  try {
                    Fixture.EXPRESSIONS.renderText(
                        "{% for i in 1..900000 %}{{ i }}{% endfor %}", Map.of());
                  } catch (ExpressionException e) {
                    kind.set(e.kind());
                  }
                });
    thread.start();
    assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    assertThat(kind.get()).isEqualTo(FailureKind.INTERRUPTED);
  }
}
