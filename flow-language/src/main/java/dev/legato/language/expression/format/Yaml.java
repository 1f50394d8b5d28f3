package dev.legato.language.expression.format;

import dev.legato.language.expression.runtime.Budget;
import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.Failure;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** YAML 1.2 with the core schema: data only, no types, no tags that name classes. */
public final class Yaml {
  private static final DumpSettings DUMP =
      DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setSplitLines(false).build();

  private Yaml() {}

  /** Parses one document; empty text is null. */
  public static @Nullable Object parse(String text, Call call) {
    call.budget().text(text.length());
    LoadSettings settings =
        LoadSettings.builder()
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(50)
            .setCodePointLimit(Math.max(1, text.length()))
            .build();
    try {
      return Plain.copy(new Load(settings).loadFromString(text), call.budget());
    } catch (MarkedYamlEngineException e) {
      String place =
          e.getProblemMark().map(mark -> " at line %d".formatted(mark.getLine() + 1)).orElse("");
      throw call.fail("got text that is not valid YAML" + place);
    } catch (YamlEngineException e) {
      throw call.fail("got text that is not valid YAML");
    } catch (StackOverflowError e) {
      throw Failure.limit("YAML is nested too deeply");
    }
  }

  /** YAML text in block style, without a line break at the end. */
  public static String write(@Nullable Object value, Budget budget) {
    String text = new Dump(DUMP).dumpToString(Plain.copy(value, budget));
    budget.text(text.length());
    return text.stripTrailing();
  }
}
