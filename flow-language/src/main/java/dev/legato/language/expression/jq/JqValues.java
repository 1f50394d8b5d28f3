package dev.legato.language.expression.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.legato.language.expression.runtime.Budget;
import dev.legato.language.expression.runtime.Texts;
import dev.legato.language.expression.runtime.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain JSON values to the library's nodes, and back. */
final class JqValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JqValues() {}

  static JsonNode toNode(@Nullable Object value, Budget budget, int depth) {
    Values.checkDepth(depth);
    budget.step();
    return switch (value) {
      case null -> NODES.nullNode();
      case Boolean flag -> NODES.booleanNode(flag);
      case Integer number -> NODES.numberNode(number.intValue());
      case Long number -> NODES.numberNode(number.longValue());
      case Double number -> NODES.numberNode(number.doubleValue());
      case BigInteger number -> NODES.numberNode((BigInteger) Values.checked(number));
      case BigDecimal number -> NODES.numberNode((BigDecimal) Values.checked(number));
      case List<?> list -> {
        ArrayNode array = NODES.arrayNode(list.size());
        for (Object item : list) {
          array.add(toNode(item, budget, depth + 1));
        }
        yield array;
      }
      case Map<?, ?> map -> {
        ObjectNode object = NODES.objectNode();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          object.set(
              Texts.key(entry.getKey(), budget), toNode(entry.getValue(), budget, depth + 1));
        }
        yield object;
      }
      default -> NODES.textNode(value.toString());
    };
  }

  static @Nullable Object fromNode(JsonNode node, Budget budget, int depth) {
    Values.checkDepth(depth);
    budget.step();
    return switch (node.getNodeType()) {
      case NULL, MISSING -> null;
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node.numberValue());
      case ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>(node.size());
        for (JsonNode item : node) {
          list.add(fromNode(item, budget, depth + 1));
        }
        yield list;
      }
      case OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
          map.put(entry.getKey(), fromNode(entry.getValue(), budget, depth + 1));
        }
        yield map;
      }
      case STRING, BINARY, POJO -> node.asText();
    };
  }

  private static Number number(Number number) {
    return number instanceof Float fraction ? (Number) fraction.doubleValue() : number;
  }
}
