package dev.legato.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Nothing static can change: two servers in one process do not meet. */
class StaticStateTest {
  private static final ArchRule STATIC_FIELDS_ARE_FINAL =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because("state belongs to an object that somebody passes on")
          .allowEmptyShould(true);

  @Test
  void staticFieldsAreFinal() {
    STATIC_FIELDS_ARE_FINAL.check(Product.classes());
  }

  @Test
  void aStaticFieldThatCanChangeIsReported() {
    assertThat(
            BrokenExample.violations(
                STATIC_FIELDS_ARE_FINAL,
                "package dev.legato.server; class Counter { static int started; }"))
        .singleElement()
        .asString()
        .contains("Counter.started");
  }
}
