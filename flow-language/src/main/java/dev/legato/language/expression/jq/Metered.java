package dev.legato.language.expression.jq;

import com.fasterxml.jackson.databind.JsonNode;
import dev.legato.language.expression.runtime.Failure;
import java.util.List;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.path.ArrayIndexPath;
import net.thisptr.jackson.jq.path.Path;
import org.jspecify.annotations.Nullable;

/** A part of a query that pays for each time it runs and for each value it gives. */
record Metered(Expression inner) implements Expression {
  @Override
  public void apply(
      Scope scope, JsonNode in, @Nullable Path path, PathOutput output, boolean requirePath)
      throws JsonQueryException {
    JqRun run = JqRun.CURRENT.get();
    run.step();
    inner.apply(scope, in, path, metered(run, output), requirePath);
  }

  @Override
  public String toString() {
    return inner.toString();
  }

  /** A native function that pays for its results. */
  static Function function(Function inner) {
    return (Scope scope,
        List<Expression> args,
        JsonNode in,
        Path path,
        PathOutput output,
        Version version) ->
        inner.apply(scope, args, in, path, metered(JqRun.CURRENT.get(), output), version);
  }

  private static PathOutput metered(JqRun run, PathOutput output) {
    return (value, path) -> {
      run.produced(value);
      if (path instanceof ArrayIndexPath index && index.index.asDouble() > JqRun.MAX_INDEX) {
        throw Failure.limit("a jq index is greater than %,d".formatted(JqRun.MAX_INDEX));
      }
      output.emit(value, path);
    };
  }
}
