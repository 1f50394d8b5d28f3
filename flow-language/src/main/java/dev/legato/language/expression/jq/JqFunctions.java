package dev.legato.language.expression.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.legato.language.expression.format.Regex;
import dev.legato.language.expression.runtime.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.IsolatedScopeQuery;
import net.thisptr.jackson.jq.internal.JsonQueryFunction;
import net.thisptr.jackson.jq.internal.javacc.ExpressionParser;

/** The functions of jq 1.6, without those that look outside, and with our regular expressions. */
final class JqFunctions {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JqFunctions() {}

  static Scope scope() {
    Scope scope = Scope.newEmptyScope();
    BuiltinFunctionLoader.getInstance()
        .listFunctions(Versions.JQ_1_6, scope)
        .forEach(
            (name, function) -> {
              if (function instanceof JsonQueryFunction) {
                Instrumentation.replaceParts(function);
                scope.addFunction(name, function);
              } else {
                scope.addFunction(name, Metered.function(function));
              }
            });
    scope.addFunction("env/0", (_, _, _, _, output, _) -> output.emit(NODES.objectNode(), null));
    scope.addFunction("debug_scope/0", (_, _, in, path, output, _) -> output.emit(in, path));
    scope.addFunction(
        "_match_impl/3", (inner, args, in, _, output, _) -> match(inner, args, in, output));
    scope.addFunction(
        "_sub_impl/3", (inner, args, in, _, output, _) -> substitute(inner, args, in, output));
    guardIndexes(scope);
    addRepeat(scope);
    return scope;
  }

  /** The one function of jq 1.6 that the library lacks. */
  private static void addRepeat(Scope scope) {
    try {
      Expression body =
          ExpressionParser.compile("def _repeat: ., (f | _repeat); _repeat", Versions.JQ_1_6);
      scope.addFunction(
          "repeat/1",
          new JsonQueryFunction(
              "repeat", List.of("f"), Instrumentation.meter(new IsolatedScopeQuery(body)), scope));
    } catch (JsonQueryException e) {
      throw new IllegalStateException("Expected 'repeat' to parse, but it does not", e);
    }
  }

  /** An index of a path makes the list as long as the index. */
  private static void guardIndexes(Scope scope) {
    var setPath = scope.getFunction("setpath", 2);
    scope.addFunction(
        "setpath/2",
        (inner, args, in, path, output, version) -> {
          args.getFirst().apply(inner, in, JqFunctions::checkIndexes);
          setPath.apply(inner, args, in, path, output, version);
        });
  }

  private static void checkIndexes(JsonNode path) {
    for (JsonNode index : path) {
      if (index.isNumber() && index.asDouble() > JqRun.MAX_INDEX) {
        throw Failure.limit("a jq index is greater than %,d".formatted(JqRun.MAX_INDEX));
      }
    }
  }

  private static String text(JsonNode value) throws JsonQueryException {
    if (!value.isTextual()) {
      throw new JsonQueryException("a regular expression works on text");
    }
    return value.textValue();
  }

  private static void match(Scope scope, List<Expression> args, JsonNode in, PathOutput output)
      throws JsonQueryException {
    String subject = text(in);
    args.get(2)
        .apply(
            scope,
            in,
            testOnly ->
                args.get(1)
                    .apply(
                        scope,
                        in,
                        flags ->
                            args.get(0)
                                .apply(
                                    scope,
                                    in,
                                    regex ->
                                        output.emit(
                                            match(
                                                subject,
                                                text(regex),
                                                flags.asText(""),
                                                testOnly.asBoolean()),
                                            null))));
  }

  private static JsonNode match(String subject, String regex, String flags, boolean testOnly) {
    if (testOnly) {
      return BooleanNode.valueOf(regex(regex, flags, subject, Matcher::find));
    }
    ArrayNode matches = NODES.arrayNode();
    regex(
        regex,
        flags,
        subject,
        matcher -> {
          while (matcher.find()) {
            JqRun.CURRENT.get().step();
            matches.add(describe(subject, matcher));
            if (!flags.contains("g")) {
              break;
            }
          }
          return matches;
        });
    return matches;
  }

  private static <T> T regex(String regex, String flags, String subject, Function<Matcher, T> use) {
    StringBuilder inline = new StringBuilder();
    inline.append(flags.contains("i") ? "i" : "").append(flags.contains("x") ? "x" : "");
    inline.append(flags.contains("s") || flags.contains("p") ? "s" : "");
    String pattern = inline.isEmpty() ? regex : "(?" + inline + ")" + regex;
    return Regex.match(pattern, subject, JqRun.CURRENT.get().call(), use);
  }

  private static ObjectNode describe(String subject, Matcher matcher) {
    ObjectNode match = group(subject, matcher, 0);
    ArrayNode captures = match.putArray("captures");
    Map<Integer, String> names = names(matcher);
    for (int group = 1; group <= matcher.groupCount(); group++) {
      captures.add(group(subject, matcher, group).put("name", names.get(group)));
    }
    return match;
  }

  private static Map<Integer, String> names(Matcher matcher) {
    return matcher.namedGroups().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
  }

  /** Offsets count code points, as in jq. */
  private static ObjectNode group(String subject, Matcher matcher, int group) {
    String found = matcher.group(group);
    int start = matcher.start(group);
    return NODES
        .objectNode()
        .put("offset", start < 0 ? -1 : subject.codePointCount(0, start))
        .put("length", found == null ? 0 : found.codePointCount(0, found.length()))
        .put("string", found);
  }

  private static void substitute(Scope scope, List<Expression> args, JsonNode in, PathOutput output)
      throws JsonQueryException {
    String subject = text(in);
    args.get(2)
        .apply(
            scope,
            in,
            flags ->
                args.get(0)
                    .apply(
                        scope,
                        in,
                        regex ->
                            substitute(
                                subject,
                                match(subject, text(regex), flags.asText(""), false),
                                scope,
                                args.get(1),
                                output)));
  }

  private static void substitute(
      String subject, JsonNode matches, Scope scope, Expression replacement, PathOutput output)
      throws JsonQueryException {
    StringBuilder result = new StringBuilder();
    int from = 0;
    for (JsonNode match : matches) {
      int start = subject.offsetByCodePoints(0, match.get("offset").intValue());
      ObjectNode captures = NODES.objectNode();
      for (JsonNode capture : match.get("captures")) {
        if (capture.get("name").isTextual()) {
          captures.set(capture.get("name").textValue(), capture.get("string"));
        }
      }
      List<JsonNode> replacements = new ArrayList<>();
      replacement.apply(scope, captures, replacements::add);
      if (replacements.isEmpty()) {
        return;
      }
      result.append(subject, from, start).append(text(replacements.getFirst()));
      JqRun.CURRENT.get().text(result.length());
      from = subject.offsetByCodePoints(start, match.get("length").intValue());
    }
    output.emit(new TextNode(result.append(subject, from, subject.length()).toString()), null);
  }
}
