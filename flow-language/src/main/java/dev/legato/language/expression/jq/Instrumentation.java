package dev.legato.language.expression.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.misc.Pair;
import net.thisptr.jackson.jq.internal.operators.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts a meter round every part of a parsed query.
 *
 * <p>The library offers no hook in its evaluation and no getters on its tree, so the fields are
 * replaced by reflection, once per query. Only the library's own tree is touched, never data.
 */
final class Instrumentation {
  private static final String TREE = "net.thisptr.jackson.jq.internal.";
  private static final String MATCHERS = TREE + "tree.matcher.";

  private Instrumentation() {}

  static Expression meter(Expression expression) {
    replaceParts(expression);
    return new Metered(expression);
  }

  /** Replaces what an object of the tree consists of. */
  static void replaceParts(Object part) {
    String name = part.getClass().getName();
    if (!name.startsWith(TREE) || name.startsWith(MATCHERS)) {
      return;
    }
    for (Class<?> type = part.getClass();
        type != null && type.getName().startsWith(TREE);
        type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          replace(part, field);
        }
      }
    }
  }

  private static void replace(Object part, Field field) {
    try {
      field.setAccessible(true);
      Object value = field.get(part);
      Object replaced = replaced(value);
      if (replaced != null && field.getType().isInstance(replaced)) {
        field.set(part, replaced);
      }
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Expected to meter %s, but could not".formatted(field), e);
    }
  }

  private static @Nullable Object replaced(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Metered metered -> metered;
      case Expression expression -> meter(expression);
      case BinaryOperator operator -> new Guarded(operator);
      case Pair<?, ?> pair -> Pair.of(orSame(pair._1), orSame(pair._2));
      case List<?> list -> {
        List<@Nullable Object> replaced = new ArrayList<>();
        for (Object item : list) {
          replaced.add(orSame(item));
        }
        yield replaced;
      }
      default -> {
        replaceParts(value);
        yield null;
      }
    };
  }

  private static @Nullable Object orSame(@Nullable Object value) {
    Object replaced = replaced(value);
    return replaced == null ? value : replaced;
  }

  /** An operator that looks at the size of its result before there is one. */
  private record Guarded(BinaryOperator inner) implements BinaryOperator {
    @Override
    public JsonNode apply(ObjectMapper mapper, JsonNode left, JsonNode right)
        throws JsonQueryException {
      JqRun run = JqRun.CURRENT.get();
      if (left.isTextual() && right.isTextual()) {
        run.text((double) left.textValue().length() + right.textValue().length());
      } else if (inner.image().equals("*") && left.isTextual()) {
        run.text(left.textValue().length() * right.asDouble());
      } else if (inner.image().equals("*") && right.isTextual()) {
        run.text(right.textValue().length() * left.asDouble());
      }
      return inner.apply(mapper, left, right);
    }

    @Override
    public String image() {
      return inner.image();
    }
  }
}
