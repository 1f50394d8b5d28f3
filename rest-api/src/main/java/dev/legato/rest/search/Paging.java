package dev.legato.rest.search;

import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Query;
import dev.legato.rest.http.RouteDraft;
import dev.legato.storage.PageRequest;
import dev.legato.storage.PageRequest.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads {@code page}, {@code size} and {@code sort}. */
public final class Paging {
  public static final int MAX_SIZE = 1_000;

  private static final int MAX_PAGE = 1_000_000;
  private static final int DEFAULT_SIZE = 10;
  private static final int MAX_SORTS = 5;

  private Paging() {}

  /** Documents the parameters of {@link #read}. */
  public static RouteDraft document(RouteDraft route) {
    return route
        .query("page", Kind.INTEGER, "From 1")
        .query("size", Kind.INTEGER, "From 1 to %d, 10 if absent".formatted(MAX_SIZE))
        .queries("sort", Kind.TEXT, "A field, with :asc or :desc behind it");
  }

  /**
   * Reads the wanted page.
   *
   * @param fields what can be sorted by, by the names that clients use
   * @param fallback the order when none is asked for
   */
  public static <F extends Enum<F>> PageRequest<F> read(
      Query query, Map<String, F> fields, List<Sort<F>> fallback) {
    int page = query.number("page", 1, MAX_PAGE).orElse(1);
    int size = query.number("size", 1, MAX_SIZE).orElse(DEFAULT_SIZE);
    var sorts = new ArrayList<Sort<F>>();
    for (String value : query.all("sort")) {
      for (String sort : value.split(",", -1)) {
        if (!sort.isBlank()) {
          sorts.add(sort(sort.strip(), fields));
        }
      }
    }
    if (sorts.size() > MAX_SORTS) {
      throw Problem.badRequest("at most %d fields can be sorted by".formatted(MAX_SORTS));
    }
    return new PageRequest<>(page, size, sorts.isEmpty() ? fallback : sorts);
  }

  private static <F extends Enum<F>> Sort<F> sort(String text, Map<String, F> fields) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    String direction = colon < 0 ? "asc" : text.substring(colon + 1).toLowerCase(Locale.ROOT);
    boolean descending =
        switch (direction) {
          case "asc" -> false;
          case "desc" -> true;
          default ->
              throw Problem.unreadable(
                  "Invalid sort parameter: use a field with :asc or :desc behind it");
        };
    F field = fields.get(name);
    if (field == null) {
      throw Problem.badRequest(
          "cannot sort by that field, only by " + String.join(", ", fields.keySet()));
    }
    return new Sort<>(field, descending);
  }
}
