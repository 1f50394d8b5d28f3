package dev.legato.rest.search;

import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Query;
import dev.legato.rest.http.RouteDraft;
import dev.legato.rest.search.FilterTerms.Term;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one resource can be searched by. Understands {@code filters[field][OPERATOR]=value} and the
 * flat parameters of older clients; conditions of both styles must hold together.
 *
 * @param rules by the name that clients use
 * @param namespace the field that {@code scope} looks at
 * @param id a field that is never empty: a condition that nothing fulfils asks for an empty one
 * @param start the moment that {@code timeRange} looks at; absent when there is none
 */
public record SearchGrammar<F extends Enum<F>>(
    Map<String, FilterRule<F>> rules, F namespace, F id, @Nullable F start) {
  /** Flows of this namespace belong to the installation rather than to its users. */
  public static final String SYSTEM_NAMESPACE = "system";

  private static final int MAX_FILTERS = 50;

  /** Documents the parameters of {@link #filters}. */
  public RouteDraft document(RouteDraft route) {
    for (String name : rules.keySet()) {
      route.queries(name, Kind.TEXT, "Also as filters[%s][OPERATOR]=value".formatted(name));
    }
    return route;
  }

  /**
   * Reads all conditions of a request.
   *
   * @throws Problem 400 for a field, operator or value that is not understood
   */
  public List<Filter<F>> filters(Query query, InstantSource clock) {
    return filters(FilterTerms.read(query, rules.keySet()), clock);
  }

  /**
   * Reads all conditions of a body {@code {"filters": [{"field", "operation", "value"}]}}.
   *
   * @throws Problem 400 for a body, field, operator or value that is not understood
   */
  public List<Filter<F>> filters(Map<?, ?> body, InstantSource clock) {
    return filters(FilterTerms.read(body), clock);
  }

  private List<Filter<F>> filters(List<Term> terms, InstantSource clock) {
    var filters = new ArrayList<Filter<F>>();
    for (Term term : terms) {
      add(filters, term, clock.instant());
    }
    if (filters.size() > MAX_FILTERS) {
      throw Problem.invalidFilters("at most %d conditions are possible".formatted(MAX_FILTERS));
    }
    return filters;
  }

  private void add(List<Filter<F>> filters, Term term, Instant now) {
    switch (term.field()) {
      case "scope" -> addScope(filters, term);
      case "timeRange" -> addTimeRange(filters, term, now);
      case "kind" -> {
        if (rules.containsKey("kind")) {
          addPlain(filters, term);
        } else {
          addKind(filters, term);
        }
      }
      default -> addPlain(filters, term);
    }
  }

  private void addPlain(List<Filter<F>> filters, Term term) {
    FilterRule<F> rule = rules.get(term.field());
    if (rule == null) {
      throw unknown(term);
    }
    if (!rule.operators().contains(term.operator())) {
      throw Problem.invalidFilters(
          "%s is not possible for %s".formatted(term.operator(), term.field()));
    }
    if (rule.keyed() != (term.key() != null)) {
      throw Problem.invalidFilters(
          rule.keyed()
              ? "%s needs a key: key:value or filters[%s][EQUALS][key]=value"
                  .formatted(term.field(), term.field())
              : "%s has no keys".formatted(term.field()));
    }
    List<String> values = term.values().stream().map(rule.value()).toList();
    filters.add(
        rule.meaning().apply(new Filter<>(rule.field(), term.operator(), values, term.key())));
  }

  private void addScope(List<Filter<F>> filters, Term term) {
    boolean wanted = term.operator() == Operator.EQUALS || term.operator() == Operator.IN;
    boolean system = false;
    boolean user = false;
    for (String value : term.values()) {
      switch (value) {
        case "SYSTEM" -> system = true;
        case "USER" -> user = true;
        default -> throw Problem.invalidFilters("scope must be USER or SYSTEM");
      }
    }
    if (system != user) {
      filters.add(
          Filter.of(
              namespace,
              system == wanted ? Operator.EQUALS : Operator.NOT_EQUALS,
              SYSTEM_NAMESPACE));
    }
  }

  private void addTimeRange(List<Filter<F>> filters, Term term, Instant now) {
    if (start == null) {
      throw unknown(term);
    }
    var range = Query.durationOf("timeRange", term.values().getFirst());
    filters.add(Filter.of(start, Operator.GREATER_THAN_OR_EQUAL_TO, now.minus(range).toString()));
  }

  // what is not an execution is a normal one
  private void addKind(List<Filter<F>> filters, Term term) {
    boolean wanted = term.operator() == Operator.EQUALS || term.operator() == Operator.IN;
    if (term.values().contains("NORMAL") != wanted) {
      filters.add(Filter.of(id, Operator.EQUALS, ""));
    }
  }

  private Problem unknown(Term term) {
    return Problem.invalidFilters(
        "there is no such field here%s; there are %s"
            .formatted(
                term.field().equals("timeRange") ? " as timeRange" : "",
                String.join(", ", rules.keySet())));
  }
}
