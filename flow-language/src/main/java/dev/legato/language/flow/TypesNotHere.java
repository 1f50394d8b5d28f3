package dev.legato.language.flow;

import java.util.Optional;
import java.util.regex.Pattern;

/** Types that are left out on purpose, and what does their work. */
final class TypesNotHere {
  private static final Pattern IN_THE_SERVER =
      Pattern.compile(
          "(io\\.kestra\\.plugin\\.)?(graalvm\\.\\w+|scripts\\.(groovy|jython|nashorn))"
              + "\\.(Eval|FileTransform)");

  private TypesNotHere() {}

  /** What to use instead. */
  static Optional<String> remedy(String type) {
    return IN_THE_SERVER.matcher(type).matches()
        ? Optional.of(
            "Scripts do not run inside the server. Use"
                + " io.kestra.plugin.scripts.python.Script or node.Script, which run in a process"
                + " of their own, or io.kestra.plugin.transform.jsonata.TransformItems for rows.")
        : Optional.empty();
  }
}
