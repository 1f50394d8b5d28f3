package dev.legato.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test runs always, and waits for the thing itself and never for the wall clock. */
class TestHygieneTest {
  private static final Set<String> SKIPPING_CALLS =
      Set.of("assumeTrue", "assumeFalse", "assumeThat", "abort");

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
