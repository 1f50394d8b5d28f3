package dev.legato.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.Severity;
import dev.legato.language.flow.FlowParser;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example on the page about flows is a valid flow, or a valid part of one. */
class FlowPagesTest {
  private static final FlowParser PARSER = Language.parser();
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```yaml\n(.*?)^```");
  private static final String TASKS =
      "tasks: [{id: some-task, type: io.kestra.plugin.core.log.Log, message: x}]\n";

  static Stream<Arguments> examples() {
    String page = Checkout.read("docs/flows.md");
    return EXAMPLE
        .matcher(page)
        .results()
        .map(
            (MatchResult example) ->
                Arguments.of(
                    1 + page.substring(0, example.start()).lines().count(), example.group(1)));
  }

  @ParameterizedTest(name = "line {0}")
  @MethodSource("examples")
  void anExampleIsValid(long line, String example) {
    List<Complaint> complaints = PARSER.parse(flow(example)).complaints();

    // the page also shows what older flows use
    assertThat(complaints).filteredOn(complaint -> complaint.severity() != Severity.INFO).isEmpty();
  }

  private static String flow(String example) {
    StringBuilder flow = new StringBuilder();
    if (!has(example, "id")) {
      flow.append("id: example\nnamespace: company.team\n");
    }
    if (!has(example, "tasks")) {
      flow.append(TASKS);
    }
    return flow.append(example).toString();
  }

  private static boolean has(String example, String property) {
    return example.lines().anyMatch(line -> line.startsWith(property + ":"));
  }
}
