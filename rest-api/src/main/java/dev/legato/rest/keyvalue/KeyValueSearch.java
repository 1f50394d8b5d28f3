package dev.legato.rest.keyvalue;

import dev.legato.rest.search.FilterRule;
import dev.legato.rest.search.Names;
import dev.legato.rest.search.SearchGrammar;
import dev.legato.storage.KeyValueField;
import dev.legato.storage.PageRequest.Sort;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What keys can be searched and sorted by. */
final class KeyValueSearch {
  static final SearchGrammar<KeyValueField> GRAMMAR =
      new SearchGrammar<>(
          Names.<FilterRule<KeyValueField>>inOrder()
              .add("q", FilterRule.same(KeyValueField.QUERY, UnaryOperator.identity()))
              .add("namespace", FilterRule.namespace(KeyValueField.NAMESPACE))
              .add("key", FilterRule.text(KeyValueField.KEY))
              .map(),
          KeyValueField.NAMESPACE,
          KeyValueField.KEY,
          null);

  static final Map<String, KeyValueField> SORTS =
      Names.<KeyValueField>inOrder()
          .add("key", KeyValueField.KEY)
          .add("namespace", KeyValueField.NAMESPACE)
          .add("creationDate", KeyValueField.CREATED_AT)
          .add("updateDate", KeyValueField.UPDATED_AT)
          .add("expirationDate", KeyValueField.EXPIRES_AT)
          .map();

  static final List<Sort<KeyValueField>> BY_KEY =
      List.of(new Sort<>(KeyValueField.NAMESPACE, false), new Sort<>(KeyValueField.KEY, false));

  private KeyValueSearch() {}
}
