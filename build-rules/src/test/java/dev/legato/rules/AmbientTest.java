package dev.legato.rules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static dev.legato.rules.Ambient.CONSOLE;
import static dev.legato.rules.Ambient.ENVIRONMENT;
import static dev.legato.rules.Ambient.FILES;
import static dev.legato.rules.Ambient.RANDOMNESS;
import static dev.legato.rules.Ambient.SLEEP;
import static dev.legato.rules.Ambient.THREADS;
import static dev.legato.rules.Ambient.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Time, chance, threads, files and the environment are passed in, except at the edges. */
class AmbientTest {
  /**
   * A place that may take things from its surroundings.
   *
   * @param prefix a package, or a class with what is nested in it
   */
  private record Edge(String prefix, Set<Ambient> allowed, String reason) {
    boolean contains(JavaClass javaClass) {
      String name = javaClass.getName();
      return name.equals(prefix) || name.startsWith(prefix + ".") || name.startsWith(prefix + "$");
    }
  }

  private static final List<Edge> EDGES =
      List.of(
          new Edge("dev.legato.server", Set.of(Ambient.values()), "hands out the real ones"),
          new Edge("dev.legato.bench", Set.of(Ambient.values()), "measures the real ones"),
          new Edge("dev.legato.orchestrator", Set.of(THREADS), "owns the shard threads"),
          new Edge(
              "dev.legato.orchestrator.shard.Shard",
              Set.of(SLEEP),
              "lets a store in trouble come back"),
          new Edge(
              "dev.legato.language.expression.runtime.Budget",
              Set.of(TIME),
              "stops a template that takes too long"),
          new Edge(
              "dev.legato.language.expression.evaluation.Invocations",
              Set.of(TIME),
              "takes the time of a filter that waits off the budget"),
          new Edge(
              "dev.legato.language.expression.format.Regex",
              Set.of(TIME),
              "stops a regular expression that takes too long"),
          new Edge(
              "dev.legato.language.expression.jq.JqRun",
              Set.of(TIME),
              "stops a jq program that takes too long"),
          new Edge("dev.legato.testkit", Set.of(THREADS), "lets suites call from many threads"),
          new Edge("dev.legato.http", Set.of(THREADS), "looks hosts up beside the connections"),
          new Edge(
              "dev.legato.process",
              Set.of(THREADS, FILES, TIME),
              "starts processes, reads their pipes and looks into /proc"),
          new Edge("dev.legato.process.tree", Set.of(SLEEP), "waits until processes are gone"),
          new Edge("dev.legato.docker", Set.of(FILES), "looks for the engine's socket"),
          new Edge("dev.legato.worker", Set.of(THREADS), "runs attempts on virtual threads"),
          new Edge(
              "dev.legato.rest.file.FileRoutes",
              Set.of(FILES, ENVIRONMENT),
              "copies what previews look at into the machine's folder for such"),
          new Edge(
              "dev.legato.plugins.serdes.conversion.Texts",
              Set.of(TIME),
              "shows times in the zone of the machine unless a flow names one"),
          new Edge(
              "dev.legato.plugins.core.storage.Keeping",
              Set.of(THREADS),
              "lets many files become durable at once"),
          new Edge("dev.legato.sql", Set.of(THREADS), "owns the writer and the readers"),
          new Edge("dev.legato.sql.Deadline", Set.of(TIME), "stops a read that takes too long"),
          new Edge("dev.legato.plugins.scripts", Set.of(FILES), "names programs of this machine"),
          new Edge("dev.legato.plugin.AllowedFolders", Set.of(FILES), "checks paths of flows"),
          new Edge("dev.legato.plugins.fs", Set.of(FILES), "names files of this machine"),
          new Edge(
              "dev.legato.plugins.core", Set.of(TIME), "a task measures how long its work took"));

