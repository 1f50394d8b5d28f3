package dev.legato.rules;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A parsed Java source file.
 *
 * @param path relative to the repository's root, with forward slashes
 * @param unit its syntax tree (parsed only: names are not resolved)
 * @param trees where in the file each tree stands
 */
record SourceFile(String path, CompilationUnitTree unit, DocTrees trees) {

  /** Parses files that exist, in the order given. */
  static List<SourceFile> parse(Path root, List<Path> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StandardJavaFileManager fileManager = compiler.getStandardFileManager(null, null, null);
    Iterable<? extends JavaFileObject> sources = fileManager.getJavaFileObjectsFromPaths(files);
    return parse(compiler, sources, uri -> root.relativize(Path.of(uri)).toString());
  }

  /** Parses a source written inside a test. */
  static SourceFile parse(String path, String source) {
    JavaFileObject file =
        new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    return parse(
            ToolProvider.getSystemJavaCompiler(), List.of(file), uri -> uri.getPath().substring(1))
        .getFirst();
  }

  private static List<SourceFile> parse(
      JavaCompiler compiler,
      Iterable<? extends JavaFileObject> sources,
      Function<URI, String> pathOf) {
    if (!sources.iterator().hasNext()) {
      return List.of();
    }
    JavacTask task =
        (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null, sources);
    List<SourceFile> parsed = new ArrayList<>();
    try {
      for (CompilationUnitTree unit : task.parse()) {
        String path = pathOf.apply(unit.getSourceFile().toUri()).replace('\\', '/');
        parsed.add(new SourceFile(path, unit, DocTrees.instance(task)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(parsed);
  }

  String packageName() {
    return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
  }

  boolean isPackageInfo() {
    return path.endsWith("/package-info.java");
  }

  /** The number of lines of the whole file. */
  int lines() {
    try {
      return (int) unit.getSourceFile().getCharContent(true).toString().lines().count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The line on which a tree begins, counted from 1. */
  int line(Tree tree) {
    return lineOf(trees.getSourcePositions().getStartPosition(unit, tree));
  }

  /** The line on which a tree ends, counted from 1. */
  int lastLine(Tree tree) {
    return lineOf(trees.getSourcePositions().getEndPosition(unit, tree));
  }

  /** The text of the Javadoc comment above the package declaration; empty when there is none. */
  String packageComment() {
    if (unit.getPackage() == null) {
      return "";
    }
    String comment = trees.getDocComment(new TreePath(new TreePath(unit), unit.getPackage()));
    return comment == null ? "" : comment.strip();
  }

  private int lineOf(long position) {
    return (int) unit.getLineMap().getLineNumber(position);
  }
}
