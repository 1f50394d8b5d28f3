package dev.legato.language.expression;

import dev.legato.language.expression.evaluation.Evaluator;
import dev.legato.language.expression.evaluation.Language;
import dev.legato.language.expression.evaluation.Rights;
import dev.legato.language.expression.filter.BuiltInFilters;
import dev.legato.language.expression.filter.BuiltInTests;
import dev.legato.language.expression.function.BuiltInFunctions;
import dev.legato.language.expression.function.ExternalFunctions;
import dev.legato.language.expression.runtime.Budget;
import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.language.expression.runtime.Failure;
import dev.legato.language.expression.runtime.FailureKind;
import dev.legato.language.expression.runtime.Filter;
import dev.legato.language.expression.runtime.Signature;
import dev.legato.language.expression.runtime.ValueTest;
import dev.legato.language.expression.runtime.Values;
import dev.legato.language.expression.syntax.SyntaxProblem;
import dev.legato.language.expression.syntax.Template;
import dev.legato.language.expression.syntax.TemplateParser;
import dev.legato.language.secret.Seal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Renders the templates of flows: <code>{{ inputs.name | upper }}</code>.
 *
 * <p>Variables are JSON values. A template reaches nothing else: no Java member, no file, no other
 * template. Maps of variables are read by key and never changed or copied, so they may be views
 * that compute their values when asked. Rendered values are not rendered again.
 *
 * <p>Safe for use by many threads. An interrupted thread stops rendering within milliseconds.
 */
public final class Expressions {
  private final ExpressionLimits limits;
  private final boolean recursive;
  private final Map<String, Object> environment;
  private final Language language;
  private final Names names;
  private final TemplateCache templates;
  private final Rights rights;
  private final NamespaceVariables namespaces;

  /** An engine with the built-in functions only. */
  public Expressions(
      InstantSource clock,
      RandomGenerator random,
      ExpressionLimits limits,
      ExpressionEnvironment environment) {
    this(clock, random, limits, environment, List.of());
  }

  /**
   * An engine with further functions, such as those that read files or secrets.
   *
   * @param clock what {@code now()} reads; a fixed one makes renderings repeatable
   * @param random where ids and random numbers come from; must be safe for use by many threads
   * @param functions added to the built-in ones; a name that exists already is replaced
   */
  public Expressions(
      InstantSource clock,
      RandomGenerator random,
      ExpressionLimits limits,
      ExpressionEnvironment environment,
      List<ExpressionFunction> functions) {
    this.limits = limits;
    this.recursive = environment.recursiveRendering();
    this.environment = environment.variables();
    Map<String, ExpressionFunction> all = new LinkedHashMap<>();
    for (var some :
        List.of(
            ExternalFunctions.unavailable(),
            BuiltInFunctions.all(clock, random, environment.zone()),
            functions)) {
      some.forEach(function -> all.put(function.signature().name(), function));
    }
    this.language =
        Language.of(BuiltInFilters.all(environment.zone()), all.values(), BuiltInTests.all());
    this.names = new Names(language);
    this.templates = new TemplateCache(new TemplateParser(limits.maxLength(), limits.maxDepth()));
    this.rights = Rights.ALL;
    this.namespaces = NamespaceVariables.NONE;
  }

  private Expressions(Expressions other, Rights rights, NamespaceVariables namespaces) {
    this.limits = other.limits;
    this.recursive = other.recursive;
    this.environment = other.environment;
    this.language = other.language;
    this.names = other.names;
    this.templates = other.templates;
    this.rights = rights;
    this.namespaces = namespaces;
  }

  /**
   * The same for threads that must not wait: a function that would wait fails with {@code WAITING}
   * instead. See {@link #mayWait(String)}.
   */
  public Expressions withoutWaiting() {
    return new Expressions(this, rights.withoutWaiting(), namespaces);
  }

