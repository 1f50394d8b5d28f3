package dev.legato.language.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.expression.runtime.FailureKind;
import dev.legato.language.expression.runtime.Signature;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every filter and test with a sample; expected text is what the template prints. */
class FilterTest {
  private static final String SAMPLES =
      """
      'abcdefgh' | abbreviate(6)                          -> abc...
      'abc' | abbreviate(3)                               -> abc
      {'a':1} | jq('.a') | first                          -> 1
      -2.5 | abs                                          -> 2.5
      'a€' | base64encode                                 -> YeKCrA==
      'YeKCrA==' | base64decode                           -> a€
      'hello world' | capitalize                          -> Hello world
      [1,2,3] | chunk(2)                                  -> [[1,2],[3]]
      '1' | number | className                            -> java.lang.Integer
      nothing | default('x')                              -> x
      inputs.empty | default('x')                         -> x
      0 | default('x')                                    -> 0
      [1,1.0,2,'1'] | distinct                            -> [1,2,"1"]
      "it's" | escapeChar('single')                       -> it\\'s
      'a"b' | escapeChar('double')                        -> a\\"b
      "it's" | escapeChar('shell')                        -> it'\\''s
      {'a': ["'"]} | escapeChar('single')                 -> {"a":["\\\\'"]}
      [1,2] | first                                       -> 1
      'abc' | first                                       -> a
      [] | first                                          -> NOTHING
      [[1],[2,[3]],4] | flatten                           -> [1,2,[3],4]
      'a' ~ "\\n" ~ 'b' | indent(2)                        -> a\\nb
      [1,'a',null] | join('-')                            -> 1-a-
      [1] | json                                          -> [1]
      [1] | jsonEncode                                    -> [1]
      {'a':1,'b':2} | keys                                -> ["a","b"]
      ['x','y'] | keys                                    -> [0,1]
      [1,2] | last                                        -> 2
      'abc' | length                                      -> 3
      outputs | length                                    -> 3
      null | length                                       -> 0
      'ABC' | lower                                       -> abc
      'a' | md5                                           -> 0cc175b9c0f1b6a831c399e269772661
      {'a':1} | merge({'b':2})                            -> {"a":1,"b":2}
      [1] | merge([2])                                    -> [1,2]
      '12' | number                                       -> 12
      '1.5' | number                                      -> 1.5
      '12' | number('DOUBLE')                             -> 12.0
      '1.10' | number('BIGDECIMAL')                       -> 1.10
      '99999999999999999999' | number                     -> 99999999999999999999
      3.14159 | numberFormat('#.##')                      -> 3.14
      1234567.891 | numberFormat                          -> 1,234,567.891
      'ab12' | regexMatch('\\d+')                          -> true
      null | regexMatch('x')                              -> false
      'order-12' | regexExtract('(\\d+)', 1)               -> 12
      'abc' | regexExtract('\\d')                          -> NOTHING
      'a1b2' | regexReplace('\\d','-')                     -> a-b-
      'ab' | regexReplace('(a)(b)','$2$1')                -> ba
      'a-b' | replace({'-':'_'})                          -> a_b
      'a1b' | replace({'[0-9]':'#'}, regexp=true)         -> a#b
      {'k':['a-b']} | replace({'-':'_'})                  -> {"k":["a_b"]}
      [1,2,3] | reverse                                   -> [3,2,1]
      [1,3,2] | rsort                                     -> [3,2,1]
      'a' | sha1                                          -> 86f7e437faa5a7fce15d1ddcb9eaeaea377667b8
      'a' | sha256                                        -> ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb
      [1,2,3,4] | slice(1,3)                              -> [2,3]
      'abcd' | slice(1,9)                                 -> bcd
      'Hello Wörld!' | slugify                            -> hello-world
      ['b','a'] | sort                                    -> ["a","b"]
      [2,1.5] | sort                                      -> [1.5,2]
      'a1b22c' | split('[0-9]+')                          -> ["a","b","c"]
      'a,b,c' | split(',', 2)                             -> ["a","b,c"]
      'abc' | startsWith('ab')                            -> true
      'abc' | endsWith('ab')                              -> false
      [1] | string                                        -> [1]
      'a.b.c' | substringBefore('.')                      -> a
      'a.b.c' | substringBeforeLast('.')                  -> a.b
      'a.b.c' | substringAfter('.')                       -> b.c
      'a.b.c' | substringAfterLast('.')                   -> c
      'abc' | substringBefore('.')                        -> abc
      'abc' | substringAfter('.')                         -> NOTHING
      'the big one' | title                               -> The Big One
      {'a':1} | toIon                                     -> {a:1}
      null | toIon                                        -> null
      {'a':[1,null]} | toJson                             -> {"a":[1,null]}
      null | toJson                                       -> null
      '  a ' | trim                                       -> a
      'abc' | upper                                       -> ABC
      'a b&c' | urlencode                                 -> a+b%26c
      'a+b%26c' | urldecode                               -> a b&c
      {'a':1,'b':2} | values                              -> [1,2]
      {'a':1} | yaml                                      -> a: 1
      null | yaml                                         -> null
      null | upper                                        -> NOTHING
      '1970-01-01T00:01:00Z' | timestamp                  -> 60
      '1970-01-01T00:01:00.5Z' | timestampMilli           -> 60500
      '1970-01-01T00:01:00.000001Z' | timestampMicro      -> 60000001
      '1970-01-01T00:00:00.000000001Z' | timestampNano    -> 1
      60 | timestamp                                      -> 60
      '2024-01-31T10:00:00Z' | date('yyyy-MM-dd HH:mm')   -> 2024-01-31 11:00
      '2024-01-31T10:00:00Z' | date                       -> 2024-01-31T11:00:00.000000+01:00
      '2024-01-31T10:00:00Z' | date('iso_sec', 'UTC')     -> 2024-01-31T10:00:00Z
      '2024-01-31T10:00:00+02:00' | date('sql', timeZone='UTC') -> 2024-01-31 08:00:00.000000
      '2024-01-31T10:00:00' | date('sql_seq')             -> 2024-01-31 10:00:00
      '2024-01-31' | date('HH:mm')                        -> 12:00
      '2024-01-31T10:00:00Z' | date('iso_local_date')     -> 2024-01-31
      '2024-01-31T10:00:00Z' | date('iso_week_date')      -> 2024-W05-3+01:00
      '2024-01-31T10:00:00Z' | date('rfc_1123_date_time', timeZone='UTC') -> Wed, 31 Jan 2024 10:00:00 GMT
      '31/01/2024' | date('iso_local_date', existingFormat='dd/MM/yyyy') -> 2024-01-31
      '2024-01-31' | date('MMMM', locale='fr')            -> janvier
      1706695200 | date('iso_sec', 'UTC')                 -> 2024-01-31T10:00:00Z
      '2024-01-31T10:00:00Z' | dateAdd(-1, 'DAYS', 'iso_local_date') -> 2024-01-30
      2 is even                                           -> true
      2 is odd                                            -> false
      [] is empty                                         -> true
      null is null                                        -> true
      [] is iterable                                      -> true
      {} is map                                           -> true
      1 is equals(1.0)                                    -> true
      '{"a":1}' is json                                   -> true
      '{a' is json                                        -> false
      1 is not json                                       -> true
      """;

