package dev.legato.language.expression.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.legato.language.expression.format.Json;
import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.Failure;
import dev.legato.language.expression.runtime.Filter;
import dev.legato.language.expression.runtime.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.javacc.ExpressionParser;
import org.jspecify.annotations.Nullable;

/**
 * The {@code jq} filter. Always gives the list of all results. The environment is empty, modules
 * and files do not exist, a query ends after one second.
 */
public final class Jq implements Filter {
  private static final int MAX_QUERY = 10_000;
  private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");
  private static final Signature SIGNATURE =
      Signature.of("jq", "All results of a jq query: {'a': 1} | jq('.a') | first", "expression");

  /** Holder, so that the functions are read when the first query runs and not before. */
  private static final class Functions {
    static final Scope SCOPE = JqFunctions.scope();

    private Functions() {}
  }

  @Override
  public Signature signature() {
    return SIGNATURE;
  }

  @Override
  public @Nullable Object apply(@Nullable Object input, Call call) {
    String query = call.text("expression");
    if (input == null) {
      return null;
    }
    if (query.length() > MAX_QUERY) {
      throw Failure.limit("a jq query has more than %,d characters".formatted(MAX_QUERY));
    }
    Object parsed = input instanceof String text ? Json.parse(text, call) : input;
    JsonNode node = JqValues.toNode(parsed, call.budget(), 0);
    try {
      Expression expression = parse(query, call);
      return ScopedValue.where(JqRun.CURRENT, new JqRun(call))
          .call(() -> run(expression, node, call));
    } catch (StackOverflowError e) {
      throw Failure.limit("the jq query calls itself too deeply");
    }
  }

  private static Expression parse(String query, Call call) {
    try {
      return Instrumentation.meter(ExpressionParser.compile(query, Versions.JQ_1_6));
    } catch (JsonQueryException | RuntimeException e) {
      Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
      throw call.fail(
          place.find()
              ? "got an invalid query, near line %s, column %s"
                  .formatted(place.group(1), place.group(2))
              : "got an invalid query");
    }
  }

  private static List<@Nullable Object> run(Expression expression, JsonNode input, Call call) {
    List<@Nullable Object> results = new ArrayList<>();
    Scope scope = Scope.newChildScope(Functions.SCOPE);
    scope.setValue("ENV", JsonNodeFactory.instance.objectNode());
    try {
      expression.apply(
          scope, input, result -> results.add(JqValues.fromNode(result, call.budget(), 0)));
      return results;
    } catch (Failure failure) {
      throw failure;
    } catch (JsonQueryException | RuntimeException e) {
      // The library's message quotes values.
      throw call.fail("cannot apply its query to this value");
    }
  }
}
