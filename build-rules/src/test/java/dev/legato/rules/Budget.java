package dev.legato.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** How large a file, a method or a constructor may grow before it must be split. */
enum Budget {
  FILE_LINES(400),
  METHOD_LINES(40),
  CONSTRUCTOR_PARAMETERS(6);

  private final int limit;

  Budget(int limit) {
    this.limit = limit;
  }

  /**
   * Something larger than its budget.
   *
   * @param place the file, for a method or constructor with its class, name and parameter types
   */
  record Overrun(Budget budget, String place, int size) {
    String key() {
      return budget + " " + place;
    }
  }

  /** Everything in a file that is larger than its budget. */
  static List<Overrun> overruns(SourceFile file) {
    List<Overrun> overruns = new ArrayList<>();
    FILE_LINES.measure(file.path(), file.lines(), overruns);
    new Measuring(file, overruns).scan(file.unit(), null);
    return overruns;
  }

  int limit() {
    return limit;
  }

  private void measure(String place, int size, List<Overrun> overruns) {
    if (size > limit) {
      overruns.add(new Overrun(this, place, size));
    }
  }

  /** Methods count from their name, because a table in an annotation is data. */
  private static final class Measuring extends TreeScanner<Void, Void> {
    private final SourceFile file;
    private final List<Overrun> overruns;
    private final Deque<ClassTree> enclosing = new ArrayDeque<>();

    Measuring(SourceFile file, List<Overrun> overruns) {
      this.file = file;
      this.overruns = overruns;
    }

    @Override
    public Void visitClass(ClassTree type, Void unused) {
      enclosing.addLast(type);
      super.visitClass(type, null);
      enclosing.removeLast();
      return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
      METHOD_LINES.measure(placeOf(method), linesOf(method), overruns);
      boolean constructor = method.getName().contentEquals("<init>");
      if (constructor && enclosing.getLast().getKind() != Tree.Kind.RECORD) {
        CONSTRUCTOR_PARAMETERS.measure(placeOf(method), method.getParameters().size(), overruns);
      }
      return super.visitMethod(method, null);
    }

    private int linesOf(MethodTree method) {
      Tree first = method.getReturnType() == null ? method.getBody() : method.getReturnType();
      return first == null ? 0 : file.lastLine(method) - file.line(first) + 1;
    }

    private String placeOf(MethodTree method) {
      String types =
          enclosing.stream()
              .map(type -> type.getSimpleName().isEmpty() ? "(anonymous)" : type.getSimpleName())
              .collect(Collectors.joining("."));
      String parameters =
          method.getParameters().stream()
              .map(parameter -> String.valueOf(parameter.getType()))
              .collect(Collectors.joining(","))
              .replaceAll("\\s", "");
      return "%s %s.%s(%s)".formatted(file.path(), types, method.getName(), parameters);
    }
  }
}