  /**
   * The same, telling a listener each secret and what filters made of it, before the text that
   * holds it is returned. The listener is called on the thread that renders.
   */
  public Expressions tellingSecrets(Consumer<String> listener) {
    return new Expressions(this, rights.tellingSecrets(listener), namespaces);
  }

  /** The same, with variables of namespaces. */
  public Expressions withNamespaces(NamespaceVariables variables) {
    return new Expressions(this, rights, variables);
  }

  /** The same, with a key for the secrets among the inputs and outputs of executions. */
  public Expressions withSeal(Seal seal) {
    return new Expressions(this, rights.withSeal(seal), namespaces);
  }

  /** What secrets among inputs and outputs are sealed with. */
  public Seal seal() {
    return rights.seal();
  }

  /** The same, with a mask in place of each secret: for results that people are shown. */
  public Expressions hidingSecrets() {
    return new Expressions(this, rights.hidingSecrets(), namespaces);
  }

  /**
   * Renders to text.
   *
   * @return the template itself when it holds no <code>{</code>
   */
  public String renderText(String template, Map<String, ?> variables) throws ExpressionException {
    if (template.indexOf('{') < 0) {
      return template;
    }
    Object text =
        guarded(
            template,
            () -> {
              Evaluator evaluator = evaluator(variables);
              Template parsed = templates.parse(template);
              return recursive ? evaluator.repeatedly(parsed) : evaluator.text(parsed);
            });
    return (String) Objects.requireNonNull(text);
  }

  /**
   * Renders to a JSON value.
   *
   * @return the value when the template is exactly one <code>{{ … }}</code>, otherwise text
   */
  public @Nullable Object renderValue(String template, Map<String, ?> variables)
      throws ExpressionException {
    if (template.indexOf('{') < 0) {
      return template;
    }
    return guarded(
        template,
        () -> {
          Evaluator evaluator = evaluator(variables);
          Template parsed = templates.parse(template);
          Object value =
              recursive && parsed.onlyExpression() == null
                  ? evaluator.repeatedly(parsed)
                  : evaluator.value(parsed);
          return recursive ? evaluator.deep(value, true) : value;
        });
  }

  /**
   * Renders every text inside a value: keys and values of maps, items of lists, at any depth. Of
   * two keys that render to the same text the first is kept. Everything else is left as it is.
   */
  public @Nullable Object renderDeep(@Nullable Object value, Map<String, ?> variables)
      throws ExpressionException {
    return guarded(null, () -> evaluator(variables).deep(value, recursive));
  }

  /** Looks for mistakes in syntax and in names of filters, functions and tests. */
  public Optional<ExpressionProblem> check(String template) {
    if (template.indexOf('{') < 0) {
      return Optional.empty();
    }
    try {
      return names.unknown(templates.parse(template));
    } catch (SyntaxProblem problem) {
      return Optional.of(
          new ExpressionProblem(problem.line(), problem.column(), problem.message()));
    }
  }

  /**
   * Where a template uses names of functions and filters that newer ones have succeeded, in its
   * order. Empty when it cannot be parsed.
   */
  public List<OldName> oldNames(String template) {
    if (template.indexOf('{') < 0) {
      return List.of();
    }
    try {
      return names.old(templates.parse(template));
    } catch (SyntaxProblem problem) {
      return List.of();
    }
  }

  /**
   * The variables a template reads, each with its first key where that is written literally: {@code
   * outputs.t1}, {@code inputs.x}. Empty when the template cannot be parsed.
   */
  public Set<String> references(String template) {
    return namesIn(template, Template::references);
  }

  /**
   * Those of {@link #references} that may be missing: {@code ??}, {@code is defined} or {@code
   * default} take care of it somewhere in the template.
   */
  public Set<String> guardedReferences(String template) {
    return namesIn(template, Template::guarded);
  }

  private Set<String> namesIn(String template, Function<Template, Set<String>> names) {
    if (template.indexOf('{') < 0) {
      return Set.of();
    }
    try {
      return names.apply(templates.parse(template));
    } catch (SyntaxProblem problem) {
      return Set.of();
    }
  }

