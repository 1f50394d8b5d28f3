package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.builtin.BuiltInTypes;
import dev.legato.language.builtin.CommonProperties;
import dev.legato.language.builtin.ShortTypes;
import dev.legato.language.builtin.TypeFamily;
import dev.legato.plugin.type.PropertyDescriptor;
import dev.legato.plugin.type.PropertyType;
import dev.legato.plugin.type.PropertyType.Choice;
import dev.legato.plugin.type.PropertyType.FlowPart;
import dev.legato.plugin.type.PropertyType.Formed;
import dev.legato.plugin.type.PropertyType.ListOf;
import dev.legato.plugin.type.PropertyType.MapOf;
import dev.legato.plugin.type.PropertyType.Nested;
import dev.legato.plugin.type.PropertyType.OneOf;
import dev.legato.plugin.type.PropertyType.Scalar;
import dev.legato.plugin.type.PropertyType.Section;
import dev.legato.plugin.type.PropertyType.Typed;
import dev.legato.plugin.type.TypeDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The page of built-in types is made of their descriptions. To write it anew, run this test with
 * {@code -Dlegato.write-pages=true}.
 */
class TypePageTest {
  private static final Path PAGE = Checkout.root().resolve("docs/flow-types.md");

  private final StringBuilder page = new StringBuilder();

  @Test
  void thePageSaysWhatTheCodeSays() throws IOException {
    write();
    if (Boolean.getBoolean("legato.write-pages")) {
      Files.writeString(PAGE, page);
    }

    assertThat(Files.readString(PAGE)).isEqualToNormalizingNewlines(page.toString());
  }

  private void write() {
    line("# Types that belong to the language");
    line("");
    line(
        "Made of the descriptions in the code. [Flows](flows.md) explains how they work together;"
            + " `legato flow schema` prints them, and all installed plugins, for editors. Of every"
            + " type the short form without `io.kestra.plugin.` works, too.");
    common("Properties of a flow", CommonProperties.OF_A_FLOW);
    inputs();
    words("Retries", ShortTypes.RETRIES);
    words("SLAs", ShortTypes.SLAS);
    common("Properties of every task", CommonProperties.OF_A_TASK);
    family("Tasks that the engine runs itself", BuiltInTypes.TASKS);
    common("Properties of every trigger", CommonProperties.OF_A_TRIGGER);
    family("Triggers", BuiltInTypes.TRIGGERS);
    family("Conditions", BuiltInTypes.CONDITIONS);
  }

  private void common(String title, List<PropertyDescriptor> properties) {
    line("");
    line("## " + title);
    table(properties);
  }

  /** Of every input, and then what only some types have. */
  private void inputs() {
    List<PropertyDescriptor> common = ShortTypes.INPUTS.get("BOOL");
    common("Inputs", common);
    line("");
    line("| type | its own properties |");
    line("|---|---|");
    ShortTypes.INPUTS.forEach(
        (type, properties) ->
            line(
                "| `%s` | %s |"
                    .formatted(
                        type,
                        properties.stream()
                            .filter(property -> !common.contains(property))
                            .map(p -> "`%s`: %s".formatted(p.name(), clause(p.title())))
                            .collect(Collectors.joining("; ")))));
  }

  private void words(String title, Map<String, List<PropertyDescriptor>> propertiesByWord) {
    line("");
    line("## " + title);
    propertiesByWord.forEach(
        (word, properties) -> {
          line("");
          line("### " + word);
          table(properties);
        });
  }

  private void family(String title, TypeFamily family) {
    line("");
    line("## " + title);
    family.types().forEach(this::type);
  }

  private void type(TypeDescriptor type) {
    line("");
    line("### " + type.name().substring(type.name().lastIndexOf('.') + 1));
    line("");
    line("`" + type.name() + "`: " + type.title());
    line("");
    line(type.description().strip());
    if (type.replacedBy() != null) {
      line("");
      line("Deprecated; use `" + type.replacedBy() + "`.");
    }
    if (!type.aliases().isEmpty()) {
      line("");
      line("Older names: " + names(type.aliases()) + ".");
    }
    if (!type.properties().isEmpty()) {
      table(type.properties());
    }
    if (!type.outputs().isEmpty()) {
      line("");
      line(
          "Outputs: "
              + type.outputs().stream()
                  .map(output -> "`%s` (%s)".formatted(output.name(), clause(output.title())))
                  .collect(Collectors.joining(", "))
              + ".");
    }
  }

  private void table(List<PropertyDescriptor> properties) {
    line("");
    line("| property | value | default | meaning |");
    line("|---|---|---|---|");
    properties.forEach(property -> row("", property));
  }

  private void row(String owner, PropertyDescriptor property) {
    String name = owner + property.name();
    String absent =
        property.required()
            ? "required"
            : property.defaultValue() == null ? "" : "`" + property.defaultValue() + "`";
    String old = property.aliases().isEmpty() ? "" : " Older: " + names(property.aliases()) + ".";
    String end = property.deprecation().isEmpty() ? "" : " Deprecated: " + property.deprecation();
    line(
        "| `%s` | %s%s | %s | %s%s%s |"
            .formatted(
                name,
                value(property.type()),
                property.rendered() ? ", template" : "",
                absent.replace("|", "\\|").replace("\n", "\\n"),
                property.title(),
                old,
                end));
    parts(property.type()).forEach(part -> row(name + ".", part));
  }

  private static List<PropertyDescriptor> parts(PropertyType type) {
    return switch (type) {
      case Section(var properties) -> properties;
      case ListOf(PropertyType element) -> parts(element);
      case MapOf(PropertyType entry) -> parts(entry);
      case Nested nested -> nested.properties();
      case Typed typed ->
          typed.variants().stream().flatMap(variant -> variant.properties().stream()).toList();
      case Scalar _, Formed _, Choice _, OneOf _, FlowPart _ -> List.of();
    };
  }

  private static String value(PropertyType type) {
    return switch (type) {
      case Scalar scalar -> scalar.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      case Formed _ -> "text";
      case Choice choice -> names(choice.names());
      case OneOf(var names) -> names(names);
      case ListOf(PropertyType element) -> "list of " + value(element);
      case MapOf(PropertyType entry) -> "map of " + value(entry);
      case Section _, Nested _, Typed _ -> "map";
      case FlowPart part -> part.name().toLowerCase(Locale.ROOT);
    };
  }

  private static String names(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String clause(String sentence) {
    String text = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private void line(String text) {
    page.append(text.stripTrailing()).append('\n');
  }
}
