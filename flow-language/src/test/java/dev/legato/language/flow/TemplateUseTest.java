package dev.legato.language.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.flow.TemplateSource.Found;
import dev.legato.model.flow.TemplateId;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.TemplateStep;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateUseTest {
  private static final Map<String, String> TEMPLATES =
      Map.of(
          "plain", "tasks: [{id: say, type: core.log.Log, message: hi}]",
          "two",
              """
              tasks:
                - {id: say, type: core.log.Log, message: hi}
                - {id: again, type: core.log.Log, message: hi}
              errors:
                - {id: sorry, type: core.log.Log, message: oh}
              """,
          "outer",
              """
              tasks:
                - {id: say, type: core.log.Log, message: hi}
                - {id: inside, type: core.flow.Template, namespace: team, templateId: plain}
              """,
          "itself",
              "tasks: [{id: me, type: core.flow.Template, namespace: team, templateId: itself}]",
          "broken", "tasks: [{id: say, type: core.log.Log, mesage: hi}]",
          "items",
              """
              tasks:
                - id: each
                  type: core.flow.ForEachItem
                  items: x
                  namespace: a
                  flowId: b
              """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one:plain            | one, say
          one:two              | one, say, again, sorry
          # ids that are taken get the id of the task that uses the template
          one:plain two:plain  | one, say, two, two.say
          first:plain say:two  | first, first.say, say, say.say, again, sorry
          one:outer            | one, say, inside, inside.say
          one:outer two:outer  | one, say, inside, inside.say, two, two.say, two.inside, two.inside.say
          one:items two:items  | one, each, each_split, each_items, each_merge, two, two.each, two.each_split, two.each_items, two.each_merge
          # what cannot be had leaves the task without tasks
          one:itself           | one, me
          one:broken           | one
          one:gone             | one
          """)
  void aPlanHasTheTasksOfTemplates(String uses, String ids) {
    assertThat(String.join(", ", plan(uses).positions().keySet())).isEqualTo(ids);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one:gone   | one | There is no template 'team.gone'.
          one:itself | me  | The template 'team.itself' uses itself.
          one:broken | one | The template 'team.broken' is not valid: Property 'mesage' is unknown
          """)
  void aTaskTellsWhyItHasNoTasks(String uses, String task, String problem) {
    assertThat(use(plan(uses), task).copy().problem()).startsWith(problem.substring(0, 30));
    assertThat(use(plan(uses), task).copy().revision()).isZero();
  }

  @Test
  void aTaskKnowsItsOwnNamesAndItsArgs() {
    TemplateStep second = use(plan("one:plain two:plain"), "two");

    assertThat(second.copy())
        .isEqualTo(
            new Step.TemplateCopy(
                new TemplateId("team", "plain"), 3, null, Map.of("say", "two.say")));
    assertThat(second.args()).isEqualTo(Map.of("who", "{{ flow.id }}"));
    assertThat(use(plan("one:plain"), "one").copy().renamed()).isEmpty();
  }

  @Test
  void aPlanNamesTheRevisionsOfItsTemplates() {
    assertThat(plan("one:outer two:gone").templates())
        .isEqualTo(
            Map.of(
                new TemplateId("team", "outer"), 3,
                new TemplateId("team", "plain"), 3,
                new TemplateId("team", "gone"), 0));
  }

  @Test
  void aTemplateThatIsNotThereIsWarnedOf() {
    ParseResult result = Flows.PARSER.parse(source("one:gone two:plain"), TemplateUseTest::find);

    assertThat(result.errors()).isEmpty();
    assertThat(result.warnings())
        .extracting(Complaint::code, Complaint::path)
        .containsExactly(tuple(ComplaintCode.UNKNOWN_REFERENCE, "tasks[0].templateId"));
  }

  @Test
  void outputsOfTasksOfATemplateAreNotWarnedOf() {
    String reader = "  - {id: read, type: core.log.Log, message: '{{ outputs.say.value }}'}\n";

    assertThat(Flows.PARSER.parse(source("one:plain") + reader, TemplateUseTest::find).complaints())
        .noneMatch(complaint -> complaint.code() == ComplaintCode.UNKNOWN_REFERENCE);
  }

  @ParameterizedTest
  @CsvSource({"namespace: a, templateId", "templateId: a, namespace"})
  void aTaskHasToNameItsTemplate(String property, String missing) {
    ParseResult result =
        Flows.parseTasks("- {id: one, type: core.flow.Template, %s}".formatted(property));

    assertThat(result.errors())
        .extracting(Complaint::code, Complaint::path)
        .containsExactly(tuple(ComplaintCode.MISSING_PROPERTY, "tasks[0]." + missing));
  }

  private static TemplateStep use(Plan plan, String id) {
    return (TemplateStep) plan.position(id).orElseThrow().step();
  }

  private static Plan plan(String uses) {
    var flow = Flows.PARSER.parse(source(uses)).flow().orElseThrow();
    return new FlowCompiler(Flows.PARSER).compile(flow, TemplateUseTest::find);
  }

  /** A flow of tasks that use templates, each given as {@code task:template}. */
  private static String source(String uses) {
    var source = new StringBuilder("id: demo\nnamespace: company.team\ntasks:\n");
    for (String use : uses.split(" ")) {
      String[] names = use.split(":");
      source
          .append("  - {id: %s, type: core.flow.Template, namespace: team, ".formatted(names[0]))
          .append("templateId: %s, args: {who: '{{ flow.id }}'}}\n".formatted(names[1]));
    }
    return source.toString();
  }

  private static Optional<Found> find(TemplateId id) {
    return Optional.ofNullable(TEMPLATES.get(id.id())).map(source -> new Found(3, source));
  }
}
