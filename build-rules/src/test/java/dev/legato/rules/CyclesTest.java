package dev.legato.rules;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Packages can be read one after another: none needs another that needs it in turn. */
class CyclesTest {
  private static final ArchRule NO_CYCLES =
      slices().matching(Modules.ROOT_PACKAGE + ".(**)").should().beFreeOfCycles();

  @Test
  void packagesFormNoCycle() {
    NO_CYCLES.check(Product.classes());
  }

  @Test
  void aCycleOfThreePackagesIsReported() {
    assertThat(
            BrokenExample.violations(
                NO_CYCLES,
                "package dev.legato.engine; public class A { dev.legato.engine.retry.B b; }",
                "package dev.legato.engine.retry; public class B { dev.legato.engine.loop.C c; }",
                "package dev.legato.engine.loop; public class C { dev.legato.engine.A a; }"))
        .singleElement()
        .asString()
        .contains("Cycle detected", "engine.retry", "engine.loop");
  }

  @Test
  void aChainOfPackagesIsFine() {
    assertThat(
            BrokenExample.violations(
                NO_CYCLES,
                "package dev.legato.engine; public class A { dev.legato.engine.retry.B b; }",
                "package dev.legato.engine.retry; public class B { dev.legato.engine.loop.C c; }",
                "package dev.legato.engine.loop; public class C {}"))
        .isEmpty();
  }
}
