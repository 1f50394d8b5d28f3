package dev.legato.sql.search;

import dev.legato.sql.encoding.Micros;
import dev.legato.sql.encoding.StoredText;
import dev.legato.sql.search.ChartTable.Column;
import dev.legato.sql.search.ChartTable.Kind;
import dev.legato.storage.Bucket;
import dev.legato.storage.ChartColumn;
import dev.legato.storage.ChartColumn.Aggregate;
import dev.legato.storage.ChartField;
import dev.legato.storage.ChartFilter;
import dev.legato.storage.ChartQuery;
import dev.legato.storage.ChartQuery.Order;
import dev.legato.storage.ChartSource;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.InvalidSearchException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A query for figures as one statement. Names in it are constants, everything that a client has
 * written is bound.
 */
public final class ChartSelect {
  private static final int MAX_FILTERS = 100;
  private static final int MAX_COLUMNS = 50;
  private static final long MINUTE = 60_000_000L;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long WEEK = 7 * DAY;

  /** 1970 began on a Thursday, and weeks begin on Mondays. */
  private static final long TO_MONDAY = 3 * DAY;

  private final ChartQuery query;
  private final ChartTable table;
  private final Instant now;

  /**
   * @param now until when an execution that has not ended has lasted
   */
  public ChartSelect(ChartQuery query, Instant now) {
    if (query.columns().size() > MAX_COLUMNS || query.filters().size() > MAX_FILTERS) {
      throw new InvalidSearchException(
          "A query can have %d columns and %d conditions".formatted(MAX_COLUMNS, MAX_FILTERS));
    }
    this.query = query;
    this.table = ChartTable.of(query.source());
    this.now = now;
  }

  /** All rows in their order, without a limit. */
  public Fragment rows() {
    var sql = new StringBuilder("select ");
    var parameters = new ArrayList<Object>();
    List<Fragment> columns = query.columns().stream().map(this::selected).toList();
    sql.append(columns.stream().map(Fragment::sql).collect(Collectors.joining(", ")));
    columns.forEach(column -> parameters.addAll(column.parameters()));
    Fragment where = where();
    sql.append(" from ").append(table.from()).append(where.sql());
    parameters.addAll(where.parameters());
    if (query.isGrouped()) {
      sql.append(groups());
    }
    sql.append(order());
    return new Fragment(sql.toString(), parameters);
  }

  /** How many rows there are when none are put together. */
  public Fragment count() {
    Fragment where = where();
    return new Fragment("select count(*) from " + table.from() + where.sql(), where.parameters());
  }

  /** Reads a value as the statement gives it. */
  public @Nullable Object value(int column, @Nullable Object stored) {
    ChartColumn wanted = query.columns().get(column);
    ChartField field = wanted.field();
    if (stored == null || field == null || wanted.aggregate() == Aggregate.COUNT) {
      return stored;
    }
    return switch (table.column(field).kind()) {
      case TEXT, LABEL -> StoredText.decode(stored.toString());
      case MOMENT -> stored instanceof Number micros ? Micros.toInstant(micros.longValue()) : null;
      case SPAN -> stored instanceof Number micros ? micros.doubleValue() / 1_000_000 : null;
      case INTEGER, REAL -> stored;
    };
  }

  private Fragment selected(ChartColumn column) {
    ChartField field = column.field();
    Aggregate aggregate = column.aggregate();
    if (field == null) {
      return Fragment.of("count(*)");
    }
    Fragment plain = expression(field, column.key());
    if (column.bucket() != null) {
      return new Fragment(bucket(plain.sql(), column.bucket()), plain.parameters());
    }
    Kind kind = table.column(field).kind();
    if (aggregate == null) {
      // else an index in the order of the text would be walked, and every row be looked up
      return kind == Kind.TEXT && query.isGrouped()
          ? new Fragment("+" + plain.sql(), plain.parameters())
          : plain;
    }
    boolean adds = aggregate == Aggregate.SUM || aggregate == Aggregate.AVG;
    if (adds && (kind == Kind.TEXT || kind == Kind.LABEL || kind == Kind.MOMENT)) {
      throw new InvalidSearchException("%s of %s makes no sense".formatted(aggregate, field));
    }
    String function =
        switch (aggregate) {
          case COUNT -> "count";
          case SUM -> "sum";
          case AVG -> "avg";
          case MIN -> "min";
          case MAX -> "max";
        };
    return new Fragment("%s(%s)".formatted(function, plain.sql()), plain.parameters());
  }

  private Fragment expression(ChartField field, @Nullable String key) {
    Column column = table.column(field);
    return switch (column.kind()) {
      case LABEL -> {
        if (key == null || key.isEmpty()) {
          throw new InvalidSearchException("LABELS needs the key of a label");
        }
        yield Fragment.of(
            "(select j.value ->> 1 from json_each(%s) j where j.value ->> 0 = ?)"
                .formatted(column.sql()),
            StoredText.encode(key));
      }
      case SPAN -> Fragment.of(column.sql(), Micros.of(now));
      case TEXT, INTEGER, REAL, MOMENT -> Fragment.of(column.sql());
    };
  }

