package dev.legato.rest.template;

import dev.legato.rest.search.FilterRule;
import dev.legato.rest.search.Names;
import dev.legato.rest.search.SearchGrammar;
import dev.legato.storage.PageRequest.Sort;
import dev.legato.storage.TemplateField;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What templates can be searched and sorted by. */
final class TemplateSearch {
  static final SearchGrammar<TemplateField> GRAMMAR =
      new SearchGrammar<>(
          Names.<FilterRule<TemplateField>>inOrder()
              .add("q", FilterRule.same(TemplateField.QUERY, UnaryOperator.identity()))
              .add("namespace", FilterRule.namespace(TemplateField.NAMESPACE))
              .add("id", FilterRule.text(TemplateField.ID))
              .map(),
          TemplateField.NAMESPACE,
          TemplateField.ID,
          null);

  static final Map<String, TemplateField> SORTS =
      Names.<TemplateField>inOrder()
          .add("id", TemplateField.ID)
          .add("namespace", TemplateField.NAMESPACE)
          .map();

  static final List<Sort<TemplateField>> BY_ID =
      List.of(new Sort<>(TemplateField.NAMESPACE, false), new Sort<>(TemplateField.ID, false));

  private TemplateSearch() {}
}
