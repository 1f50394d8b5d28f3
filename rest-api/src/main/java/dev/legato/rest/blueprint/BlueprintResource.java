package dev.legato.rest.blueprint;

import dev.legato.rest.blueprint.Blueprint.Kind;
import dev.legato.rest.graph.FlowGraphs;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Problem;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Paging;
import dev.legato.storage.PageRequest;
import dev.legato.storage.PageRequest.Sort;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists and shows the blueprints of one kind. */
final class BlueprintResource {
  /** What they can be sorted by. */
  enum Field {
    TITLE,
    ID,
    DATE
  }

  private static final Map<String, Field> SORTS =
      Map.of("title", Field.TITLE, "id", Field.ID, "publishedAt", Field.DATE);

  private static final Pattern TYPE =
      Pattern.compile("^[ -]*type: *[\"']?(io\\.kestra\\.[\\w.]+)", Pattern.MULTILINE);
  private static final Pattern DESCRIPTION =
      Pattern.compile("^description: \\|\\R((?:(?:  .*)?\\R)+)", Pattern.MULTILINE);

  private final Kind kind;
  private final FlowGraphs graphs;

  BlueprintResource(Kind kind, FlowGraphs graphs) {
    this.kind = kind;
    this.graphs = graphs;
  }

  Answer search(Call call) {
    PageRequest<Field> page = Paging.read(call.query(), SORTS, List.of());
    List<Blueprint> found = found(call).sorted(order(page.sort())).toList();
    return Answer.json(
        new PageView<>(
            found.stream()
                .skip(page.offset())
                .limit(page.size())
                .map(blueprint -> view(blueprint, null))
                .toList(),
            found.size()));
  }

  private Stream<Blueprint> found(Call call) {
    String text = call.query().text("q").orElse("");
    Set<String> tags =
        call.query().all("tags").stream()
            .flatMap(value -> Stream.of(value.split(",", -1)))
            .map(String::strip)
            .filter(tag -> !tag.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    return BlueprintLibrary.bundled().all(kind).stream()
        .filter(blueprint -> blueprint.mentions(text))
        .filter(blueprint -> blueprint.tags().containsAll(tags));
  }

  /** Without a wish, the order of the library stays. */
  private static Comparator<Blueprint> order(List<Sort<Field>> sorts) {
    Comparator<Blueprint> order = (_, _) -> 0;
    for (Sort<Field> sort : sorts) {
      Comparator<Blueprint> next =
          switch (sort.field()) {
            case TITLE -> Comparator.comparing(Blueprint::title);
            case ID -> Comparator.comparing(Blueprint::id);
            case DATE -> Comparator.comparing(Blueprint::date);
          };
      order = order.thenComparing(sort.descending() ? next.reversed() : next);
    }
    return order;
  }

  Answer tags(Call call) {
    String text = call.query().text("q").orElse("");
    var dates = new TreeMap<String, String>();
    for (Blueprint blueprint : BlueprintLibrary.bundled().all(kind)) {
      blueprint.tags().stream()
          .filter(tag -> tag.regionMatches(true, 0, text, 0, text.length()))
          .forEach(tag -> dates.putIfAbsent(tag, blueprint.date()));
    }
    return Answer.json(
        dates.entrySet().stream()
            .map(tag -> new TagView(tag.getKey(), tag.getKey(), tag.getValue()))
            .toList());
  }

  Answer get(Call call) {
    Blueprint blueprint = find(call);
    return Answer.json(view(blueprint, blueprint.source()));
  }

  Answer source(Call call) {
    return new Answer.Text(200, MediaType.YAML, find(call).source());
  }

  Answer graph(Call call) {
    return Answer.json(graphs.ofSource(find(call).source()));
  }

  private Blueprint find(Call call) {
    String id = call.path("id");
    return BlueprintLibrary.bundled()
        .find(kind, id)
        .orElseThrow(() -> Problem.notFound("there is no blueprint '%s'".formatted(id)));
  }

  private static BlueprintView view(Blueprint blueprint, @Nullable String source) {
    return new BlueprintView(
        blueprint.id(),
        blueprint.kind().path(),
        blueprint.title(),
        description(blueprint.source()),
        types(blueprint.source()),
        blueprint.tags(),
        blueprint.date(),
        source,
        source);
  }

  /** Blueprints are ours, and all have their description as a block of text. */
  private static @Nullable String description(String source) {
    var found = DESCRIPTION.matcher(source);
    return found.find() ? found.group(1).stripIndent().strip() : null;
  }

  private static List<String> types(String source) {
    return TYPE.matcher(source)
        .results()
        .map(result -> result.group(1))
        .distinct()
        .sorted()
        .toList();
  }
}
