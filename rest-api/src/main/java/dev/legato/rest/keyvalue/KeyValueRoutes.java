package dev.legato.rest.keyvalue;

import dev.legato.rest.http.Access;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.Scope;
import dev.legato.rest.http.Types;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Paging;
import dev.legato.storage.KeyValueStore;
import java.time.InstantSource;
import java.util.List;

/** The routes of key-values. */
public final class KeyValueRoutes {
  private static final String OF_NAMESPACE = "namespaces/{namespace}/kv";
  private static final String ONE = OF_NAMESPACE + "/{key}";

  private final KeyValueResource resource;
  private final long maxBytes;

  private KeyValueRoutes(KeyValueResource resource, long maxBytes) {
    this.resource = resource;
    this.maxBytes = maxBytes;
  }

  /**
   * The routes.
   *
   * @param maxBytes of a value
   */
  public static List<Route> of(KeyValueStore store, Json json, InstantSource clock, long maxBytes) {
    var routes = new KeyValueRoutes(new KeyValueResource(store, json, clock), maxBytes);
    return List.of(
        routes.search(),
        routes.list(),
        routes.inherited(),
        routes.get(),
        routes.put(),
        routes.delete(),
        routes.deleteAll());
  }

  private Route search() {
    var route = Route.get(Scope.TENANT, "kv", Access.READ, "Searches the keys of all namespaces");
    return KeyValueSearch.GRAMMAR
        .document(Paging.document(route))
        .answers(200, Types.of(PageView.class, KeyEntryView.class), "A page of keys")
        .handledBy(resource::search);
  }

  private Route list() {
    return Route.get(Scope.TENANT, OF_NAMESPACE, Access.READ, "Lists the keys of a namespace")
        .answers(200, Types.of(List.class, KeyEntryView.class), "Keys, sorted")
        .handledBy(resource::list);
  }

  private Route inherited() {
    return Route.get(
            Scope.TENANT,
            OF_NAMESPACE + "/inheritance",
            Access.READ,
            "Lists the keys of the namespaces above")
        .answers(200, Types.of(List.class, KeyEntryView.class), "Those of the nearest first")
        .handledBy(resource::inherited);
  }

  private Route get() {
    return Route.get(Scope.TENANT, ONE, Access.READ, "Shows the value of a key")
        .answers(200, KeyValueView.class, "The value with its type; 410 once it has expired")
        .handledBy(resource::get);
  }

  private Route put() {
    return Route.put(Scope.TENANT, ONE, Access.EDIT, "Gives a key a value")
        .reads(new Body(maxBytes, List.of(MediaType.PLAIN, MediaType.JSON), Object.class, true))
        .header("ttl", "A duration such as PT1H, after which the value is gone; absent for never")
        .header("description", "For people; absent to keep the one that is there")
        .answers(200, "The value is stored")
        .handledBy(resource::put);
  }

  private Route delete() {
    return Route.delete(Scope.TENANT, ONE, Access.EDIT, "Removes a key")
        .answers(200, boolean.class, "Whether it had a value")
        .handledBy(resource::delete);
  }

  private Route deleteAll() {
    return Route.delete(Scope.TENANT, OF_NAMESPACE, Access.EDIT, "Removes several keys")
        .reads(new Body(maxBytes, List.of(MediaType.JSON), DeletedKeys.class, true))
        .answers(200, DeletedKeys.class, "Those that had a value")
        .handledBy(resource::deleteAll);
  }
}
