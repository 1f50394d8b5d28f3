package dev.legato.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test runs always, and waits for the thing itself and never for the wall clock. */
class TestHygieneTest {
  private static final Set<String> SKIPPING_CALLS =
      Set.of("assumeTrue", "assumeFalse", "assumeThat", "abort");

  private static final Set<String> TESTS =
      Set.of("Test", "ParameterizedTest", "RepeatedTest", "TestFactory", "TestTemplate");

  @Test
  void everyTestIsRun() {
    assertThat(Product.testSources()).flatMap(TestHygieneTest::unnoticed).isEmpty();
  }

  @Test
  void testsNeitherSleepNorSkip() {
    assertThat(Product.testSources()).isNotEmpty();
    assertThat(Product.testSources()).flatMap(TestHygieneTest::complaints).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thread.sleep(10)",
        "java.lang.Thread.sleep(10)",
        "TimeUnit.SECONDS.sleep(1)",
        "LockSupport.parkNanos(5)",
        "assumeTrue(false)",
        "Assumptions.assumeTrue(false)"
      })
  void sleepingOrSkippingInATestIsReported(String call) {
    assertThat(complaintsAbout("class A { @Test void broken() {\n " + call + "; } }"))
        .singleElement()
        .asString()
        .startsWith("x/A.java:2 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@Disabled", "@org.junit.jupiter.api.Disabled(\"flaky\")", "@DisabledIf"})
  void aTestSwitchedOffIsReported(String annotation) {
    assertThat(complaintsAbout("class A { " + annotation + " @Test void broken() {} }")).hasSize(1);
  }

  @Test
  void aNameThatOnlyLooksAlikeIsFine() {
    assertThat(complaintsAbout("class A { void fine() { tasks.sleep(1); clock.disabled(); } }"))
        .isEmpty();
  }

  @Test
  void aTestThatNobodyRunsIsReported() {
    assertThat(unnoticed("class Shapes { @Test void broken() {} }"))
        .containsExactly("x/A.java: Shapes has tests, but its name does not end in Test");
    assertThat(unnoticed("class Shapes { @ParameterizedTest @ValueSource(ints = 1) void b() {} }"))
        .hasSize(1);
    assertThat(unnoticed("class ShapesTest { @Nested class Round { @Test void fine() {} } }"))
        .isEmpty();
    assertThat(unnoticed("abstract class ShapesContract { @Test void fine() {} }")).isEmpty();
  }

  private static List<String> unnoticed(String source) {
    return unnoticed(SourceFile.parse("x/A.java", source));
  }

  /** Surefire finds test classes by their names; it would pass over all others in silence. */
  private static List<String> unnoticed(SourceFile file) {
    List<String> complaints = new ArrayList<>();
    for (Tree declaration : file.unit().getTypeDecls()) {
      if (declaration instanceof ClassTree type
          && type.getKind() == Tree.Kind.CLASS
          && !type.getModifiers().getFlags().contains(Modifier.ABSTRACT)
          && !type.getSimpleName().toString().endsWith("Test")
          && hasTests(type)) {
        complaints.add(
            "%s: %s has tests, but its name does not end in Test"
                .formatted(file.path(), type.getSimpleName()));
      }
    }
    return complaints;
  }

  private static boolean hasTests(ClassTree type) {
    boolean[] found = {false};
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitAnnotation(AnnotationTree annotation, Void unused) {
        String name = lastName(annotation.getAnnotationType().toString());
        found[0] |= TESTS.contains(name);
        return super.visitAnnotation(annotation, null);
      }
    }.scan(type, null);
    return found[0];
  }

  private static List<String> complaintsAbout(String source) {
    return complaints(SourceFile.parse("x/A.java", source));
  }

  private static List<String> complaints(SourceFile file) {
    List<String> complaints = new ArrayList<>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitAnnotation(AnnotationTree annotation, Void unused) {
        String name = lastName(annotation.getAnnotationType().toString());
        if (name.startsWith("Disabled")) {
          complaints.add(
              "%s:%d has @%s: mend the test or remove it"
                  .formatted(file.path(), file.line(annotation), name));
        }
        return super.visitAnnotation(annotation, null);
      }

      @Override
      public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        if (sleeps(call) || SKIPPING_CALLS.contains(methodName(call))) {
          complaints.add(
              "%s:%d calls %s".formatted(file.path(), file.line(call), call.getMethodSelect()));
        }
        return super.visitMethodInvocation(call, null);
      }
    }.scan(file.unit(), null);
    return complaints;
  }

  private static boolean sleeps(MethodInvocationTree call) {
    if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
      return false;
    }
    String receiver = select.getExpression().toString();
    return switch (methodName(call)) {
      case "sleep" -> lastName(receiver).equals("Thread") || receiver.contains("TimeUnit.");
      case "parkNanos", "parkUntil" -> lastName(receiver).equals("LockSupport");
      default -> false;
    };
  }

  private static String methodName(MethodInvocationTree call) {
    return lastName(call.getMethodSelect().toString());
  }

  private static String lastName(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }
}
