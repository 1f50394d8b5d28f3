package dev.legato.language.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.builtin.BuiltInTypes;
import dev.legato.language.builtin.CommonProperties;
import dev.legato.language.builtin.ShortTypes;
import dev.legato.language.builtin.TypeFamily;
import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Severity;
import dev.legato.plugin.type.PropertyDescriptor;
import dev.legato.plugin.type.TypeDescriptor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is described is what is read. */
final class DescriptionsTest {
  static Stream<Arguments> tasks() {
    return properties(BuiltInTypes.TASKS, CommonProperties.OF_A_TASK);
  }

  static Stream<Arguments> triggers() {
    return properties(BuiltInTypes.TRIGGERS, CommonProperties.OF_A_TRIGGER);
  }

  static Stream<Arguments> conditions() {
    return properties(BuiltInTypes.CONDITIONS, CommonProperties.OF_A_CONDITION);
  }

  private static Stream<Arguments> properties(TypeFamily family, List<PropertyDescriptor> common) {
    return family.types().stream()
        .flatMap(
            type ->
                Stream.concat(common.stream(), type.properties().stream())
                    .flatMap(DescriptionsTest::names)
                    .map(name -> Arguments.of(type.name(), name)));
  }

  private static Stream<String> names(PropertyDescriptor property) {
    return Stream.concat(Stream.of(property.name()), property.aliases().stream());
  }

  @ParameterizedTest(name = "{0} has {1}")
  @MethodSource("tasks")
  void everyPropertyOfATaskIsKnown(String type, String property) {
    assertKnown(Flows.PARSER.checkTask("{type: " + type + ", " + property + ": 1}"), property);
  }

  @ParameterizedTest(name = "{0} has {1}")
  @MethodSource("triggers")
  void everyPropertyOfATriggerIsKnown(String type, String property) {
    assertKnown(Flows.PARSER.checkTrigger("{type: " + type + ", " + property + ": 1}"), property);
  }

  @ParameterizedTest(name = "{0} has {1}")
  @MethodSource("conditions")
  void everyPropertyOfAConditionIsKnown(String type, String property) {
    assertKnown(
        Flows.PARSER.checkTrigger(
            "{type: core.trigger.Flow, conditions: [{type: %s, %s: 1}]}".formatted(type, property)),
        "conditions[0]." + property);
  }

  @Test
  void everyPropertyOfAFlowIsKnown() {
    CommonProperties.OF_A_FLOW.stream()
        .flatMap(DescriptionsTest::names)
        .forEach(name -> assertKnown(Flows.parse(name + ": 1").complaints(), name));
  }

  @Test
  void everyPropertyOfAnInputIsKnown() {
    assertWordsKnown(ShortTypes.INPUTS, "inputs: [{type: %s, %s: 1}]", "inputs[0].");
  }

  @Test
  void everyPropertyOfARetryIsKnown() {
    assertWordsKnown(ShortTypes.RETRIES, "retry: {type: %s, %s: 1}", "retry.");
  }

  @Test
  void everyPropertyOfAnSlaIsKnown() {
    assertWordsKnown(ShortTypes.SLAS, "sla: [{type: %s, %s: 1}]", "sla[0].");
  }

  private static void assertWordsKnown(
      Map<String, List<PropertyDescriptor>> words, String template, String path) {
    words.forEach(
        (word, properties) ->
            properties.stream()
                .flatMap(DescriptionsTest::names)
                .forEach(
                    name ->
                        assertKnown(
                            Flows.parse(template.formatted(word, name)).complaints(),
                            path + name)));
  }

  private static void assertKnown(List<Complaint> complaints, String path) {
    assertThat(complaints)
        .filteredOn(complaint -> complaint.path().equals(path))
        .extracting(Complaint::code)
        .doesNotContain(ComplaintCode.UNKNOWN_PROPERTY);
  }

  @Test
  void everyTypeIsFoundUnderItsNamesAndSaysWhatItIs() {
    for (TypeFamily family : BuiltInTypes.all()) {
      for (TypeDescriptor type : family.types()) {
        assertThat(type.title()).endsWith(".");
        Stream.concat(Stream.of(type.name()), type.aliases().stream())
            .forEach(name -> assertThat(family.find(name)).as(name).contains(type));
        assertThat(family.find(type.name().replace("io.kestra.plugin.", ""))).contains(type);
        assertThat(type.properties()).allSatisfy(p -> assertThat(p.title()).endsWith("."));
      }
    }
  }

  static Stream<TypeDescriptor> types() {
    return BuiltInTypes.all().stream().flatMap(family -> family.types().stream());
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyTypeIsShownWithAnExampleThatIsValid(TypeDescriptor type) {
    assertThat(type.description()).contains("```yaml\n", "type: " + type.name() + "\n");
    String example = type.description().split("```yaml\n|```", -1)[1];
    String flow =
        switch (type.name().substring("io.kestra.plugin.core.".length()).split("\\.")[0]) {
          case "trigger" -> around("") + "triggers:\n" + element(example);
          case "condition" ->
              around("")
                  + "triggers:\n  - id: t\n    type: io.kestra.plugin.core.trigger.Flow\n"
                  + "    conditions:\n"
                  + element(example).indent(4);
          default -> around(element(example));
        };

    List<Complaint> complaints = Flows.parse(flow).complaints();

    assertThat(complaints)
        .filteredOn(complaint -> complaint.severity() != Severity.INFO)
        .as(flow)
        .isEmpty();
    if (type.replacedBy() == null) {
      assertThat(complaints).isEmpty();
    }
  }

  private static String around(String task) {
    return """
    id: example
    namespace: company
    inputs:
      - {id: lines, type: STRING, defaults: x}
    tasks:
      - {id: before, type: io.kestra.plugin.core.log.Log, message: x}
    """
        + task;
  }

  private static String element(String yaml) {
    return "  - " + yaml.strip().indent(4).substring(4);
  }
}
