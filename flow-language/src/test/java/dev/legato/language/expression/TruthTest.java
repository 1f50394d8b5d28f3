package dev.legato.language.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two rules side by side. */
class TruthTest {
  @ParameterizedTest(name = "[{0}]: condition {1}, trigger condition {2}")
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "'',false,false",
        "' ',true,false",
        "'false',false,false",
        "' false ',true,false",
        "'False',true,true",
        "'0',false,true",
        "'-0',false,true",
        "'0.0',true,true",
        "'true',true,true",
        "'no',true,true",
        "'[]',true,true",
      })
  void aRenderedTextCounts(String rendered, boolean asCondition, boolean asTriggerCondition) {
    assertThat(Truth.OF_CONDITIONS.test(rendered)).isEqualTo(asCondition);
    assertThat(Truth.OF_TRIGGER_CONDITIONS.test(rendered)).isEqualTo(asTriggerCondition);
  }
}
