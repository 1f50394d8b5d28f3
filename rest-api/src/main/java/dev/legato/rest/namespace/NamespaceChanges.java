package dev.legato.rest.namespace;

import dev.legato.orchestrator.namespace.Namespaces;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import java.io.IOException;

/** Changes what is said about namespaces. */
final class NamespaceChanges {
  private final Namespaces namespaces;
  private final Json json;

  NamespaceChanges(Namespaces namespaces, Json json) {
    this.namespaces = namespaces;
    this.json = json;
  }

  Answer create(Call call) throws IOException {
    NamespaceBody body = NamespaceBody.read(json, call.body(), null);
    return namespaces
        .create(body.id(), body.description(), body.variables())
        .map(created -> Answer.json(NamespaceView.of(created)))
        .orElseThrow(
            () -> Problem.conflict("namespace '%s' is described already".formatted(body.id())));
  }

  Answer put(Call call) throws IOException {
    NamespaceBody body = NamespaceBody.read(json, call.body(), namespace(call));
    return Answer.json(
        NamespaceView.of(namespaces.put(body.id(), body.description(), body.variables())));
  }

  Answer delete(Call call) {
    String namespace = namespace(call);
    if (!namespaces.delete(namespace)) {
      throw Problem.notFound("nobody has described the namespace '%s'".formatted(namespace));
    }
    return Answer.noContent();
  }

  Answer variables(Call call) {
    return Answer.json(namespaces.variables(namespace(call)));
  }

  private static String namespace(Call call) {
    return PathIds.name(call.path("namespace"), "namespace");
  }
}
