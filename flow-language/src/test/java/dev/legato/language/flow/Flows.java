package dev.legato.language.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.input.TestExpressions;
import dev.legato.language.schema.FlowSchema;
import dev.legato.language.schema.Schemas;
import dev.legato.model.flow.Flow;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Parses flows for tests. */
final class Flows {
  static final FlowParser PARSER = new FlowParser(TestTasks.CATALOG, TestExpressions.create());

  private static final Schemas SCHEMA = new Schemas(FlowSchema.generate(TestTasks.CATALOG));

  private Flows() {}

  static ParseResult parse(String source) {
    return PARSER.parse(source);
  }

  /** A flow of one task, with more at the top level. */
  static ParseResult parseWith(String properties) {
    return parse(
        """
        id: demo
        namespace: company.team
        tasks:
          - {id: hello, type: io.kestra.plugin.core.log.Log, message: hi}
        """
            + properties);
  }

  /** A flow with these tasks, each line of them indented by two. */
  static ParseResult parseTasks(String tasks) {
    return parse("id: demo\nnamespace: company.team\ntasks:\n" + tasks.indent(2));
  }

  static Flow valid(ParseResult result) {
    assertThat(result.errors()).isEmpty();
    Flow flow = result.flow().orElseThrow();
    if (!flow.source().contains("Defaults")) { // a schema does not see what they fill in
      assertThat(SCHEMA.problems(flow.source())).as("the JSON Schema accepts it, too").isEmpty();
    }
    return flow;
  }

  static Plan compile(ParseResult result) {
    return new FlowCompiler(PARSER).compile(valid(result));
  }

  static Step step(Plan plan, String id) {
    return plan.position(id).orElseThrow().step();
  }

  static Complaint onlyError(ParseResult result) {
    assertThat(result.errors()).hasSize(1);
    assertThat(result.flow()).isEmpty();
    return result.errors().getFirst();
  }

  static List<String> errorCodes(ParseResult result) {
    return result.errors().stream().map(e -> e.code().name()).toList();
  }

  static String resource(String name) {
    try (InputStream in = Flows.class.getResourceAsStream("/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
