package dev.legato.rest.secret;

import dev.legato.rest.http.Access;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.RouteDraft;
import dev.legato.rest.http.Scope;
import dev.legato.rest.http.Types;
import dev.legato.rest.search.Paging;
import java.util.List;
import java.util.Map;

/** The routes of secrets. */
public final class SecretRoutes {
  private static final String OF_NAMESPACE = "namespaces/{namespace}/secrets";

  private SecretRoutes() {}

  /**
   * The routes.
   *
   * @param maxBytes of a secret
   */
  public static List<Route> of(SecretPorts ports, Json json, long maxBytes) {
    var resource = new SecretResource(ports, json);
    return List.of(
        paged("secrets", "Lists the secrets of all namespaces").handledBy(resource::search),
        paged(OF_NAMESPACE, "Lists the secrets of a namespace").handledBy(resource::list),
        Route.get(
                Scope.TENANT,
                "namespaces/{namespace}/inherited-secrets",
                Access.READ,
                "Lists the secrets that a namespace and those above it have")
            .answers(
                200,
                Types.of(Map.class, String.class, List.class),
                "Keys by namespace, the nearest first")
            .handledBy(resource::inherited),
        Route.put(Scope.TENANT, OF_NAMESPACE, Access.EDIT, "Sets a secret")
            .reads(new Body(maxBytes, List.of(MediaType.JSON), SecretChangeBody.class, true))
            .answers(200, SetSecretView.class, "It is stored, sealed")
            .handledBy(resource::set),
        Route.patch(
                Scope.TENANT,
                OF_NAMESPACE + "/{key}",
                Access.EDIT,
                "Changes the description of a secret")
            .reads(new Body(maxBytes, List.of(MediaType.JSON), SecretDescriptionBody.class, true))
            .answers(200, SecretView.class, "What is told of it")
            .handledBy(resource::describe),
        Route.delete(Scope.TENANT, OF_NAMESPACE + "/{key}", Access.EDIT, "Removes a secret")
            .answers(204, "It is gone")
            .handledBy(resource::delete));
  }

  private static RouteDraft paged(String path, String summary) {
    var route =
        Route.get(Scope.TENANT, path, Access.READ, summary)
            .query("q", Kind.TEXT, "A part of the key");
    return Paging.document(route)
        .answers(200, SecretPageView.class, "A page of keys, and never a secret");
  }
}