  private static String bucket(String moment, Bucket bucket) {
    return switch (bucket) {
      case MINUTE -> pieces(moment, MINUTE);
      case HOUR -> pieces(moment, HOUR);
      case DAY -> pieces(moment, DAY);
      case WEEK -> "((%s + %d) / %d * %d - %d)".formatted(moment, TO_MONDAY, WEEK, WEEK, TO_MONDAY);
      case MONTH ->
          "(unixepoch(%s / 1000000, 'unixepoch', 'start of month') * 1000000)".formatted(moment);
    };
  }

  private static String pieces(String moment, long width) {
    return "(%s / %d * %d)".formatted(moment, width, width);
  }

  private String groups() {
    var places = new ArrayList<String>();
    for (int i = 0; i < query.columns().size(); i++) {
      if (query.columns().get(i).aggregate() == null) {
        places.add(Integer.toString(i + 1));
      }
    }
    return places.isEmpty() ? "" : " group by " + String.join(", ", places);
  }

  private String order() {
    var places = new ArrayList<String>();
    for (Order order : query.orderBy()) {
      places.add((order.column() + 1) + (order.descending() ? " desc" : ""));
    }
    return places.isEmpty() ? "" : " order by " + String.join(", ", places);
  }

  private Fragment where() {
    var conditions = new ArrayList<String>();
    var parameters = new ArrayList<Object>();
    if (!table.always().isEmpty()) {
      conditions.add(table.always());
    }
    for (ChartFilter filter : query.filters()) {
      Fragment condition = condition(filter);
      conditions.add(condition.sql());
      parameters.addAll(condition.parameters());
    }
    String sql = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    return new Fragment(sql, parameters);
  }

  private Fragment condition(ChartFilter filter) {
    return switch (filter) {
      case ChartFilter.Compared(var compared) -> compared(compared);
      case ChartFilter.OfExecutions(var search) -> {
        requireSource(ChartSource.EXECUTIONS);
        yield new ExecutionColumns(now).condition(search);
      }
      case ChartFilter.OfLogs(var search) -> {
        requireSource(ChartSource.LOGS);
        yield new LogColumns().condition(search);
      }
      case ChartFilter.Present(var field, var key, boolean wanted) -> {
        Fragment value = expression(field, key);
        yield new Fragment(
            value.sql() + (wanted ? " is not null" : " is null"), value.parameters());
      }
      case ChartFilter.AnyOf(var filters) -> {
        List<Fragment> parts = filters.stream().map(this::condition).toList();
        yield new Fragment(
            parts.stream().map(Fragment::sql).collect(Collectors.joining(" or ", "(", ")")),
            parts.stream().flatMap(part -> part.parameters().stream()).toList());
      }
    };
  }

  private void requireSource(ChartSource source) {
    if (query.source() != source) {
      throw new InvalidSearchException(
          "A condition on %s does not fit %s".formatted(source, query.source()));
    }
  }

  private Fragment compared(Filter<ChartField> filter) {
    Column column = table.column(filter.field());
    return switch (column.kind()) {
      case TEXT -> Comparison.text(column.sql(), filter);
      case INTEGER -> Comparison.number(column.sql(), filter, Values::integer);
      case MOMENT -> Comparison.number(column.sql(), filter, Values::instant);
      case SPAN -> span(column, filter);
      case REAL -> real(column, filter);
      case LABEL -> label(column, filter);
    };
  }

  private Fragment span(Column column, Filter<ChartField> filter) {
    ToLongFunction<String> seconds =
        text -> text.startsWith("P") ? Values.duration(text) : Math.round(number(text) * 1_000_000);
    Fragment comparison = Comparison.number(column.sql(), filter, seconds);
    var parameters = new ArrayList<Object>();
    parameters.add(Micros.of(now)); // a comparison of numbers names its expression once, first
    parameters.addAll(comparison.parameters());
    return new Fragment(comparison.sql(), parameters);
  }

  private static Fragment real(Column column, Filter<ChartField> filter) {
    String symbol =
        switch (filter.operator()) {
          case EQUALS -> "=";
          case NOT_EQUALS -> "<>";
          case GREATER_THAN -> ">";
          case GREATER_THAN_OR_EQUAL_TO -> ">=";
          case LESS_THAN -> "<";
          case LESS_THAN_OR_EQUAL_TO -> "<=";
          case IN, NOT_IN, STARTS_WITH, ENDS_WITH, CONTAINS, PREFIX, REGEX ->
              throw Comparison.unsupported(filter);
        };
    return Fragment.of("%s %s ?".formatted(column.sql(), symbol), number(Comparison.one(filter)));
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new InvalidSearchException("'%s' is not a number".formatted(text), e);
    }
  }

  private Fragment label(Column column, Filter<ChartField> filter) {
    if (filter.operator() == Operator.EQUALS && table.from().equals("execution e")) {
      // as a set, so that the label's own index is walked and not every execution
      return Comparison.label(
          "e.id in (select l.execution_id from execution_label l where l.key = ?",
          "l.value",
          filter);
    }
    return Comparison.label(
        "exists (select 1 from json_each(%s) l where l.value ->> 0 = ?".formatted(column.sql()),
        "l.value ->> 1",
        filter);
  }
}
