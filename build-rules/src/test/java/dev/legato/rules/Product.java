package dev.legato.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the rules look at: the main classes on the class path and the sources of the checkout. */
final class Product {
  private static final class Imported {
    // Only our own packages: importing the whole class path takes a minute.
    static final JavaClasses CLASSES =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(Modules.ROOT_PACKAGE);
  }

  private static final class Parsed {
    static final List<SourceFile> MAIN = parse("src/main/java");
    static final List<SourceFile> TESTS = parse("src/test/java");
  }

  private Product() {}

  static JavaClasses classes() {
    return Imported.CLASSES;
  }

  /** Every main source file of the modules in {@link Modules}. */
  static List<SourceFile> mainSources() {
    return Parsed.MAIN;
  }

  /** Every test source file of the modules in {@link Modules}, and those of the rules. */
  static List<SourceFile> testSources() {
    return Parsed.TESTS;
  }

  /** The repository's root: the working directory of a Maven test is its module. */
  static Path root() {
    Path root = Path.of("").toAbsolutePath().getParent();
    if (root == null || !Files.isRegularFile(root.resolve("build-rules/pom.xml"))) {
      throw new IllegalStateException(
          "Expected to run in <root>/build-rules, but ran in " + Path.of("").toAbsolutePath());
    }
    return root;
  }

  private static List<SourceFile> parse(String sourceFolder) {
    List<String> directories =
        Stream.concat(Modules.ALL.stream().map(Modules.Module::directory), Stream.of("build-rules"))
            .toList();
    List<Path> files =
        directories.stream()
            .map(directory -> root().resolve(directory).resolve(sourceFolder))
            .flatMap(folder -> javaFilesBelow(folder).stream())
            .toList();
    return SourceFile.parse(root(), files);
  }

  private static List<Path> javaFilesBelow(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
