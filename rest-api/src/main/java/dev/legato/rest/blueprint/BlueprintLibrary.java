package dev.legato.rest.blueprint;

import dev.legato.rest.blueprint.Blueprint.Kind;
import dev.legato.rest.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The blueprints that come with the program: {@code catalogue.json} names them in the order in
 * which they are shown, and each has its source beside it, as {@code flow/<id>.yaml} or {@code
 * dashboard/<id>.yaml}.
 */
final class BlueprintLibrary {
  private final List<Blueprint> blueprints;

  private BlueprintLibrary(List<Blueprint> blueprints) {
    this.blueprints = blueprints;
  }

  /** Read when they are first asked for: most servers never are. */
  static BlueprintLibrary bundled() {
    return Bundled.LIBRARY;
  }

  private static final class Bundled {
    private static final BlueprintLibrary LIBRARY = read(new Json());
  }

  /**
   * Reads all of them.
   *
   * @throws IllegalStateException when a part of them is missing from the program
   */
  private static BlueprintLibrary read(Json json) {
    var blueprints = new ArrayList<Blueprint>();
    if (json.read(resource("catalogue.json")) instanceof List<?> entries) {
      for (Object entry : entries) {
        blueprints.add(blueprint((Map<?, ?>) Objects.requireNonNull(entry)));
      }
    }
    return new BlueprintLibrary(List.copyOf(blueprints));
  }

  private static Blueprint blueprint(Map<?, ?> entry) {
    String id = text(entry, "id");
    Kind kind = Kind.valueOf(text(entry, "kind").toUpperCase(Locale.ROOT));
    byte[] source = resource("%s/%s.yaml".formatted(kind.path(), id));
    List<String> tags =
        entry.get("tags") instanceof List<?> list
            ? list.stream().map(String::valueOf).toList()
            : List.of();
    return new Blueprint(
        id,
        kind,
        text(entry, "title"),
        tags,
        text(entry, "date"),
        new String(source, StandardCharsets.UTF_8));
  }

  private static String text(Map<?, ?> entry, String member) {
    if (entry.get(member) instanceof String text) {
      return text;
    }
    throw new IllegalStateException(
        "Expected a text as %s of the blueprint %s, but there is none".formatted(member, entry));
  }

  private static byte[] resource(String name) {
    try (InputStream in = BlueprintLibrary.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "Expected the resource %s in the program, but it is missing".formatted(name));
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Blueprint> all(Kind kind) {
    return blueprints.stream().filter(blueprint -> blueprint.kind() == kind).toList();
  }

  Optional<Blueprint> find(Kind kind, String id) {
    return all(kind).stream().filter(blueprint -> blueprint.id().equals(id)).findFirst();
  }
}
