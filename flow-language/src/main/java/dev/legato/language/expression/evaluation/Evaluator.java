package dev.legato.language.expression.evaluation;

import dev.legato.language.expression.runtime.Budget;
import dev.legato.language.expression.runtime.Failure;
import dev.legato.language.expression.runtime.Texts;
import dev.legato.language.expression.runtime.Values;
import dev.legato.language.expression.syntax.SyntaxProblem;
import dev.legato.language.expression.syntax.Template;
import dev.legato.language.secret.Seal;
import dev.legato.language.secret.SealedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Renders texts, lists and maps with one set of variables, within one budget. Not thread-safe.
 *
 * <p>Throws {@link Failure} for everything that is the template's or the data's fault.
 */
public final class Evaluator {
  private static final int MAX_PASSES = 100;

  private final Language language;
  private final Templates templates;
  private final Map<String, ?> variables;
  private final Map<String, ?> environment;
  private final Budget budget;
  private final boolean fromSource;
  private final boolean mayWait;
  private final @Nullable Secrets secrets;
  private final Seal seal;

  /** Gives parsed templates; a cache. */
  @FunctionalInterface
  public interface Templates {
    /** Parses, or finds what was parsed before. */
    Template parse(String text) throws SyntaxProblem;
  }

  /**
   * Prepares one rendering of what an author of flows has written.
   *
   * @param variables of the caller; read by key, never changed
   * @param environment variables that are the same for every rendering
   * @param rights what it may do besides computing
   */
  public Evaluator(
      Language language,
      Templates templates,
      Map<String, ?> variables,
      Map<String, ?> environment,
      Budget budget,
      Rights rights) {
    this.language = language;
    this.templates = templates;
    this.variables = variables;
    this.environment = environment;
    this.budget = budget;
    this.fromSource = true;
    this.mayWait = rights.waiting();
    this.secrets = Secrets.of(rights);
    this.seal = rights.seal();
  }

  /** For a text that was passed to {@code render()}. */
  private Evaluator(Evaluator outer, Map<String, ?> visible, boolean fromSource) {
    this.language = outer.language;
    this.templates = outer.templates;
    this.variables = visible;
    this.environment = Map.of();
    this.budget = outer.budget;
    this.fromSource = fromSource;
    this.mayWait = outer.mayWait;
    this.secrets = outer.secrets;
    this.seal = outer.seal;
  }

  /** Renders once. */
  public String text(Template template) {
    return rendering(template, fromSource, null).text();
  }

  /** The JSON value when the template is a single expression, otherwise its text. */
  public @Nullable Object value(Template template) {
    return rendering(template, fromSource, null).value();
  }

  /** Renders, and renders the result again, until it stays the same. */
  public String repeatedly(Template template) {
    Protected kept = new Protected();
    boolean trusted = fromSource;
    String text = template.source();
    if (Protected.looksLikeMark(text)) {
      throw Failure.evaluation("it contains a character reserved for raw blocks (U+E000, U+E001)");
    }
    Template next = template;
    for (int pass = 0; pass < MAX_PASSES; pass++) {
      String rendered = rendering(next, trusted, kept).text();
      if (rendered.equals(text) || rendered.indexOf('{') < 0) {
        return kept.restore(rendered);
      }
      trusted = trusted && Trust.covers(next);
      text = rendered;
      next = parse(text);
    }
    throw Failure.limit("it still changes after being rendered %d times".formatted(MAX_PASSES));
  }

  /** Renders every text in a value; keys of maps too, the first of two equal ones is kept. */
  public @Nullable Object deep(@Nullable Object value, boolean repeat) {
    return deep(value, repeat, 0);
  }

  private @Nullable Object deep(@Nullable Object value, boolean repeat, int depth) {
    Values.checkDepth(depth);
    return switch (value) {
      case String text -> text(text, repeat);
      case List<?> list -> {
        budget.steps(list.size());
        List<@Nullable Object> rendered = new ArrayList<>(list.size());
        for (Object item : list) {
          rendered.add(deep(item, repeat, depth + 1));
        }
        yield rendered;
      }
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> rendered = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          budget.step();
          String key = text(Texts.key(entry.getKey(), budget), repeat);
          if (!rendered.containsKey(key)) {
            rendered.put(key, deep(entry.getValue(), repeat, depth + 1));
          }
        }
        yield rendered;
      }
      case null, default -> value;
    };
  }

  private String text(String text, boolean repeat) {
    if (text.indexOf('{') < 0) {
      return text;
    }
    try {
      Template template = parse(text);
      return repeat ? repeatedly(template) : text(template);
    } catch (Failure failure) {
      throw failure.inTemplate(text);
    }
  }

  private Template parse(String text) {
    try {
      return templates.parse(text);
    } catch (SyntaxProblem problem) {
      throw Failure.of(problem.kind(), problem.message()).atLine(problem.line());
    }
  }

  private Rendering rendering(Template template, boolean trusted, @Nullable Protected kept) {
    return new Rendering(this, template, new Scope(variables, environment), trusted, kept);
  }

  /** Renders what a template passed to {@code render()}, with the variables it sees. */
  @Nullable Object nested(
      @Nullable Object value, boolean repeat, Map<String, ?> visible, boolean trusted) {
    budget.enter("render()");
    try {
      return new Evaluator(this, visible, trusted).deep(value, repeat);
    } catch (Failure failure) {
      // The text may be run-time data, so it is not quoted.
      String where =
          failure.line() == 0
              ? "in the text given to render(): "
              : "in line %d of the text given to render(): ".formatted(failure.line());
      throw Failure.of(failure.kind(), where + failure.message());
    } finally {
      budget.leave();
    }
  }

  Language language() {
    return language;
  }

  boolean mayWait() {
    return mayWait;
  }

  /** What is known of secrets; null when nobody wants to know. */
  @Nullable Secrets secrets() {
    return secrets;
  }

  /** The secret in place of a sealed one; any other value as it is. */
  @Nullable Object opened(@Nullable Object value, int line) {
    String sealed = SealedValue.sealedIn(value);
    if (sealed == null) {
      return value;
    }
    try {
      String secret = seal.open(sealed);
      return secrets == null ? secret : secrets.given(secret);
    } catch (Seal.UnreadableException e) {
      throw Failure.evaluation("a secret cannot be read: " + e.getMessage()).atLine(line);
    }
  }

  Budget budget() {
    return budget;
  }
}
