package dev.legato.language.expression;

import static dev.legato.language.expression.Fixture.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The jq filter: results, and queries written to exhaust the server. */
@Timeout(30)
class JqTest {
  private static final Map<String, Object> VARIABLES =
      map(
          "rows",
          List.of(
              map("id", 1L, "name", "ada", "tags", List.of("x", "y")),
              map("id", 2L, "name", "bob", "tags", List.of())),
          "text",
          "{\"a\": [1, 2.5, null, true]}");

  private static String outcome(String input, String query) {
    try {
      var variables = new HashMap<>(VARIABLES);
      variables.put("q", query);
      return Fixture.EXPRESSIONS.renderText("{{ " + input + " | jq(q) }}", variables);
    } catch (ExpressionException e) {
      return e.kind() + ": " + e.getMessage();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      quoteCharacter = '§',
      value = {
        "rows : .[].id -> [1,2]",
        "rows : [.[] | select(.id > 1) | .name] -> [[\"bob\"]]",
        "rows : map({(.name): .id}) | add -> [{\"ada\":1,\"bob\":2}]",
        "rows : length -> [2]",
        "rows : .[0] | keys -> [[\"id\",\"name\",\"tags\"]]",
        "rows : .[0].tags | join(\"-\") -> [\"x-y\"]",
        "rows : reduce .[] as $r (0; . + $r.id) -> [3]",
        "rows : [foreach .[] as $r (0; . + $r.id; . * 2)] -> [[2,6]]",
        "rows : def twice(f): f | f; .[0].id | twice(. + 1) -> [3]",
        "rows : .[] | \"\\(.name)=\\(.id)\" -> [\"ada=1\",\"bob=2\"]",
        "rows : sort_by(-.id)[0].name -> [\"bob\"]",
        "rows : group_by(.id) | length -> [2]",
        "rows : to_entries[0].key -> [0]",
        "rows : .[0] | .id = 5 | .id -> [5]",
        "rows : .[0] | .id += 5 | .id -> [6]",
        "rows : .[0] | del(.tags) -> [{\"id\":1,\"name\":\"ada\"}]",
        "rows : [.. | numbers] -> [[1,2]]",
        "rows : .[9] -> [null]",
        "rows : .[0].nope // \"d\" -> [\"d\"]",
        "rows : 1 | [limit(3; repeat(. * 2))] -> [[1,2,4]]",
        "rows : first(range(10)) -> [0]",
        "rows : try error(\"x\") catch . -> [\"x\"]",
        "rows : .[0].name | test(\"^A\"; \"i\") -> [true]",
        "rows : .[0].name | [match(\"a\"; \"g\").offset] -> [[0,2]]",
        "rows : .[0].name | capture(\"(?<first>.)\") -> [{\"first\":\"a\"}]",
        "rows : .[0].name | gsub(\"a\"; \"o\") -> [\"odo\"]",
        "rows : .[0].name | sub(\"(?<x>d)\"; \"<\\(.x)>\") -> [\"a<d>a\"]",
        "rows : .[0].name | [scan(\"a\")] -> [[\"a\",\"a\"]]",
        "rows : \"a, b\" | split(\", *\"; null) -> [[\"a\",\"b\"]]",
        "rows : .[0].name | ascii_upcase -> [\"ADA\"]",
        "rows : [range(5)] | .[1:3] -> [[1,2]]",
        "text : .a -> [[1,2.5,null,true]]",
        "5 : . + 1 -> [6]",
        "rows : env -> [{}]",
        "rows : $ENV -> [{}]",
        "rows : $ENV.PATH -> [null]",
        "rows : empty -> []",
      })
  void aQueryGivesTheListOfItsResults(String example, String expected) {
    int colon = example.indexOf(" : ");
    assertThat(outcome(example.substring(0, colon), example.substring(colon + 3)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[range(1e9)]",
        "[repeat(.)]",
        "reduce range(1e9) as $i (0; . + 1)",
        "last(range(1e9))",
        "def f: f; f",
        "def f: ., f; f",
        "def f(n): if n > 0 then (f(n - 1), f(n - 1)) else . end; [f(40)]",
        "def f(n): if n > 0 then (f(n - 1) | f(n - 1)) else . end; f(40)",
        "[recurse(. + 1)]",
        "5 | [recurse(. + 1)]",
        "5 | until(false; . + 1)",
        "5 | [while(true; .)]",
        "reduce range(100) as $i ([1]; . + .)",
        "reduce range(100) as $i ([1]; [., .])",
        "reduce range(100) as $i ([1]; [., .]) | tojson",
        "reduce range(100) as $i ({}; {a: ., b: .}) | tostring",
        "reduce range(100) as $i (\"ab\"; . + .)",
        "reduce range(100) as $i (\"ab\"; . * 2)",
        "reduce range(100) as $i (\"ab\"; \"\\(.)\\(.)\")",
        "\"ab\" * 1000000000",
        "1000000000 * \"ab\"",
        "\"ab\" | . *= 1000000000",
        "[] | .[1000000000] = 1",
        "[] | .[1000000000] |= 1",
        "[] | setpath([1000000000]; 1)",
        "[range(1000)] | [.[] as $a | .[] as $b | .[] as $c | 1]",
        "[range(1000)] | [combinations(3)]",
        "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\" | test(\"^(a|aa)+\\\\1b$\")",
        "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\" | gsub(\"^(a|aa)+\\\\1b$\"; \"\")",
        "reduce range(100000) as $i (1; [.])",
        "input_filename",
        "input",
        "include \"a\"; .",
        "import \"a\" as a; .",
        "{",
        ".a",
        "debug_scope | .x",
        "((((((((((",
      })
  void effortIsBoundedAndNothingOutsideIsReached(String query) {
    assertThat(outcome("rows", query))
        .matches(
            outcome -> outcome.startsWith("LIMIT: ") || outcome.startsWith("EVALUATION: "),
            "is a failure")
        .doesNotContain("ada", "net.thisptr", "jackson", "Exception");
  }
}
