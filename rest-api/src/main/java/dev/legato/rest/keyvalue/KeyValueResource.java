package dev.legato.rest.keyvalue;

import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Query;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Pages;
import dev.legato.rest.search.Paging;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.KeyValue;
import dev.legato.storage.KeyValueChange;
import dev.legato.storage.KeyValueEntry;
import dev.legato.storage.KeyValueField;
import dev.legato.storage.KeyValueStore;
import dev.legato.storage.KeyValueStore.Lookup.Expired;
import dev.legato.storage.KeyValueStore.Lookup.Found;
import dev.legato.storage.KeyValueStore.Lookup.Missing;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Shows, sets and removes key-values. */
final class KeyValueResource {
  private final KeyValueStore store;
  private final Literal literal;
  private final Json json;
  private final InstantSource clock;

  KeyValueResource(KeyValueStore store, Json json, InstantSource clock) {
    this.store = store;
    this.literal = new Literal(json);
    this.json = json;
    this.clock = clock;
  }

  Answer search(Call call) {
    var page = Paging.read(call.query(), KeyValueSearch.SORTS, KeyValueSearch.BY_KEY);
    var filters = KeyValueSearch.GRAMMAR.filters(call.query(), clock);
    return Answer.json(PageView.of(store.search(filters, page), KeyEntryView::of));
  }

  Answer list(Call call) {
    return Answer.json(of(namespace(call)).stream().map(KeyEntryView::of).toList());
  }

  /** Those of the namespaces above, the nearest first. */
  Answer inherited(Call call) {
    var inherited = new ArrayList<KeyEntryView>();
    String namespace = namespace(call);
    for (int dot = namespace.lastIndexOf('.'); dot > 0; dot = namespace.lastIndexOf('.', dot - 1)) {
      of(namespace.substring(0, dot)).forEach(entry -> inherited.add(KeyEntryView.of(entry)));
    }
    return Answer.json(inherited);
  }

  private List<KeyValueEntry> of(String namespace) {
    var filters = List.of(Filter.of(KeyValueField.NAMESPACE, Operator.EQUALS, namespace));
    return Pages.all(KeyValueSearch.BY_KEY, page -> store.search(filters, page));
  }

  Answer get(Call call) {
    String namespace = namespace(call);
    String key = call.path("key");
    return switch (store.find(namespace, key)) {
      case Found(var entry) -> Answer.json(KeyValueView.of(entry));
      case Expired(var entry) ->
          throw Problem.gone(
              "key '%s' of namespace '%s' expired at %s"
                  .formatted(key, namespace, entry.expiresAt()));
      case Missing _ -> throw missing(namespace, key);
    };
  }

  Answer put(Call call) throws IOException {
    String namespace = namespace(call);
    KeyValue value = literal.read(call.bodyText());
    String description = call.header("description").orElse(null);
    Duration life = call.header("ttl").map(text -> Query.durationOf("ttl", text)).orElse(null);
    try {
      store.put(new KeyValueChange(namespace, call.path("key"), value, description, life));
    } catch (IllegalArgumentException e) {
      throw Problem.illegalArgument(e);
    }
    return new Answer.Empty(200);
  }

  Answer delete(Call call) {
    return Answer.json(store.delete(namespace(call), call.path("key")));
  }

  Answer deleteAll(Call call) throws IOException {
    String namespace = namespace(call);
    if (!(json.readObject(call.body()).get("keys") instanceof List<?> keys)) {
      throw Problem.unreadable("Invalid JSON: expected {\"keys\": [\"one\", \"two\"]}");
    }
    var deleted = new ArrayList<String>();
    for (Object key : keys) {
      if (!(key instanceof String name)) {
        throw Problem.unreadable("Invalid JSON: every key must be a text");
      }
      if (store.delete(namespace, name)) {
        deleted.add(name);
      }
    }
    return Answer.json(new DeletedKeys(deleted));
  }

  private static String namespace(Call call) {
    return PathIds.name(call.path("namespace"), "namespace");
  }

  private static Problem missing(String namespace, String key) {
    return Problem.notFound("key '%s' does not exist in namespace '%s'".formatted(key, namespace));
  }
}
