package dev.legato.rest.plugin;

import dev.legato.plugin.type.PropertyDescriptor;
import dev.legato.plugin.type.TypeDescriptor;
import java.util.List;

/** The documentation of a type, as Markdown. */
final class TypeDocument {
  private static final String EXAMPLE = "```yaml\n";

  private TypeDocument() {}

  static String of(TypeDescriptor type) {
    var text = new StringBuilder();
    text.append("# ").append(type.name()).append("\n\n").append(type.title()).append('\n');
    if (type.replacedBy() != null) {
      text.append("\n> Deprecated: use `").append(type.replacedBy()).append("` instead.\n");
    }
    if (!type.description().isEmpty()) {
      text.append('\n').append(type.description().strip()).append('\n');
    }
    if (!type.description().contains(EXAMPLE)) {
      text.append('\n').append(EXAMPLE);
      text.append("type: \"").append(type.name()).append("\"\n```\n");
    }
    table(text, "Properties", type.properties());
    table(text, "Outputs", type.outputs());
    if (!type.aliases().isEmpty()) {
      text.append("\n## Older names\n\n");
      type.aliases().forEach(alias -> text.append("- `").append(alias).append("`\n"));
    }
    return text.toString();
  }

  private static void table(StringBuilder text, String title, List<PropertyDescriptor> rows) {
    if (rows.isEmpty()) {
      return;
    }
    text.append("\n## ").append(title).append("\n\n| name | value | default | what it is |\n");
    text.append("|---|---|---|---|\n");
    for (PropertyDescriptor row : rows) {
      text.append(
          "| `%s`%s | %s | %s | %s%s |%n"
              .formatted(
                  row.name(),
                  row.required() ? " (required)" : "",
                  cell(row.type().expectation()),
                  row.defaultValue() == null ? "" : "`" + cell(row.defaultValue().toString()) + "`",
                  cell(row.title()),
                  row.deprecation().isEmpty() ? "" : " Deprecated: " + cell(row.deprecation())));
    }
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
