package dev.legato.plugin.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.plugin.type.TypeIndex;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypeIndexProcessorTest {
  private static final String SOURCE =
      """
      import dev.legato.plugin.*;

      class Tasks {
        @TaskType(value = "test.Wave", aliases = {"old.Wave", "older.Wave"}, title = "Waves.")
        record Wave() implements Task<NoOutput> {
          public NoOutput run(TaskContext context) { return NoOutput.NONE; }
        }

        @TaskType(value = "test.Nod", title = "Nods.")
        record Nod() implements Task<NoOutput> {
          public NoOutput run(TaskContext context) { return NoOutput.NONE; }
        }
      }
      """;

  @TempDir private Path classes;

  @Test
  void writesALineForEachTypeSortedByName() throws IOException {
    compile(SOURCE);

    assertThat(classes.resolve(TypeIndex.TASKS))
        .hasContent(
            """
            Tasks$Nod test.Nod
            Tasks$Wave test.Wave old.Wave older.Wave
            """);
  }

  @Test
  void writesNothingForAJarWithoutTypes() {
    compile("class Nothing {}");

    assertThat(Files.exists(classes.resolve(TypeIndex.TASKS))).isFalse();
  }

  private void compile(String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null,
            null,
            null,
            List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path")),
            null,
            List.of(inMemory(source)));
    task.setProcessors(List.of(new TypeIndexProcessor()));

    assertThat(task.call()).isTrue();
  }

  private static JavaFileObject inMemory(String source) {
    return new SimpleJavaFileObject(
        URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return source;
      }
    };
  }
}