  @ParameterizedTest
  @ValueSource(strings = {SAMPLES})
  void everySamplePrintsWhatTheSpecificationSays(String samples) {
    for (String sample : samples.lines().toList()) {
      int arrow = sample.lastIndexOf("-> ");
      String expected = sample.substring(arrow + 3);
      assertThat(Fixture.outcome("{{ " + sample.substring(0, arrow).strip() + " }}"))
          .as(sample)
          .isEqualTo(expected.equals("NOTHING") ? "" : expected);
    }
  }

  @Test
  void everyFilterAndTestHasASample() {
    Set<String> missing = new TreeSet<>();
    for (Signature filter : Expressions.filters()) {
      if (!SAMPLES.contains("| " + filter.name())) {
        missing.add(filter.name());
      }
    }
    assertThat(missing).containsExactlyInAnyOrder("nindent", "sha512");
    assertThat(Expressions.tests())
        .extracting(Signature::name)
        .filteredOn(name -> !SAMPLES.contains(" is " + name) && !name.equals("defined"))
        .isEmpty();
    assertThat(Expressions.filters()).noneMatch(filter -> filter.documentation().isBlank());
  }

  @Test
  void severalLinesAreIndented() throws ExpressionException {
    assertThat(Fixture.text("{{ 'a\nb' | indent(2) }}")).isEqualTo("a\n  b");
    assertThat(Fixture.text("{{ 'a\nb' | nindent(1, '>') }}")).isEqualTo("\n>a\n>b");
    assertThat(Fixture.text("{{ 'a' | sha512 | length }}")).isEqualTo("128");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '§',
      value = {
        "'x' | chunk(2) -> 'chunk' works on a list, not on text",
        "[1] | chunk -> 'chunk' needs the argument 'size'",
        "[1] | chunk(0) -> 'chunk' needs a size of at least 1",
        "'x' | date -> 'date' got text that is not an ISO date",
        "now() | date('QQQQQQQQ') -> 'date' got an invalid date pattern",
        "now() | date(timeZone='Mars') -> 'date' got an unknown timeZone",
        "now() | dateAdd(1, 'MOONS') -> 'dateAdd' needs a unit such as DAYS",
        "'x' | number -> 'number' got text that is not a number",
        "'1.5' | number('INT') -> 'number' got text that does not fit the type INT",
        "1 | md5 -> 'md5' works on text, not on a number",
        "'x' | regexMatch('(') -> 'regexMatch' got an invalid regular expression",
        "'x' | regexMatch -> 'regexMatch' needs the argument 'regex'",
        "'x' | regexExtract('x', 1) -> 'regexExtract' has no group 1",
        "'x' | regexReplace('x', '$1') -> 'regexReplace' got a replacement that names a group",
        "null | startsWith('x') -> 'startsWith' works on text, not on null",
        "[1] | values -> 'values' works on a map, not on a list",
        "[1, 'a'] | sort -> 'sort' cannot compare",
        "'%zz' | urldecode -> 'urldecode' got text with an incomplete % escape",
        "'x' | upper(1) -> 'upper' takes at most 0 arguments",
        "'x' | upper(a=1) -> 'upper' has no argument 'a'",
        "'x' | escapeChar('odd') -> 'escapeChar' needs the type single, double or shell",
      })
  void aMisusedFilterSaysWhatItNeeds(String expression, String expected) {
    assertThat(Fixture.outcome("{{ " + expression + " }}").toLowerCase(Locale.ROOT))
        .startsWith("evaluation: " + expected.toLowerCase(Locale.ROOT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"escape", "raw", "numberformat", "format", "nl2br"})
  void aRemovedFilterIsUnknown(String filter) {
    assertThat(Fixture.outcome("{{ 'x' | " + filter + " }}"))
        .startsWith(FailureKind.SYNTAX + ": Unknown filter '" + filter + "'");
  }

  @Test
  void aListOfTheVariablesIsNotChangedByAFilter() throws ExpressionException {
    var variables = Fixture.variables();
    List<Object> list = List.of("b", "a");
    variables.put("list", list);
    assertThat(Fixture.EXPRESSIONS.renderText("{{ list | sort }}{{ list }}", variables))
        .isEqualTo("[\"a\",\"b\"][\"b\",\"a\"]");
  }
}
