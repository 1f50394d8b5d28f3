package dev.legato.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every package has a page that says what it is for, and is null-marked. */
class PackagePagesTest {

  @Test
  void everyPackageHasItsPage() {
    assertThat(complaints(Product.mainSources())).isEmpty();
  }

  @Test
  void everyFileIsInThePackageOfItsModule() {
    assertThat(Product.mainSources()).isNotEmpty();
    assertThat(strays(Product.mainSources())).isEmpty();
  }

  @Test
  void aPackageWithoutAPageIsReported() {
    assertThat(complaints(List.of(SourceFile.parse("a/A.java", "package a; class A {}"))))
        .containsExactly("package a has no package-info.java");
  }

  @Test
  void aPageWithoutASentenceIsReported() {
    assertThat(complaintsAbout("@NullMarked package a;"))
        .containsExactly("a/package-info.java does not say in a sentence what the package is for");
    assertThat(complaintsAbout("/** Things */ @NullMarked package a;")).hasSize(1);
  }

  @Test
  void aPageThatIsNotNullMarkedIsReported() {
    assertThat(complaintsAbout("/** Holds things. */ package a;"))
        .containsExactly("a/package-info.java is not @NullMarked");
    assertThat(complaintsAbout("/** Holds things. */ @NullMarked package a;")).isEmpty();
  }

  @Test
  void aFileInThePackageOfAnotherModuleIsReported() {
    assertThat(
            strays(
                List.of(
                    SourceFile.parse(
                        "worker/src/main/java/dev/legato/engine/A.java",
                        "package dev.legato.engine; class A {}"))))
        .containsExactly(
            "worker/src/main/java/dev/legato/engine/A.java is in dev.legato.engine,"
                + " which is not a package of its module");
  }

  private static List<String> complaintsAbout(String page) {
    return complaints(List.of(SourceFile.parse("a/package-info.java", page)));
  }

  private static List<String> complaints(List<SourceFile> files) {
    Map<String, List<SourceFile>> packages =
        files.stream()
            .collect(
                Collectors.groupingBy(
                    SourceFile::packageName, LinkedHashMap::new, Collectors.toList()));
    List<String> complaints = new ArrayList<>();
    packages.forEach(
        (name, members) ->
            members.stream()
                .filter(SourceFile::isPackageInfo)
                .findFirst()
                .ifPresentOrElse(
                    page -> check(page, complaints),
                    () -> complaints.add("package " + name + " has no package-info.java")));
    return complaints;
  }

  private static void check(SourceFile page, List<String> complaints) {
    String firstParagraph = page.packageComment().split("\\n\\s*\\n", 2)[0];
    if (!firstParagraph.contains(" ") || !firstParagraph.strip().endsWith(".")) {
      complaints.add(page.path() + " does not say in a sentence what the package is for");
    }
    boolean nullMarked =
        page.unit().getPackageAnnotations().stream()
            .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("NullMarked"));
    if (!nullMarked) {
      complaints.add(page.path() + " is not @NullMarked");
    }
  }

  private static List<String> strays(List<SourceFile> files) {
    return files.stream()
        .filter(
            file ->
                Modules.owning(file.packageName())
                    .filter(module -> file.path().startsWith(module.directory() + "/"))
                    .isEmpty())
        .map(
            file ->
                "%s is in %s, which is not a package of its module"
                    .formatted(file.path(), file.packageName()))
        .toList();
  }
}
