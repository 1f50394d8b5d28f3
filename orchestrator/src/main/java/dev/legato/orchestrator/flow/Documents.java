package dev.legato.orchestrator.flow;

import java.util.ArrayList;
import java.util.List;

/** Texts that hold several YAML documents. */
public final class Documents {
  private static final String SEPARATOR = "---";

  private Documents() {}

  /** The documents between lines of {@code ---}; empty ones are left out unless all are. */
  public static List<String> split(String text) {
    var documents = new ArrayList<String>();
    var current = new StringBuilder();
    text.lines()
        .forEach(
            line -> {
              if (line.stripTrailing().equals(SEPARATOR)) {
                addUnlessBlank(documents, current);
                current.setLength(0);
              } else {
                current.append(line).append('\n');
              }
            });
    addUnlessBlank(documents, current);
    return documents.isEmpty() ? List.of(text) : documents;
  }

  private static void addUnlessBlank(List<String> documents, StringBuilder document) {
    if (!document.toString().isBlank()) {
      documents.add(document.toString());
    }
  }
}
