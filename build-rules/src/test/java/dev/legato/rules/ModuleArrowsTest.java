package dev.legato.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.legato.rules.Modules.Module;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Code uses other modules only along the arrows of {@link Modules}. */
class ModuleArrowsTest {
  private static final ArchRule ARROWS =
      classes()
          .should(followTheArrows())
          .because("an arrow turned round makes every module depend on every other");

  private static final ArchRule INTERNALS =
      classes()
          .should(keepToTheInternalsOfTheirOwnModule())
          .because("an internal package may change without asking other modules");

  @Test
  void codeFollowsTheArrows() {
    ARROWS.check(Product.classes());
  }

  @Test
  void internalPackagesStayInsideTheirModule() {
    INTERNALS.check(Product.classes());
  }

  @Test
  void everyModuleIsLookedAt() {
    Set<Optional<Module>> seen =
        Product.classes().stream()
            .map(javaClass -> Modules.owning(javaClass.getPackageName()))
            .collect(Collectors.toSet());

    assertThat(Modules.ALL)
        .filteredOn(ModuleArrowsTest::hasCode)
        .filteredOn(module -> !seen.contains(Optional.of(module)))
        .isEmpty();
  }

  /** The web application is a module without a class. */
  private static boolean hasCode(Module module) {
    return Files.exists(Product.root().resolve(module.directory()).resolve("src/main/java"));
  }

  @Test
  void anArrowTurnedRoundIsReported() {
    assertThat(
            BrokenExample.violations(
                ARROWS,
                """
                package dev.legato.engine;
                public class Engine { dev.legato.orchestrator.Shard shard; }
                """,
                """
                package dev.legato.orchestrator;
                public class Shard { dev.legato.engine.Engine engine; }
                """))
        .singleElement()
        .asString()
        .contains("engine may not use orchestrator", "Engine.shard");
  }

  @Test
  void aPackageOfNoModuleIsReported() {
    assertThat(
            BrokenExample.violations(
                ARROWS,
                """
                package dev.legato.common;
                public class Things {}
                """))
        .singleElement()
        .asString()
        .contains("dev.legato.common.Things", "belongs to no module");
  }

  @Test
  void reachingIntoTheInternalsOfAnotherModuleIsReported() {
    assertThat(
            BrokenExample.violations(
                INTERNALS,
                """
                package dev.legato.sql.internal;
                public class Rows {}
                """,
                """
                package dev.legato.sql;
                public class Store { dev.legato.sql.internal.Rows mine; }
                """,
                """
                package dev.legato.server;
                public class Server { dev.legato.sql.internal.Rows theirs; }
                """))
        .singleElement()
        .asString()
        .contains("Server.theirs", "internal");
  }

  private static ArchCondition<JavaClass> followTheArrows() {
    return new ArchCondition<>("use only the modules that their own may use") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        Optional<Module> from = Modules.owning(origin.getPackageName());
        if (from.isEmpty()) {
          report(events, origin, origin.getName() + " belongs to no module of Modules.ALL");
          return;
        }
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
          Modules.owning(packageOfTarget(dependency))
              .filter(to -> !mayUse(from.get(), to))
              .ifPresent(to -> report(events, origin, complaint(from.get(), to, dependency)));
        }
      }
    };
  }

  private static ArchCondition<JavaClass> keepToTheInternalsOfTheirOwnModule() {
    return new ArchCondition<>("use the internal packages of their own module only") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        Optional<Module> from = Modules.owning(origin.getPackageName());
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
          String target = packageOfTarget(dependency);
          boolean internal = target.endsWith(".internal") || target.contains(".internal.");
          if (internal && Modules.isOurs(target) && !Modules.owning(target).equals(from)) {
            report(events, origin, dependency.getDescription() + " reaches an internal package");
          }
        }
      }
    };
  }

  private static boolean mayUse(Module from, Module to) {
    return from.equals(to) || from.mayUse().contains(to.directory());
  }

  private static String packageOfTarget(Dependency dependency) {
    return dependency.getTargetClass().getBaseComponentType().getPackageName();
  }

  private static String complaint(Module from, Module to, Dependency dependency) {
    return "%s may not use %s: %s"
        .formatted(from.directory(), to.directory(), dependency.getDescription());
  }

  private static void report(ConditionEvents events, JavaClass origin, String message) {
    events.add(SimpleConditionEvent.violated(origin, message));
  }
}
