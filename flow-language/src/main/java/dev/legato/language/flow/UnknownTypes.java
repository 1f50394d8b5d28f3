package dev.legato.language.flow;

import dev.legato.language.complaint.Suggestions;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What to do about a type that nothing here provides. */
final class UnknownTypes {
  private static final String PLUGINS = "io.kestra.plugin.";

  private static final Pattern IN_THE_SERVER =
      Pattern.compile(
          "(io\\.kestra\\.plugin\\.)?(graalvm\\.\\w+|scripts\\.(groovy|jython|nashorn))"
              + "\\.(Eval|FileTransform)");

  private UnknownTypes() {}

  /**
   * A sentence for the author of the flow.
   *
   * @param known the full names of the types that there are
   */
  static String hint(String type, Collection<String> known) {
    if (IN_THE_SERVER.matcher(type).matches()) {
      return "Scripts do not run inside the server. Use io.kestra.plugin.scripts.python.Script or"
          + " node.Script, which run in a process of their own, or"
          + " io.kestra.plugin.transform.jsonata.TransformItems for rows.";
    }
    return Suggestions.closest(type, known)
        .map(UnknownTypes::meant)
        .or(() -> noFamily(type, known))
        .or(() -> Suggestions.closestType(type, known).map(UnknownTypes::meant))
        .orElse("Check the spelling, or install the plugin.");
  }

  private static String meant(String name) {
    return "Did you mean '%s'?".formatted(name);
  }

  /** A type of the same name in another family is not what was meant. */
  private static Optional<String> noFamily(String type, Collection<String> known) {
    if (!type.startsWith(PLUGINS)) {
      return Optional.empty();
    }
    SortedSet<String> families =
        known.stream()
            .filter(name -> name.startsWith(PLUGINS))
            .map(UnknownTypes::family)
            .collect(Collectors.toCollection(TreeSet::new));
    String family = family(type);
    if (family.equals("ee")) {
      return Optional.of("Only an enterprise edition has it.");
    }
    return families.contains(family)
        ? Optional.empty()
        : Optional.of(
            "There is no plugin '%s' here; there are %s."
                .formatted(family, String.join(", ", families)));
  }

  private static String family(String type) {
    String inside = type.substring(PLUGINS.length());
    int dot = inside.indexOf('.');
    return dot < 0 ? inside : inside.substring(0, dot);
  }
}
