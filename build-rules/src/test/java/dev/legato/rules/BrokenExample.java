package dev.legato.rules;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Sources written inside a test, compiled on the spot, for showing that a rule can fail. */
final class BrokenExample {
  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");
  private static final Pattern TYPE =
      Pattern.compile("(?:class|interface|enum|record|@interface) (\\w+)");

  private BrokenExample() {}

  /** What the rule says about the given source files, one line per violation. */
  static List<String> violations(ArchRule rule, String... sources) {
    return rule.evaluate(compile(sources)).getFailureReport().getDetails();
  }

  /**
   * Which of many expressions the rule complains about. All stand in one class, because a
   * compilation costs more than the rest of the test.
   *
   * @return the complaints by expression, in the order given; an empty list for one that is fine
   */
  static Map<String, List<String>> violationsByExpression(
      ArchRule rule, String packageName, List<String> expressions) {
    StringBuilder source = new StringBuilder("package " + packageName + "; class Example {\n");
    for (int i = 0; i < expressions.size(); i++) {
      source.append("  Object example%d() { return %s; }%n".formatted(i, expressions.get(i)));
    }
    List<String> violations = violations(rule, source.append("}").toString());
    Map<String, List<String>> byExpression = new LinkedHashMap<>();
    for (int i = 0; i < expressions.size(); i++) {
      String method = "Example.example%d(".formatted(i);
      byExpression.put(
          expressions.get(i), violations.stream().filter(text -> text.contains(method)).toList());
    }
    return byExpression;
  }

  private static JavaClasses compile(String... sources) {
    try {
      Path folder = Files.createTempDirectory("broken-example");
      try {
        compileInto(folder, Arrays.stream(sources).map(BrokenExample::inMemory).toList());
        return new ClassFileImporter().importPath(folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compileInto(Path folder, List<JavaFileObject> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    List<String> options = List.of("-proc:none", "-nowarn", "-d", folder.toString());
    if (!compiler.getTask(messages, null, null, options, null, files).call()) {
      throw new IllegalStateException("Expected the example to compile, but: " + messages);
    }
  }

  private static JavaFileObject inMemory(String source) {
    String name = firstGroup(PACKAGE, source).replace('.', '/') + "/" + firstGroup(TYPE, source);
    return new SimpleJavaFileObject(
        URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }

  private static String firstGroup(Pattern pattern, String source) {
    Matcher matcher = pattern.matcher(source);
    if (!matcher.find()) {
      throw new IllegalStateException("Expected " + pattern + " in the example, but: " + source);
    }
    return matcher.group(1);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
