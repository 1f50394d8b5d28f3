package dev.legato.language.migration;

import dev.legato.language.complaint.Complaints;
import dev.legato.language.expression.Expressions;
import dev.legato.language.yaml.YamlLimits;
import dev.legato.language.yaml.YamlNode;
import dev.legato.language.yaml.YamlReader;
import dev.legato.plugin.type.TypeCatalog;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives flows the spelling of today. Only words change, at their places in the text; comments and
 * layout stay. What has no equal of today stays, too.
 *
 * <p>{@code runIf} is kept: both the generation of today and the next one know it.
 */
public final class FlowMigration {
  private static final Pattern SEPARATOR = Pattern.compile("(?m)^---[ \\t]*(\\R|$)");

  private final TypeCatalog plugins;
  private final Expressions expressions;
  private final YamlReader yaml = new YamlReader(YamlLimits.DEFAULTS);

  /**
   * Knows the spelling of today.
   *
   * @param plugins the task types whose older names are known
   * @param expressions the functions and filters
   */
  public FlowMigration(TypeCatalog plugins, Expressions expressions) {
    this.plugins = plugins;
    this.expressions = expressions;
  }

  /**
   * The text in the spelling of today; the same when it is that already, or no YAML.
   *
   * @param text flows with lines of {@code ---} between them
   */
  public String migrate(String text) {
    StringBuilder result = new StringBuilder();
    Matcher separators = SEPARATOR.matcher(text);
    int from = 0;
    while (separators.find()) {
      result.append(document(text.substring(from, separators.start()))).append(separators.group());
      from = separators.end();
    }
    return result.append(document(text.substring(from))).toString();
  }

  private String document(String source) {
    String renamed =
        root(source)
            .map(
                flow -> {
                  SourceEdits edits = new SourceEdits(source);
                  new Modernizer(flow, edits, plugins, expressions).flow();
                  return edits.result();
                })
            .orElse(source);
    return root(renamed).map(flow -> ListenerMove.apply(renamed, flow)).orElse(renamed);
  }

  private Optional<YamlNode.Mapping> root(String source) {
    Complaints complaints = new Complaints();
    return yaml.read(source, complaints)
        .filter(YamlNode.Mapping.class::isInstance)
        .map(YamlNode.Mapping.class::cast)
        .filter(_ -> !complaints.hasErrors());
  }
}