  /**
   * Whether rendering may wait for files, secrets or the network, and so must not happen on a
   * thread that decides executions. Text that is not known in advance may wait: what is given to
   * {@code render()}, and with recursive rendering the value of any variable.
   */
  public boolean mayWait(String template) {
    if (template.indexOf('{') < 0) {
      return false;
    }
    try {
      Template parsed = templates.parse(template);
      return (recursive && !parsed.references().isEmpty()) || callsWaiting(parsed);
    } catch (SyntaxProblem problem) {
      return false;
    }
  }

  private boolean callsWaiting(Template template) {
    for (String name : template.calls()) {
      ExpressionFunction function = language.functions().get(name);
      if (function != null && (function.waits() || BuiltInFunctions.rendersText(name))) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@link #renderDeep} may wait: one of the texts in the value, or a key of a map. */
  public boolean mayWaitDeep(@Nullable Object value) {
    return mayWaitDeep(value, 0);
  }

  private boolean mayWaitDeep(@Nullable Object value, int depth) {
    if (depth > Values.MAX_DEPTH) {
      return false; // rendering refuses it without waiting
    }
    return switch (value) {
      case String text -> mayWait(text);
      case List<?> list -> list.stream().anyMatch(item -> mayWaitDeep(item, depth + 1));
      case Map<?, ?> map ->
          map.entrySet().stream()
              .anyMatch(
                  entry ->
                      mayWaitDeep(entry.getKey(), depth + 1)
                          || mayWaitDeep(entry.getValue(), depth + 1));
      case null, default -> false;
    };
  }

  /** What users can read about every filter, sorted by name. */
  public static List<Signature> filters() {
    return BuiltInFilters.all(ZoneOffset.UTC).stream()
        .map(Filter::signature)
        .sorted(Signature.BY_NAME)
        .toList();
  }

  /** What users can read about every function, also those that another module adds. */
  public static List<Signature> functions() {
    // only described, never called
    var builtIn = BuiltInFunctions.all(InstantSource.fixed(Instant.EPOCH), () -> 0, ZoneOffset.UTC);
    return Stream.concat(
            builtIn.stream().map(ExpressionFunction::signature),
            ExternalFunctions.signatures().stream())
        .sorted(Signature.BY_NAME)
        .toList();
  }

  /** What users can read about every test, sorted by name. */
  public static List<Signature> tests() {
    return BuiltInTests.all().stream().map(ValueTest::signature).sorted(Signature.BY_NAME).toList();
  }

  private Evaluator evaluator(Map<String, ?> variables) {
    Budget budget =
        new Budget(
            limits.maxSteps(),
            limits.maxTime().toNanos(),
            limits.maxOutput(),
            limits.maxRecursion());
    var seen = new Environment(environment, namespaces, variables);
    return new Evaluator(language, templates, variables, seen, budget, rights);
  }

  /** What is guarded: it fails with {@link Failure} or {@link SyntaxProblem}. */
  @FunctionalInterface
  private interface Work {
    @Nullable Object run() throws SyntaxProblem;
  }

  private static @Nullable Object guarded(@Nullable String template, Work work)
      throws ExpressionException {
    try {
      return work.run();
    } catch (Failure failure) {
      throw ExpressionException.of(failure, template);
    } catch (SyntaxProblem problem) {
      throw ExpressionException.of(
          Failure.of(problem.kind(), problem.message()).atLine(problem.line()), template);
    } catch (StackOverflowError error) {
      // Depth is bounded before, but a thread may have been started with a tiny stack.
      Failure failure =
          Failure.of(FailureKind.LIMIT, "it is nested too deeply for the stack of this thread");
      throw ExpressionException.of(failure, template);
    } catch (RuntimeException e) {
      throw ExpressionException.unforeseen(e, template);
    }
  }
}
