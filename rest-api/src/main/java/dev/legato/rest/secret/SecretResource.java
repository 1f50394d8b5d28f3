package dev.legato.rest.secret;

import dev.legato.language.secret.SecretMask;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.rest.search.Paging;
import dev.legato.storage.SealedSecret;
import dev.legato.storage.secret.Vault;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sets, lists and removes secrets. */
final class SecretResource {
  private static final int MAX_PAGE = 1_000_000;

  private final SecretPorts ports;
  private final Json json;

  SecretResource(SecretPorts ports, Json json) {
    this.ports = ports;
    this.json = json;
  }

  Answer search(Call call) {
    return page(call, _ -> true);
  }

  Answer list(Call call) {
    String namespace = namespace(call);
    return page(call, secret -> secret.namespace().equals(namespace));
  }

  /** Stored ones first, then those of the environment. */
  private Answer page(Call call, Predicate<SealedSecret> wanted) {
    var query = call.query();
    String part =
        Stream.of("q", "filters[q][EQUALS]", "filters[query][EQUALS]")
            .flatMap(name -> query.text(name).stream())
            .findFirst()
            .orElse("")
            .toLowerCase(Locale.ROOT);
    int page = query.number("page", 1, MAX_PAGE).orElse(1);
    int size = query.number("size", 1, Paging.MAX_SIZE).orElse(10);
    List<SecretView> found =
        Stream.concat(
                ports.vault().all().stream().filter(wanted).map(SecretView::of),
                ports.environment().stream().map(SecretView::ofEnvironment))
            .filter(secret -> secret.key().toLowerCase(Locale.ROOT).contains(part))
            .toList();
    List<SecretView> shown = found.stream().skip((page - 1L) * size).limit(size).toList();
    return Answer.json(new SecretPageView(false, shown, found.size()));
  }

  Answer inherited(Call call) {
    String namespace = namespace(call);
    List<SealedSecret> all = ports.vault().all();
    Map<String, List<String>> keys = new LinkedHashMap<>();
    for (String place = namespace; !place.isEmpty(); place = Vault.above(place)) {
      String at = place;
      List<String> found =
          all.stream()
              .filter(secret -> secret.namespace().equals(at))
              .map(SealedSecret::key)
              .toList();
      if (!found.isEmpty()) {
        keys.put(place, found);
      }
    }
    return Answer.json(keys);
  }

  Answer set(Call call) throws IOException {
    String namespace = namespace(call);
    Map<?, ?> body = json.readObject(call.body());
    String key = text(body, "key");
    String value = text(body, "value");
    if (key == null || value == null || value.isEmpty()) {
      throw Problem.unreadable("Invalid JSON: expected {\"key\": \"NAME\", \"value\": \"…\"}");
    }
    try {
      SealedSecret stored = ports.vault().set(namespace, key, value, text(body, "description"));
      return Answer.json(new SetSecretView(namespace, key, stored.revision(), warning(value)));
    } catch (IllegalArgumentException e) {
      throw Problem.illegalArgument(e);
    }
  }

  private static @Nullable String text(Map<?, ?> body, String member) {
    return body.get(member) instanceof String text ? text : null;
  }

  private static @Nullable String warning(String value) {
    return value.length() >= SecretMask.SHORTEST
        ? null
        : "a secret of fewer than %d characters is not hidden in logs and outputs"
            .formatted(SecretMask.SHORTEST);
  }

  /** The secret itself stays, and so does its revision. */
  Answer describe(Call call) throws IOException {
    String namespace = namespace(call);
    String key = call.path("key");
    String description = text(json.readObject(call.body()), "description");
    if (description == null) {
      throw Problem.unreadable("Invalid JSON: expected {\"description\": \"what it is for\"}");
    }
    if (!ports.vault().describe(namespace, key, description)) {
      throw missing(namespace);
    }
    return Answer.json(
        ports
            .vault()
            .describe(namespace, key)
            .map(SecretView::of)
            .orElseThrow(() -> missing(namespace)));
  }

  Answer delete(Call call) {
    String namespace = namespace(call);
    String key = call.path("key");
    if (!ports.vault().delete(namespace, key)) {
      throw missing(namespace);
    }
    return Answer.noContent();
  }

  /** Does not repeat the key: somebody may have typed a secret there. */
  private static Problem missing(String namespace) {
    return Problem.notFound("namespace '%s' has no such secret".formatted(namespace));
  }

  private static String namespace(Call call) {
    return PathIds.name(call.path("namespace"), "namespace");
  }
}
