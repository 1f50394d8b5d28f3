package dev.legato.language.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.model.flow.InputDefinition;
import dev.legato.model.flow.OutputDefinition;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.Branch;
import dev.legato.model.plan.Step.CallStep;
import dev.legato.model.plan.Step.DagStep;
import dev.legato.model.plan.Step.DirectoryStep;
import dev.legato.model.plan.Step.ExitStep;
import dev.legato.model.plan.Step.Frequency;
import dev.legato.model.plan.Step.IfStep;
import dev.legato.model.plan.Step.LabelsStep;
import dev.legato.model.plan.Step.LoopOrder;
import dev.legato.model.plan.Step.LoopStep;
import dev.legato.model.plan.Step.LoopUntilStep;
import dev.legato.model.plan.Step.ParallelStep;
import dev.legato.model.plan.Step.PauseLimits;
import dev.legato.model.plan.Step.PauseStep;
import dev.legato.model.plan.Step.Rounds;
import dev.legato.model.plan.Step.SequenceStep;
import dev.legato.model.plan.Step.SetVariablesStep;
import dev.legato.model.plan.Step.SwitchStep;
import dev.legato.model.plan.Step.TaskStep;
import dev.legato.model.plan.Step.UnsetVariablesStep;
import dev.legato.model.plan.StepPosition.Section;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ControlReaderTest {
  private static final String CHILD = "{id: child, type: core.log.Log, message: x}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.kestra.plugin.core.flow.Sequential",
        "io.kestra.core.tasks.flows.Sequential",
        "core.flow.Sequential"
      })
  void allSpellingsOfATypeWork(String type) {
    assertThat(group("type: " + type + "\n  tasks: [" + CHILD + "]"))
        .isInstanceOf(SequenceStep.class)
        .extracting(step -> step.header().type())
        .isEqualTo(type);
  }

  @Test
  void parallelHasAnOptionalLimit() {
    assertThat(group("type: core.flow.Parallel\n  tasks: [" + CHILD + "]"))
        .isInstanceOfSatisfying(ParallelStep.class, s -> assertThat(s.concurrent()).isZero());
    assertThat(group("type: core.flow.Parallel\n  concurrent: 3\n  tasks: [" + CHILD + "]"))
        .isInstanceOfSatisfying(ParallelStep.class, s -> assertThat(s.concurrent()).isEqualTo(3));
  }

  @Test
  void allowFailureIsASequenceThatForgives() {
    SequenceStep step =
        (SequenceStep) group("type: core.flow.AllowFailure\n  tasks: [" + CHILD + "]");

    assertThat(step.header().allowFailure()).isTrue();
  }

  @Test
  void ifHasTwoBranches() {
    IfStep step =
        (IfStep)
            group("type: core.flow.If\n  condition: '{{ inputs.a }}'\n  then: [" + CHILD + "]");

    assertThat(step.condition()).isEqualTo("{{ inputs.a }}");
    assertThat(step.branches()).extracting(Branch::name).containsExactly("then", "else");
    assertThat(step.branches()).extracting(b -> b.steps().size()).containsExactly(1, 0);
  }

  @Test
  void switchKeepsCaseKeysAsWritten() {
    SwitchStep step =
        (SwitchStep)
            group(
                """
                type: core.flow.Switch
                  value: "{{ inputs.a }}"
                  cases:
                    true: [{id: a, type: core.log.Log, message: x}]
                    1.10: [{id: b, type: core.log.Log, message: x}]
                    defaults: [{id: c, type: core.log.Log, message: x}]
                  defaults: [{id: d, type: core.log.Log, message: x}]
                """);

    assertThat(step.branches())
        .extracting(Branch::name)
        .containsExactly("true", "1.10", "defaults", "defaults");
    assertThat(step.defaultBranch()).isEqualTo(3);
    assertThat(step.branchFor("1.10")).isEqualTo(1);
    assertThat(step.branchFor("defaults")).isEqualTo(2);
    assertThat(step.branchFor("other")).isEqualTo(3);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'type: core.flow.EachSequential, value: "[1]"'                     | CHILDREN_IN_ORDER | 1
          'type: core.flow.EachParallel, value: "[1]"'                       | ALL_AT_ONCE       | 0
          'type: core.flow.EachParallel, value: "[1]", concurrent: 4'        | ALL_AT_ONCE       | 4
          'type: core.flow.ForEach, values: "[1]"'                           | CHILDREN_IN_ORDER | 1
          'type: core.flow.ForEach, values: "[1]", concurrencyLimit: 0'      | CHILDREN_IN_ORDER | 0
          'type: core.flow.ForEach, values: "[1]", concurrencyLimit: 7'      | CHILDREN_IN_ORDER | 7
          """)
  void loopsDifferInOrderAndLimit(String properties, LoopOrder order, int limit) {
    LoopStep step =
        (LoopStep)
            Flows.step(
                Flows.compile(
                    Flows.parseTasks("- {id: group, " + properties + ", tasks: [" + CHILD + "]}")),
                "group");

    assertThat(step.order()).isEqualTo(order);
    assertThat(step.limit()).isEqualTo(limit);
    assertThat(step.values()).isEqualTo("[1]");
  }

  @Test
  void loopValuesMayBeAList() {
    LoopStep step =
        (LoopStep)
            group("type: core.flow.ForEach\n  values: [a, 1, '{{ x }}', {b: c}]\n  tasks: []");

    assertThat(step.values()).isEqualTo(List.of("a", 1, "{{ x }}", Map.of("b", "c")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          type: core.flow.Parallel                                  | MISSING_PROPERTY | tasks
          'type: core.flow.Parallel, tasks: []'                     | MISSING_PROPERTY | tasks
          'type: core.flow.Parallel, tasks: [x]'                    | WRONG_TYPE       | tasks[0]
          'type: core.flow.Parallel, concurrent: -1, tasks: [{id: c, type: core.log.Log, message: x}]' | WRONG_TYPE | concurrent
          'type: core.flow.If, condition: x'                        | MISSING_PROPERTY | then
          'type: core.flow.If, then: []'                            | MISSING_PROPERTY | then
          'type: core.flow.Switch, value: x'                        | MISSING_PROPERTY | cases
          'type: core.flow.Switch, defaults: []'                    | MISSING_PROPERTY | value
          'type: core.flow.Switch, value: x, defaults: []'          | MISSING_PROPERTY | cases
          'type: core.flow.Switch, value: x, cases: {a: []}'        | MISSING_PROPERTY | cases
          'type: core.flow.Switch, value: x, cases: []'             | WRONG_TYPE       | cases
          type: core.flow.ForEach                                   | MISSING_PROPERTY | values
          'type: core.flow.ForEach, values: 5'                      | WRONG_TYPE       | values
          'type: core.flow.ForEach, values: {a: b}'                 | WRONG_TYPE       | values
          'type: core.flow.ForEach, values: [true]'                 | WRONG_TYPE       | values
          'type: core.flow.ForEach, values: [null]'                 | WRONG_TYPE       | values
          'type: core.flow.ForEach, values: [[1]]'                  | WRONG_TYPE       | values
          'type: core.flow.ForEach, value: "[1]"'                   | UNKNOWN_PROPERTY | value
          'type: core.flow.Sequential, finally: [x]'                | WRONG_TYPE       | finally[0]
          'type: core.flow.Dag'                                     | MISSING_PROPERTY | tasks
          'type: core.flow.Dag, tasks: []'                          | MISSING_PROPERTY | tasks
          'type: core.flow.Dag, tasks: [x]'                         | WRONG_TYPE       | tasks[0]
          'type: core.flow.Dag, tasks: [{dependsOn: []}]'           | MISSING_PROPERTY | tasks[0].task
          'type: core.flow.Dag, tasks: [{task: {id: a, type: core.log.Log}}]' | MISSING_PROPERTY | tasks[0].task.message
          'type: core.flow.Dag, tasks: [{task: {id: a, type: core.log.Log, message: x}, dependson: [a]}]' | UNKNOWN_PROPERTY | tasks[0].dependson
          'type: core.flow.Dag, tasks: [{task: {id: a, type: core.log.Log, message: x}, dependsOn: [zz]}]' | UNKNOWN_REFERENCE | tasks[0].dependsOn
          'type: core.flow.Dag, tasks: [{task: {id: a, type: core.log.Log, message: x}, dependsOn: [a]}]' | CYCLE | tasks[0].dependsOn
          'type: core.flow.Pause, delay: soon'                      | WRONG_TYPE       | delay
          'type: core.flow.Pause, delay: PT1S, pauseDuration: PT1S' | INVALID_VALUE    | delay
          'type: core.flow.Pause, behavior: GO'                     | WRONG_TYPE       | behavior
          'type: core.flow.Pause, onResume: [{id: a}]'              | MISSING_PROPERTY | onResume[0].type
          'type: core.flow.Pause, onPause: {id: p, type: core.log.Log}' | MISSING_PROPERTY | onPause.message
          'type: core.flow.LoopUntil, tasks: [{id: c, type: core.log.Log, message: x}]' | MISSING_PROPERTY | condition
          'type: core.flow.LoopUntil, condition: x'                 | MISSING_PROPERTY | tasks
          'type: core.flow.LoopUntil, condition: x, tasks: [], checkFrequency: {maxIterations: 0}' | WRONG_TYPE | checkFrequency.maxIterations
          'type: core.flow.LoopUntil, condition: x, tasks: [], checkFrequency: {interval: PT0S}' | INVALID_VALUE | checkFrequency.interval
          'type: core.flow.LoopUntil, condition: x, tasks: [], checkFrequency: {every: PT1S}' | UNKNOWN_PROPERTY | checkFrequency.every
          'type: core.flow.Loop, tasks: []'                         | MISSING_PROPERTY | values
          'type: core.flow.Loop, values: [1], tasks: [], fetchType: ALL' | WRONG_TYPE  | fetchType
          'type: core.flow.Loop, values: [1], tasks: [], outputs: [{id: a, type: INT}]' | MISSING_PROPERTY | outputs[0].value
          'type: core.flow.Subflow, flowId: x'                      | MISSING_PROPERTY | namespace
          'type: core.flow.Subflow, namespace: x'                   | MISSING_PROPERTY | flowId
          'type: core.flow.Subflow, namespace: company.team, flowId: demo' | CYCLE    | flowId
          'type: core.flow.Subflow, namespace: a, flowId: b, labels: {system.x: y}' | ENGINE_ONLY | labels.system.x
          'type: core.flow.Subflow, namespace: a, flowId: b, wait: maybe' | WRONG_TYPE | wait
          'type: core.flow.Subflow, namespace: a, flowId: b, revision: last' | WRONG_TYPE | revision
          'type: core.flow.ForEachItem, namespace: a, flowId: b'    | MISSING_PROPERTY | items
          'type: core.flow.ForEachItem, items: "{{ x }}", namespace: company.team, flowId: demo' | CYCLE | flowId
          'type: core.flow.ForEachItem, items: x, namespace: a, flowId: b, batch: {row: 1}' | UNKNOWN_PROPERTY | batch.row
          'type: core.flow.WorkingDirectory'                        | MISSING_PROPERTY | tasks
          'type: core.flow.WorkingDirectory, tasks: []'             | MISSING_PROPERTY | tasks
          'type: core.flow.WorkingDirectory, tasks: [{id: c, type: core.flow.Sequential, tasks: []}]' | INVALID_VALUE | tasks[0].type
          'type: core.flow.WorkingDirectory, tasks: [{id: c, type: core.log.Log, message: x}], cache: {ttl: P1D}' | MISSING_PROPERTY | cache.patterns
          type: core.execution.Labels                               | MISSING_PROPERTY | labels
          'type: core.execution.Labels, labels: text'               | WRONG_TYPE       | labels
          'type: core.execution.Labels, labels: {system.x: y}'      | ENGINE_ONLY      | labels
          'type: core.execution.Exit, state: GONE'                  | WRONG_TYPE       | state
          'type: core.execution.SetVariables, variables: text'      | WRONG_TYPE       | variables
          'type: core.execution.UnsetVariables, variables: {a: b}'  | WRONG_TYPE       | variables
          'type: core.flow.Sequential, taks: []'                    | UNKNOWN_PROPERTY | taks
          """)
  void mistakesInGroupsAreNamed(String properties, ComplaintCode code, String path) {
    ParseResult result = Flows.parseTasks("- {id: group, " + properties + "}");

    assertThat(result.errors())
        .anySatisfy(
            complaint -> {
              assertThat(complaint.code()).isEqualTo(code);
              assertThat(complaint.path()).isEqualTo("tasks[0]." + path);
            });
  }

  @Test
  void mistakesInChildrenHaveTheirWholePath() {
    Complaint complaint =
        Flows.onlyError(
            Flows.parseTasks(
                """
                - id: s
                  type: core.flow.Switch
                  value: x
                  cases:
                    a:
                      - {id: c, type: core.log.Log}
                """));

    assertThat(complaint.path()).isEqualTo("tasks[0].cases.a[0].message");
    assertThat(complaint.line()).isEqualTo(9);
  }

  @Test
  void errorTasksAreASectionOfTheirOwn() {
    Plan plan =
        Flows.compile(
            Flows.parse(
                """
                id: a
                namespace: b
                tasks:
                  - id: group
                    type: core.flow.Sequential
                    tasks: [{id: t, type: core.log.Log, message: x}]
                    errors: [{id: e1, type: core.log.Log, message: x}]
                errors:
                  - {id: e2, type: core.log.Log, message: x}
                """));

    assertThat(plan.position("e1").orElseThrow().section()).isEqualTo(Section.ERRORS);
    assertThat(plan.position("e2").orElseThrow().section()).isEqualTo(Section.ERRORS);
    assertThat(plan.position("e2").orElseThrow().parent()).isNull();
    assertThat(plan.position("t").orElseThrow().parent().id()).isEqualTo("group");
  }

  @Test
  void disabledTasksAreNotInThePlanButAreChecked() {
    String tasks =
        """
        - {id: on, type: core.log.Log, message: x}
        - id: off
          type: core.flow.Sequential
          disabled: true
          tasks: [{id: inner, type: core.log.Log, message: x}]
        """;

    assertThat(Flows.compile(Flows.parseTasks(tasks)).positions()).containsOnlyKeys("on");
    assertThat(Flows.parseTasks(tasks.replace("message", "mesage")).errors()).hasSize(2);
  }

  @Test
  void aDagKnowsThePlacesOfDependenciesAndLooksThroughDisabledTasks() {
    DagStep step =
        (DagStep)
            group(
                """
                type: core.flow.Dag
                  concurrent: 2
                  tasks:
                    - task: {id: c, type: core.log.Log, message: x}
                      dependsOn: [b]
                    - task: {id: b, type: core.log.Log, message: x, disabled: true}
                      dependsOn: [a]
                    - task: {id: a, type: core.log.Log, message: x}
                """);

    assertThat(step.branches().getFirst().steps()).extracting(Step::id).containsExactly("c", "a");
    assertThat(step.dependencies()).containsExactly(List.of(1), List.of());
    assertThat(step.concurrent()).isEqualTo(2);
  }

  @Test
  void aCircleInADagIsShown() {
    Complaint complaint =
        Flows.onlyError(
            Flows.parseTasks(
                """
                - id: dag
                  type: core.flow.Dag
                  tasks:
                    - task: {id: z, type: core.log.Log, message: x}
                      dependsOn: [a]
                    - task: {id: a, type: core.log.Log, message: x}
                      dependsOn: [b]
                    - task: {id: b, type: core.log.Log, message: x}
                      dependsOn: [a]
                """));

    assertThat(complaint.message()).isEqualTo("The tasks depend on each other in a circle: a, b.");
  }

  @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          'delay: PT5S'                                | PT5S        | -    | RESUME
          'pauseDuration: 90'                          | PT1M30S     | -    | RESUME
          'pauseDuration: "{{ labels.d }}", behavior: warn' | '{{ labels.d }}' | - | WARN
          'timeout: PT1H, behavior: "{{ labels.b }}"'    | -           | PT1H | '{{ labels.b }}'
          """)
  void aPauseMayHaveAnEnd(String properties, String duration, String timeout, String behavior) {
    ParseResult result =
        Flows.parseTasks("- {id: group, type: core.flow.Pause, " + properties + "}");
    PauseStep step = (PauseStep) Flows.step(Flows.compile(result), "group");

    assertThat(step.limits()).isEqualTo(new PauseLimits(duration, timeout, behavior));
    assertThat(result.warnings()).isEmpty();
  }

  @Test
  void aPauseAsksAndActs() {
    PauseStep step =
        (PauseStep)
            group(
                """
                type: io.kestra.core.tasks.flows.Pause
                  onResume: [{id: reason, type: STRING}]
                  onPause: {id: tell, type: core.log.Log, message: x}
                  tasks: [{id: after, type: core.log.Log, message: x}]
                """);

    assertThat(step.onResume()).extracting(InputDefinition::id).containsExactly("reason");
    assertThat(step.onPause()).extracting(Step::id).containsExactly("tell");
    assertThat(step.branches().getFirst().steps()).extracting(Step::id).containsExactly("after");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "io.kestra.plugin.core.flow.LoopUntil, PT1M, -, -",
        "io.kestra.plugin.core.flow.WaitFor, PT1S, 100, PT1H",
        "core.flow.WaitFor, PT1S, 100, PT1H",
      })
  void loopsUntilDifferInTheirLimitsBySpelling(
      String type, Duration interval, Integer maxIterations, Duration maxDuration) {
    LoopUntilStep step =
        (LoopUntilStep) group("type: " + type + "\n  condition: x\n  tasks: [" + CHILD + "]");

    assertThat(step.frequency())
        .isEqualTo(new Frequency(interval, maxIterations, maxDuration, false));
  }

  @Test
  void whatALoopUntilSaysWins() {
    LoopUntilStep step =
        (LoopUntilStep)
            group(
                """
                type: core.flow.WaitFor
                  condition: x
                  failOnMaxReached: true
                  checkFrequency: {maxIterations: 3, interval: PT2S}
                  tasks: [{id: child, type: core.log.Log, message: x}]
                """);

    assertThat(step.frequency())
        .isEqualTo(new Frequency(Duration.ofSeconds(2), 3, Duration.ofHours(1), true));
  }

  @Test
  void aLoopHasRoundsOfItsOwn() {
    LoopStep step =
        (LoopStep)
            group(
                """
                type: core.flow.Loop
                  values: {a: 1, b: 2}
                  concurrencyLimit: 3
                  transmitFailed: false
                  fetchType: store
                  outputs: [{id: o, type: STRING, value: "{{ item.value }}"}]
                  tasks: [{id: child, type: core.log.Log, message: x}]
                """);

    assertThat(step.values()).isEqualTo(Map.of("a", 1, "b", 2));
    assertThat(step.limit()).isEqualTo(3);
    assertThat(step.rounds().transmitFailed()).isFalse();
    assertThat(step.rounds().fetch()).isEqualTo(Rounds.Fetch.STORE);
    assertThat(step.rounds().outputs()).extracting(OutputDefinition::id).containsExactly("o");
  }

  @Test
  void errorsOfALoopAreHandledInTheRound() {
    LoopStep step =
        (LoopStep)
            group(
                """
                type: core.flow.Loop
                  values: [a]
                  tasks: [{id: child, type: core.log.Log, message: x}]
                  errors: [{id: wrong, type: core.log.Log, message: x}]
                  finally: [{id: end, type: core.log.Log, message: x}]
                """);

    assertThat(step.errors()).isEmpty();
    assertThat(step.finallySteps()).extracting(Step::id).containsExactly("end");
    assertThat(step.branches().getFirst().steps())
        .singleElement()
        .isInstanceOfSatisfying(
            SequenceStep.class,
            round -> {
              assertThat(round.id()).isEqualTo(step.id() + "_round");
              assertThat(round.branches().getFirst().steps())
                  .extracting(Step::id)
                  .containsExactly("child");
              assertThat(round.errors()).extracting(Step::id).containsExactly("wrong");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "io.kestra.plugin.core.flow.Subflow, ",
    "io.kestra.plugin.core.flow.Flow, ",
    "io.kestra.core.tasks.flows.Subflow, ",
    "io.kestra.core.tasks.flows.Flow, false",
  })
  void theFirstSpellingOfASubflowDoesNotWait(String type, Boolean wait) {
    CallStep step = (CallStep) group("type: " + type + "\n  namespace: a\n  flowId: b");

    assertThat(step.kind()).isEqualTo(CallStep.Kind.SUBFLOW);
    assertThat(step.properties().get("wait")).isEqualTo(wait);
    assertThat(step.properties().get("transmitFailed")).isEqualTo(wait);
  }

  @Test
  void aSubflowKeepsWhatItsAuthorWrote() {
    CallStep step =
        (CallStep)
            group(
                """
                type: io.kestra.core.tasks.flows.Flow
                  namespace: a
                  flowId: "{{ vars.flow }}"
                  wait: true
                  revision: "{{ vars.revision }}"
                  inputs: {x: 1.10, y: "{{ a }}"}
                  labels: {cost: 1.10}
                """);

    assertThat(step.properties())
        .containsEntry("flowId", "{{ vars.flow }}")
        .containsEntry("wait", true)
        .containsEntry("transmitFailed", false)
        .containsEntry("revision", "{{ vars.revision }}")
        .containsEntry("labels", Map.of("cost", "1.10"));
  }

  @Test
  void forEachItemIsThreeTasksInARow() {
    SequenceStep step =
        (SequenceStep)
            group(
                """
                type: core.flow.ForEachItem
                  items: "{{ outputs.e.uri }}"
                  batch: {rows: 10}
                  namespace: a
                  flowId: b
                  inputs: {file: "{{ taskrun.items }}"}
                """);

    List<Step> steps = step.branches().getFirst().steps();
    assertThat(steps)
        .extracting(Step::id)
        .containsExactly("group_split", "group_items", "group_merge");
    assertThat(((TaskStep) steps.get(0)).properties())
        .isEqualTo(Map.of("items", "{{ outputs.e.uri }}", "batch", Map.of("rows", 10)));
    CallStep items = (CallStep) steps.get(1);
    assertThat(items.kind()).isEqualTo(CallStep.Kind.FOR_EACH_ITEM);
    assertThat(items.properties())
        .containsOnlyKeys("namespace", "flowId", "inputs", "splits")
        .containsEntry("splits", "{{ outputs['group_split'].splits }}");
    assertThat(((TaskStep) steps.get(2)).properties()).containsEntry("task", "group_items");
  }

  @Test
  void theIdsThatForEachItemNeedsAreTaken() {
    ParseResult result =
        Flows.parseTasks(
            """
            - {id: group, type: core.flow.ForEachItem, items: x, namespace: a, flowId: b}
            - {id: group_items, type: core.log.Log, message: x}
            """);

    assertThat(Flows.onlyError(result).code()).isEqualTo(ComplaintCode.DUPLICATE_ID);
  }

  @Test
  void hiddenTypesCannotBeWritten() {
    assertThat(
            Flows.onlyError(
                    Flows.parseTasks(
                        "- {id: a, type: io.kestra.plugin.core.flow.ForEachItem$ForEachItemSplit}"))
                .code())
        .isEqualTo(ComplaintCode.UNKNOWN_TYPE);
  }

  @Test
  void aDirectoryHoldsTasksOfOneWorker() {
    DirectoryStep step =
        (DirectoryStep)
            group(
                """
                type: io.kestra.core.tasks.flows.Worker
                  inputFiles: {a.txt: "{{ x }}"}
                  outputFiles: ["*.csv"]
                  cache: {patterns: [lib/**], ttl: P1D}
                  namespaceFiles: {enabled: true}
                  tasks: [{id: child, type: core.log.Log, message: x}]
                """);

    assertThat(step.properties())
        .containsOnlyKeys("inputFiles", "outputFiles", "cache", "namespaceFiles");
    assertThat(step.branches().getFirst().steps())
        .extracting(Step::id)
        .containsExactly("group_files", "child", "group_outputs");
  }

  @Test
  void tasksOnTheirOwnExecutionNeedNoWorker() {
    Plan plan =
        Flows.compile(
            Flows.parseTasks(
                """
                - {id: l1, type: core.execution.Labels, labels: {a: "{{ x }}"}}
                - {id: l2, type: io.kestra.core.tasks.executions.Labels, labels: "{{ x }}"}
                - {id: l3, type: core.execution.Labels, labels: [{key: a, value: b}]}
                - {id: s, type: core.execution.SetVariables, variables: {a: 1}, overwrite: false}
                - {id: u, type: core.execution.UnsetVariables, variables: [a.b], ignoreMissing: true}
                - {id: e, type: core.execution.Exit, state: canceled}
                """));

    assertThat(((LabelsStep) Flows.step(plan, "l1")).labels()).isEqualTo(Map.of("a", "{{ x }}"));
    assertThat(((LabelsStep) Flows.step(plan, "l2")).labels()).isEqualTo("{{ x }}");
    assertThat(((LabelsStep) Flows.step(plan, "l3")).labels())
        .isEqualTo(List.of(Map.of("key", "a", "value", "b")));
    assertThat(Flows.step(plan, "s"))
        .isInstanceOfSatisfying(
            SetVariablesStep.class,
            s -> {
              assertThat(s.variables()).isEqualTo(Map.of("a", 1));
              assertThat(s.overwrite()).isEqualTo("false");
            });
    assertThat(Flows.step(plan, "u"))
        .isInstanceOfSatisfying(
            UnsetVariablesStep.class,
            u -> {
              assertThat(u.variables()).containsExactly("a.b");
              assertThat(u.ignoreMissing()).isEqualTo("true");
            });
    assertThat(((ExitStep) Flows.step(plan, "e")).state()).isEqualTo("CANCELLED");
  }

  @Test
  void lastTasksAreASectionOfTheirOwn() {
    Plan plan =
        Flows.compile(
            Flows.parseTasks(
                """
                - id: group
                  type: core.flow.If
                  condition: x
                  then: [{id: t, type: core.log.Log, message: x}]
                  finally: [{id: f, type: core.log.Log, message: x}]
                """));

    assertThat(plan.position("f").orElseThrow().section()).isEqualTo(Section.FINALLY);
  }

  private static Step group(String properties) {
    return Flows.step(Flows.compile(Flows.parseTasks("- id: group\n  " + properties)), "group");
  }
}
