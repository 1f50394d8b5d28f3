package dev.legato.orchestrator.expression;

import dev.legato.language.expression.runtime.Call;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.FileReach;
import dev.legato.storage.file.NamespaceAddress;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.UnsafePathException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Finds the files that an expression names, within its {@link FileReach}. */
final class FileAccess {
  private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:");

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
          "may read files of its namespace, of the execution that triggered it and of the subflows"
              + " it started, and this file is none of them");
    }
    return path;
  }

  /** The place of a file that the flows of a namespace share. */
  SafePath namespaceFile(String text, Call call) {
    if (NamespaceAddress.is(text)) {
      return checked(call, () -> NamespaceAddress.parse(text, Surroundings.namespace(call)));
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
    return FileReach.of(own.flow(), own.execution(), call.variables().get("trigger"))
        .contains(path, executions);
  }
}
