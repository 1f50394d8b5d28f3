package dev.legato.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names say what a thing is, not that it is a thing. */
class NamesTest {
  private static final List<String> FORBIDDEN_ENDINGS =
      List.of("Interface", "Impl", "Manager", "Helper", "Helpers", "Util", "Utils", "Service");

  private static final List<String> FORBIDDEN_PACKAGES =
      List.of("common", "helpers", "impl", "misc", "models", "services", "util", "utils");

  @Test
  void noNameIsEmptyOfMeaning() {
    List<SourceFile> files =
        Stream.concat(Product.mainSources().stream(), Product.testSources().stream()).toList();

    assertThat(files).flatMap(NamesTest::complaints).isEmpty();
  }

  @Test
  void anEndingThatSaysNothingIsReported() {
    assertThat(FORBIDDEN_ENDINGS)
        .allSatisfy(
            ending ->
                assertThat(complaintsAbout("class Outer { interface Flow" + ending + " {} }"))
                    .singleElement()
                    .asString()
                    .contains("Flow" + ending));
  }

  @Test
  void aPackageByKindIsReported() {
    assertThat(complaintsAbout("package dev.legato.engine.utils; class A {}"))
        .containsExactly("x/A.java is in a package named 'utils': name it by its subject");
  }

  @Test
  void aNameThatOnlyContainsSuchAWordIsFine() {
    assertThat(complaintsAbout("package dev.legato.utility; class ServiceLevel {}")).isEmpty();
  }

  private static List<String> complaintsAbout(String source) {
    return complaints(SourceFile.parse("x/A.java", source));
  }

  private static List<String> complaints(SourceFile file) {
    List<String> complaints = new ArrayList<>();
    Arrays.stream(file.packageName().split("\\."))
        .filter(FORBIDDEN_PACKAGES::contains)
        .forEach(
            segment ->
                complaints.add(
                    "%s is in a package named '%s': name it by its subject"
                        .formatted(file.path(), segment)));
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree type, Void unused) {
        String name = type.getSimpleName().toString();
        FORBIDDEN_ENDINGS.stream()
            .filter(name::endsWith)
            .forEach(
                ending ->
                    complaints.add(
                        "%s:%d %s ends in '%s': say what it does"
                            .formatted(file.path(), file.line(type), name, ending)));
        return super.visitClass(type, null);
      }
    }.scan(file.unit(), null);
    return complaints;
  }
}
