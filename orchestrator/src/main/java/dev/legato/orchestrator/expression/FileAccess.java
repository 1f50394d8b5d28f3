package dev.legato.orchestrator.expression;

import dev.legato.language.expression.runtime.Call;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.UnsafePathException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Decides which files an expression may see: those of its namespace, of its own execution, of the
 * execution that handed over to it and of the subflows that it has started.
 */
final class FileAccess {
  private static final String NAMESPACE_SCHEME = "nsfile://";
  private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:");
  private static final String EXECUTIONS = "executions";

  private final Function<ExecutionId, Optional<ExecutionRecord>> executions;

  FileAccess(Function<ExecutionId, Optional<ExecutionRecord>> executions) {
    this.executions = executions;
  }

  /** The place of the file that the argument {@code path} names. */
  SafePath resolve(Call call) {
    String text = call.text("path");
    if (!SafePath.isUri(text)) {
      return namespaceFile(text, call);
    }
    SafePath path = checked(call, () -> SafePath.parseUri(text));
    if (!isAllowed(path, call)) {
      throw call.fail(
          "may read files of its own execution, of the execution that triggered it, of the"
              + " subflows it started and of its namespace, and this file is none of them");
    }
    return path;
  }

  /** The place of a file that the flows of a namespace share. */
  SafePath namespaceFile(String text, Call call) {
    if (text.startsWith(NAMESPACE_SCHEME)) {
      String rest = text.substring(NAMESPACE_SCHEME.length());
      int slash = rest.indexOf('/');
      if (slash < 0) {
        throw call.fail("got an address without a path; use one such as nsfile:///folder/data.csv");
      }
      String namespace = slash == 0 ? Surroundings.namespace(call) : rest.substring(0, slash);
      return below(namespace, rest.substring(slash + 1), call);
    }
    if (SCHEME.matcher(text).find()) {
      throw call.fail(
          "reads addresses that begin with kestra:/// or nsfile:///, and paths of namespace files");
    }
    return below(Surroundings.namespace(call), text, call);
  }

  private static SafePath below(String namespace, String path, Call call) {
    return checked(call, () -> FileLayout.namespaceFiles(namespace).resolve(SafePath.parse(path)));
  }

  private static SafePath checked(Call call, Supplier<SafePath> path) {
    try {
      return path.get();
    } catch (UnsafePathException e) {
      throw call.fail(
          "got a path that is not allowed; use one such as 'folder/data.csv' without '..'");
    }
  }

  private boolean isAllowed(SafePath path, Call call) {
    Surroundings own = Surroundings.of(call);
    return path.isIn(FileLayout.namespaceFiles(own.flow().namespace()))
        || isOf(own, path)
        || Surroundings.trigger(call).filter(trigger -> isOf(trigger, path)).isPresent()
        || own.execution().filter(execution -> isOfCalled(execution, path)).isPresent();
  }

  private static boolean isOf(Surroundings one, SafePath path) {
    try {
      return one.execution()
          .filter(execution -> path.isIn(FileLayout.execution(one.flow(), execution)))
          .isPresent();
    } catch (UnsafePathException e) {
      return false; // a trigger's variables of these names may mean something else
    }
  }

  /** Whether the file is that of an execution that this one has started as a subflow. */
  private boolean isOfCalled(ExecutionId caller, SafePath path) {
    return owner(path)
        .flatMap(executions)
        .filter(record -> record.caller() != null && record.caller().execution().equals(caller))
        .filter(record -> path.isIn(folder(record)))
        .isPresent();
  }

  private static SafePath folder(ExecutionRecord record) {
    return FileLayout.execution(record.flow(), record.id());
  }

  /** Whose folder the file is in, if it is in one at all; to be checked. */
  private static Optional<ExecutionId> owner(SafePath path) {
    List<String> names = path.names();
    for (int at = 0; at + 1 < names.size(); at++) {
      // a flow, too, can be called "executions"
      if (names.get(at).equals(EXECUTIONS) && !names.get(at + 1).equals(EXECUTIONS)) {
        return Optional.of(new ExecutionId(names.get(at + 1)));
      }
    }
    return Optional.empty();
  }
}
