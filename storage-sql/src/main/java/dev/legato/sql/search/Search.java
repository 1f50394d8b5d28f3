package dev.legato.sql.search;

import dev.legato.sql.encoding.StoredText;
import dev.legato.storage.Filter;
import dev.legato.storage.InvalidSearchException;
import dev.legato.storage.PageRequest;
import dev.legato.storage.PageRequest.Sort;
import java.util.ArrayList;
import java.util.List;

/**
 * Filters and sort order as SQL. Its text is made of constants only: whatever a caller sends is
 * either the name of an enum's constant or a bound value.
 *
 * @param where begins with a space, empty when there is nothing to fulfil
 * @param parameters of {@code where}
 * @param orderBy begins with a space, empty when the order does not matter
 */
public record Search(
    String where, List<Object> parameters, Fragment orderBy, long limit, long offset) {
  private static final int MAX_FILTERS = 50;
  private static final int MAX_SORTS = 10;

  /** A page of what matches. */
  public static <F extends Enum<F>> Search of(
      Columns<F> columns, List<Filter<F>> filters, PageRequest<F> page) {
    if (page.page() < 1 || page.size() < 1) {
      throw new InvalidSearchException(
          "Page %d of size %d does not exist: both count from 1"
              .formatted(page.page(), page.size()));
    }
    Search all = of(columns, filters);
    return new Search(
        all.where, all.parameters, orderBy(columns, page.sort()), page.size(), page.offset());
  }

  /** All that matches, in no order. */
  public static <F extends Enum<F>> Search of(Columns<F> columns, List<Filter<F>> filters) {
    if (filters.size() > MAX_FILTERS) {
      throw new InvalidSearchException(
          "%d filters are too many, at most %d are allowed".formatted(filters.size(), MAX_FILTERS));
    }
    var conditions = new ArrayList<String>();
    var parameters = new ArrayList<Object>();
    columns.always().ifPresent(conditions::add);
    for (Filter<F> filter : filters) {
      Fragment condition = columns.condition(filter);
      conditions.add(condition.sql());
      parameters.addAll(condition.parameters());
    }
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return new Search(where, parameters, Fragment.of(""), Long.MAX_VALUE, 0);
  }

  /** The same, of one execution only; for tables that are called {@code l}. */
  public Search andExecution(String execution) {
    return and(Fragment.of("l.execution_id = ?", StoredText.encode(execution)));
  }

  /** The same with one condition more. */
  public Search and(Fragment condition) {
    var all = new ArrayList<Object>(parameters);
    all.addAll(condition.parameters());
    String conditions = (where.isEmpty() ? " where " : where + " and ") + condition.sql();
    return new Search(conditions, all, orderBy, limit, offset);
  }

  private static <F extends Enum<F>> Fragment orderBy(Columns<F> columns, List<Sort<F>> sorts) {
    if (sorts.size() > MAX_SORTS) {
      throw new InvalidSearchException(
          "%d fields to sort by are too many, at most %d are allowed"
              .formatted(sorts.size(), MAX_SORTS));
    }
    var terms = new ArrayList<String>();
    var parameters = new ArrayList<Object>();
    String direction = "";
    for (Sort<F> sort : sorts) {
      Fragment expression = columns.sortedBy(sort.field()).orElseThrow(() -> unsorted(sort));
      direction = sort.descending() ? " desc" : "";
      terms.add(expression.sql() + direction);
      parameters.addAll(expression.parameters());
    }
    // ties go in the direction of the last field: one walk along an index finds the page
    for (String key : columns.key()) {
      terms.add(key + direction);
    }
    return new Fragment(" order by " + String.join(", ", terms), parameters);
  }

  private static InvalidSearchException unsorted(Sort<?> sort) {
    return new InvalidSearchException("Results cannot be sorted by %s".formatted(sort.field()));
  }
}
