package dev.legato.rest.namespace;

import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.namespace.Namespaces;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Paging;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Lists namespaces. They come into being with what is in them, or when somebody describes them. */
final class NamespaceResource {
  private static final String SYSTEM = "system";
  private static final String SORT = "id";
  private static final int MAX_PAGE = 1_000_000;

  private final Namespaces described;
  private final Flows flows;
  private final Json json;

  NamespaceResource(Namespaces described, Flows flows, Json json) {
    this.described = described;
    this.flows = flows;
    this.json = json;
  }

  Answer search(Call call) {
    var query = call.query();
    int page = query.number("page", 1, MAX_PAGE).orElse(1);
    int size = query.number("size", 1, Paging.MAX_SIZE).orElse(10);
    String wanted =
        Stream.of("q", "filters[q][EQUALS]", "filters[query][EQUALS]")
            .flatMap(name -> query.text(name).stream())
            .findFirst()
            .orElse("");
    boolean existing = query.flag("existing", false);
    List<String> found =
        matching(wanted).stream()
            .filter(id -> !existing || described.find(id).isPresent())
            .toList();
    List<String> ordered = isDescending(call) ? found.reversed() : found;
    List<NamespaceView> shown =
        ordered.stream().skip((page - 1L) * size).limit(size).map(this::view).toList();
    return Answer.json(new PageView<>(shown, found.size()));
  }

  private static boolean isDescending(Call call) {
    String sort = call.query().text("sort").orElse(SORT).toLowerCase(Locale.ROOT);
    return switch (sort) {
      case SORT, SORT + ":asc" -> false;
      case SORT + ":desc" -> true;
      default -> throw Problem.badRequest("namespaces can be sorted by id only");
    };
  }

  Answer get(Call call) {
    String id = PathIds.name(call.path("namespace"), "namespace");
    return Answer.json(view(id));
  }

  private NamespaceView view(String id) {
    return described.find(id).map(NamespaceView::of).orElseGet(() -> NamespaceView.implied(id));
  }

  Answer autocomplete(Call call) throws IOException {
    Map<?, ?> body = json.readObject(call.body());
    String wanted = body.get("q") instanceof String text ? text : "";
    NavigableSet<String> found = new TreeSet<>(matching(wanted));
    if (body.get("ids") instanceof List<?> ids) {
      NavigableSet<String> all = all();
      ids.stream().map(String::valueOf).filter(all::contains).forEach(found::add);
    }
    return Answer.json(found);
  }

  private List<String> matching(String wanted) {
    String text = wanted.toLowerCase(Locale.ROOT);
    return all().stream().filter(id -> id.toLowerCase(Locale.ROOT).contains(text)).toList();
  }

  /** Those of flows and those that are described, all above them and that of the system. */
  private NavigableSet<String> all() {
    NavigableSet<String> all = new TreeSet<>();
    all.add(SYSTEM);
    var known = new TreeSet<>(flows.namespaces());
    described.all().forEach(namespace -> known.add(namespace.id()));
    for (String namespace : known) {
      for (int end = namespace.length(); end > 0; end = namespace.lastIndexOf('.', end - 1)) {
        all.add(namespace.substring(0, end));
      }
    }
    return all;
  }
}
