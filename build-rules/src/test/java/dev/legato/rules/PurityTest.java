package dev.legato.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A decision comes out the same when it is replayed: in another process, on another day. */
class PurityTest {
  /** Exact packages: an allow-list, so that an addition must be argued for. */
  private static final Set<String> ALLOWED_PACKAGES =
      Set.of(
          "java.lang",
          "java.lang.annotation",
          "java.lang.invoke",
          "java.lang.runtime",
          "java.math",
          "java.time",
          "java.time.chrono",
          "java.time.format",
          "java.time.temporal",
          "java.util",
          "java.util.function",
          "java.util.random",
          "java.util.regex",
          "java.util.stream",
          "org.jspecify.annotations");

  private static final Set<String> FORBIDDEN_CLASSES =
      Set.of(
          "java.lang.System",
          "java.lang.Runtime",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.lang.ProcessHandle",
          "java.lang.Thread",
          "java.lang.ThreadLocal",
          "java.lang.ScopedValue",
          "java.lang.ClassLoader",
          "java.util.Random",
          "java.util.Timer",
          "java.util.ServiceLoader",
          "java.util.IdentityHashMap",
          "java.util.WeakHashMap");

  private static final ArchRule TOUCHES_NOTHING_OUTSIDE =
      classes()
          .that()
          .resideInAnyPackage("dev.legato.engine..", "dev.legato.model..")
          .should()
          .onlyDependOnClassesThat(areHarmless())
          .because("a decision must come out the same on replay; pass the value in instead");

  private static final ArchRule ITERATES_IN_A_FIXED_ORDER =
      classes()
          .that()
          .resideInAnyPackage("dev.legato.engine..", "dev.legato.model..")
          .should(buildNoUnorderedCollection())
          .because(
              "Map.of, Set.copyOf and their like iterate in another order at each start of a JVM;"
                  + " use lists and linked or sorted collections");

  @Test
  void theEngineAndItsWordsTouchNothingOutside() {
    TOUCHES_NOTHING_OUTSIDE.check(Product.classes());
  }

  @Test
  void theEngineAndItsWordsIterateInAFixedOrder() {
    ITERATES_IN_A_FIXED_ORDER.check(Product.classes());
  }

  @Test
  void ioInTheEngineIsReported() {
    assertThat(engineViolations("java.nio.file.Path file;")).isNotEmpty();
    assertThat(engineViolations("java.util.concurrent.locks.Lock lock;")).isNotEmpty();
  }

  @Test
  void systemAndThreadsInTheEngineAreReported() {
    assertThat(engineViolations("String home() { return System.getProperty(\"x\"); }"))
        .anyMatch(text -> text.contains("java.lang.System"));
    assertThat(engineViolations("Object me() { return Thread.currentThread(); }"))
        .anyMatch(text -> text.contains("java.lang.Thread"));
  }

  @Test
  void plainDataInTheEngineIsFine() {
    assertThat(
            engineViolations(
                """
                record Pair(java.time.Instant at, java.util.List<String> names) {}
                int size(Pair p) { return p.names().stream().mapToInt(String::length).sum(); }
                int kind(Object o) {
                  return switch (o) { case Pair(var at, var names) -> 1; case String s -> 2;
                    default -> 3; };
                }
                """))
        .isEmpty();
  }

  @Test
  void unorderedCollectionsAreReported() {
    assertThat(
            orderViolations(
                "java.util.Map.of(\"a\", 1, \"b\", 2)",
                "java.util.Map.copyOf(new java.util.TreeMap<String, String>())",
                "java.util.Set.of(\"a\", \"b\")",
                "new java.util.HashMap<String, String>()",
                "new java.util.HashSet<String>()",
                "java.util.HashMap.newHashMap(5)",
                "java.util.stream.Stream.of(1).collect(java.util.stream.Collectors.toSet())"))
        .allSatisfy((_, complaints) -> assertThat(complaints).hasSize(1));
  }

  @Test
  void collectionsWithAnOrderAreFine() {
    assertThat(
            orderViolations(
                "java.util.Map.of()",
                "java.util.Map.of(\"a\", 1)",
                "java.util.Set.of(\"a\")",
                "java.util.List.of(\"a\", \"b\")",
                "new java.util.LinkedHashMap<String, String>()",
                "new java.util.TreeSet<String>()"))
        .allSatisfy((_, complaints) -> assertThat(complaints).isEmpty());
  }

  private static List<String> engineViolations(String member) {
    return BrokenExample.violations(TOUCHES_NOTHING_OUTSIDE, engineClassWith(member));
  }

  private static Map<String, List<String>> orderViolations(String... expressions) {
    return BrokenExample.violationsByExpression(
        ITERATES_IN_A_FIXED_ORDER, "dev.legato.engine", List.of(expressions));
  }

  private static String engineClassWith(String member) {
    return "package dev.legato.engine; public class Example { " + member + " }";
  }

  private static DescribedPredicate<JavaClass> areHarmless() {
    return new DescribedPredicate<>("are the engine, its words or harmless parts of the JDK") {
      @Override
      public boolean test(JavaClass used) {
        JavaClass type = used.getBaseComponentType();
        String packageName = type.getPackageName();
        return type.isPrimitive()
            || Modules.isOurs(packageName) // the arrows have a rule of their own
            || (ALLOWED_PACKAGES.contains(packageName)
                && !FORBIDDEN_CLASSES.contains(type.getName()));
      }
    };
  }

  private static ArchCondition<JavaClass> buildNoUnorderedCollection() {
    return new ArchCondition<>("build no collection without a fixed order") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        for (JavaAccess<?> access : origin.getAccessesFromSelf()) {
          if (isUnordered(Call.of(access))) {
            events.add(SimpleConditionEvent.violated(origin, access.getDescription()));
          }
        }
      }
    };
  }

  private static boolean isUnordered(Call call) {
    return switch (call.owner()) {
      case "java.util.Map" ->
          call.is("copyOf", "ofEntries") || (call.is("of") && call.parameters().size() > 2);
      case "java.util.Set" ->
          call.is("copyOf")
              || (call.is("of") && (call.parameters().size() > 1 || call.takesArray()));
      // A subclass with an order of its own (LinkedHashMap) calls <init> from the JDK, not here.
      case "java.util.HashMap", "java.util.HashSet" ->
          call.is("<init>", "newHashMap", "newHashSet");
      case "java.util.stream.Collectors" ->
          call.is("toSet", "toUnmodifiableSet", "toUnmodifiableMap")
              || (call.is("toMap") && call.parameters().size() < 4)
              || (call.is("groupingBy") && call.parameters().size() < 3);
      default -> false;
    };
  }
}
