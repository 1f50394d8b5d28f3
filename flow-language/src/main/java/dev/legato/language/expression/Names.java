package dev.legato.language.expression;

import dev.legato.language.complaint.Suggestions;
import dev.legato.language.expression.evaluation.Language;
import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.language.expression.runtime.Filter;
import dev.legato.language.expression.runtime.Signature;
import dev.legato.language.expression.runtime.ValueTest;
import dev.legato.language.expression.syntax.NamedUse;
import dev.legato.language.expression.syntax.References.Use;
import dev.legato.language.expression.syntax.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What templates may name: the filters, functions and tests of the language. */
final class Names {
  private final Map<Use.Kind, Map<String, Signature>> signatures = new LinkedHashMap<>();

  Names(Language language) {
    for (Use.Kind kind : Use.Kind.values()) {
      signatures.put(kind, new LinkedHashMap<>());
    }
    language.filters().values().stream().map(Filter::signature).forEach(add(Use.Kind.FILTER));
    language.functions().values().stream()
        .map(ExpressionFunction::signature)
        .forEach(add(Use.Kind.FUNCTION));
    language.tests().values().stream().map(ValueTest::signature).forEach(add(Use.Kind.TEST));
  }

  private Consumer<Signature> add(Use.Kind kind) {
    return signature -> of(kind).put(signature.name(), signature);
  }

  private Map<String, Signature> of(Use.Kind kind) {
    return Objects.requireNonNull(signatures.get(kind), () -> "names of each " + kind);
  }

  /** The first name that nobody knows. */
  Optional<ExpressionProblem> unknown(Template template) {
    return template.uses().stream()
        .filter(use -> !isKnown(use, template))
        .map(use -> new ExpressionProblem(use.line(), 1, describeUnknown(use)))
        .findFirst();
  }

  private boolean isKnown(Use use, Template template) {
    return of(use.kind()).containsKey(use.name())
        || (use.kind() == Use.Kind.FUNCTION && template.macros().containsKey(use.name()));
  }

  private String describeUnknown(Use use) {
    return "Unknown %s '%s'".formatted(word(use.kind()), use.name())
        + Suggestions.closest(use.name(), of(use.kind()).keySet())
            .map("; did you mean '%s'"::formatted)
            .orElse("");
  }

  /** All names that newer ones have succeeded. */
  List<OldName> old(Template template) {
    if (template.uses().stream().allMatch(use -> successor(use.kind(), use.name()) == null)) {
      return List.of(); // nearly always
    }
    var old = new ArrayList<OldName>();
    for (NamedUse use : NamedUse.in(template)) {
      String successor = successor(use.kind(), use.name());
      if (successor != null) {
        old.add(new OldName(word(use.kind()), use.name(), successor, use.offset()));
      }
    }
    return old;
  }

  private @Nullable String successor(Use.Kind kind, String name) {
    Signature signature = of(kind).get(name);
    return signature == null ? null : signature.successor();
  }

  private static String word(Use.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
