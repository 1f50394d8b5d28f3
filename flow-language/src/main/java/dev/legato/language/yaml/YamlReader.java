package dev.legato.language.yaml;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Complaints;
import dev.legato.language.complaint.Mark;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads one YAML document. JSON is YAML, too. */
public final class YamlReader {
  private final YamlLimits limits;

  public YamlReader(YamlLimits limits) {
    this.limits = limits;
  }

  /** The text of strict UTF-8 bytes; empty after a complaint. */
  public Optional<String> decode(byte[] bytes, Complaints complaints) {
    return new SourceText(limits, complaints).decode(bytes);
  }

  /**
   * The tree of the document. Empty after a complaint when there is none; present, but not to be
   * relied on, after complaints that reading could go on from, such as a duplicate key.
   */
  public Optional<YamlNode> read(String source, Complaints complaints) {
    return new SourceText(limits, complaints)
        .check(source)
        .flatMap(text -> build(text, complaints));
  }

  private Optional<YamlNode> build(String text, Complaints complaints) {
    LoadSettings settings = LoadSettings.builder().setCodePointLimit(limits.bytes()).build();
    try {
      var events = new Parse(settings).parseString(text).iterator();
      return new TreeBuilder(events, limits, complaints).build();
    } catch (TreeBuilder.GivenUp e) {
      complaints.error(e.code, e.mark, "", e.message, e.hint);
    } catch (MarkedYamlEngineException e) {
      SyntaxMistake mistake = SyntaxMistake.of(e);
      complaints.error(
          ComplaintCode.YAML_SYNTAX, mistake.mark(), "", mistake.message(), mistake.hint());
    } catch (YamlEngineException e) {
      complaints.error(
          ComplaintCode.YAML_SYNTAX, Mark.START, "", "This is not YAML: " + e.getMessage(), null);
    }
    return Optional.empty();
  }
}