  /** Ways to take each thing, of which none may pass in a package that is no edge. */
  private static final Map<Ambient, List<String>> WAYS =
      Map.of(
          TIME,
              List.of(
                  "java.time.Instant.now()",
                  "java.time.LocalDate.now()",
                  "java.time.ZonedDateTime.now(java.time.ZoneId.of(\"UTC\"))",
                  "System.currentTimeMillis()",
                  "System.nanoTime()",
                  "java.time.Clock.systemUTC()",
                  "java.time.InstantSource.system()",
                  "java.time.ZoneId.systemDefault()",
                  "new java.util.Date()"),
          RANDOMNESS,
              List.of(
                  "java.util.UUID.randomUUID()",
                  "new java.util.Random()",
                  "new java.util.Random(7)",
                  "Math.random()",
                  "java.util.concurrent.ThreadLocalRandom.current()",
                  "java.util.random.RandomGenerator.getDefault()"),
          THREADS,
              List.of(
                  "new Thread(() -> {})",
                  "Thread.ofVirtual()",
                  "Thread.startVirtualThread(() -> {})",
                  "java.util.concurrent.Executors.newCachedThreadPool()",
                  "java.util.concurrent.CompletableFuture.runAsync(() -> {})",
                  "java.util.List.of(1).parallelStream()"),
          FILES,
              List.of(
                  "java.nio.file.Path.of(\"x\")",
                  "java.nio.file.Paths.get(\"x\")",
                  "new java.io.File(\"x\")",
                  "java.nio.file.FileSystems.getDefault()"),
          ENVIRONMENT, List.of("System.getenv(\"X\")", "System.getProperty(\"x\")"),
          CONSOLE, List.of("System.out"));

  private static final ArchRule NOTHING_AMBIENT =
      classes()
          .should(takeNothingFromTheirSurroundings())
          .because("what is passed in can be moved, replayed and seeded by a test");

  @Test
  void onlyEdgesTakeFromTheirSurroundings() {
    NOTHING_AMBIENT.check(Product.classes());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SLEEP")
  void eachWayOfTakingIsReported(Ambient kind) {
    assertThat(
            BrokenExample.violationsByExpression(
                NOTHING_AMBIENT, "dev.legato.language", WAYS.get(kind)))
        .allSatisfy(
            (_, complaints) ->
                assertThat(complaints)
                    .singleElement()
                    .asString()
                    .contains(kind.name(), kind.remedy()));
  }

  @Test
  void aMethodReferenceIsReportedLikeACall() {
    assertThat(
            violations(
                "engine.Example",
                "java.util.function.Supplier<java.time.Instant> broken = %s;",
                "java.time.Instant::now"))
        .isNotEmpty();
  }

  @Test
  void sleepingIsReported() {
    assertThat(
            violations(
                "worker.Example", "void broken() throws Exception { %s; }", "Thread.sleep(1)"))
        .singleElement()
        .asString()
        .contains(SLEEP.name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          engine.Example | java.time.Instant.now(java.time.Clock.fixed(null, null))
          engine.Example | java.time.Instant.ofEpochMilli(5)
          worker.Example | Thread.ofVirtual()
          server.Example | java.time.Instant.now()
          server.wiring.Example | java.nio.file.Path.of("x")
          """)
  void whatIsPassedInOrListedIsFine(String type, String expression) {
    assertThat(violations(type, "Object fine() { return %s; }", expression)).isEmpty();
  }

  @Test
  void aPackageThatOnlyBeginsLikeAnEdgeIsNoEdge() {
    assertThat(
            violations(
                "serverless.Example", "Object broken() { return %s; }", "java.time.Instant.now()"))
        .isNotEmpty();
  }

  @Test
  void everyEdgeSaysWhyAndIsPartOfAModule() {
    assertThat(EDGES)
        .allSatisfy(
            edge -> {
              assertThat(edge.reason()).isNotBlank();
              assertThat(Modules.owning(edge.prefix())).isPresent();
            });
  }

  private static List<String> violations(String type, String member, String expression) {
    int dot = type.lastIndexOf('.');
    return BrokenExample.violations(
        NOTHING_AMBIENT,
        "package dev.legato.%s; public class %s { %s }"
            .formatted(
                type.substring(0, dot), type.substring(dot + 1), member.formatted(expression)));
  }

  private static ArchCondition<JavaClass> takeNothingFromTheirSurroundings() {
    return new ArchCondition<>("take nothing from their surroundings") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        for (JavaAccess<?> access : origin.getAccessesFromSelf()) {
          Stream.of(Ambient.values())
              .filter(ambient -> ambient.covers(Call.of(access)) && !isAllowed(origin, ambient))
              .forEach(
                  ambient ->
                      events.add(
                          SimpleConditionEvent.violated(origin, complaint(ambient, access))));
        }
      }
    };
  }

  private static boolean isAllowed(JavaClass origin, Ambient ambient) {
    return EDGES.stream()
        .anyMatch(edge -> edge.allowed().contains(ambient) && edge.contains(origin));
  }

  private static String complaint(Ambient ambient, JavaAccess<?> access) {
    return "%s: %s; %s".formatted(ambient, access.getDescription(), ambient.remedy());
  }
}
