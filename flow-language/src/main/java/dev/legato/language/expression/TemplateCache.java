package dev.legato.language.expression;

import dev.legato.language.expression.evaluation.Evaluator;
import dev.legato.language.expression.syntax.SyntaxProblem;
import dev.legato.language.expression.syntax.Template;
import dev.legato.language.expression.syntax.TemplateParser;
import java.util.LinkedHashMap;
import java.util.Map;

/** The templates used last, parsed. Safe for use by many threads. */
final class TemplateCache implements Evaluator.Templates {
  private static final int MAX_TEMPLATES = 1000;

  private final TemplateParser parser;
  private final Map<String, Template> templates = new RecentlyUsed();

  TemplateCache(TemplateParser parser) {
    this.parser = parser;
  }

  @Override
  public Template parse(String text) throws SyntaxProblem {
    Template known;
    synchronized (templates) {
      known = templates.get(text);
    }
    if (known != null) {
      return known;
    }
    // Outside the lock: two threads may parse the same text, none waits for another's.
    Template parsed = parser.parse(text);
    synchronized (templates) {
      templates.put(text, parsed);
    }
    return parsed;
  }

  private static final class RecentlyUsed extends LinkedHashMap<String, Template> {
    private static final long serialVersionUID = 1L;

    RecentlyUsed() {
      super(MAX_TEMPLATES * 2, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Template> eldest) {
      return size() > MAX_TEMPLATES;
    }
  }
}
