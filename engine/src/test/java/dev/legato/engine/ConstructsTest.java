package dev.legato.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.flow.RetryPolicy;
import dev.legato.model.plan.Agreement;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.StepPosition;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every construct is part of a scenario, so that whatever holds for all of them was tried. */
class ConstructsTest {
  private static final List<Run> RUNS =
      Scenarios.all().stream().map(scenario -> scenario.begin().toEnd()).toList();

  static Stream<Arguments> families() {
    return Stream.of(
        family(Step.class, plan -> steps(plan)),
        family(Agreement.class, plan -> plan.rules().agreements().stream()),
        family(RetryPolicy.class, plan -> steps(plan).map(step -> step.header().retry())));
  }

  private static Arguments family(Class<?> family, Function<Plan, Stream<?>> members) {
    return Arguments.of(family, members);
  }

  private static Stream<Step> steps(Plan plan) {
    return plan.positions().values().stream().map(StepPosition::step);
  }

  @ParameterizedTest
  @MethodSource("families")
  void everyConstructIsInAScenario(Class<?> family, Function<Plan, Stream<?>> members) {
    Stream<?> used = RUNS.stream().flatMap(run -> members.apply(run.plan)).filter(Objects::nonNull);

    assertThat(kinds(used)).containsAll(leaves(family));
  }

  private static Set<Class<?>> kinds(Stream<?> values) {
    return values.map(Object::getClass).collect(Collectors.toSet());
  }

  private static Set<Class<?>> leaves(Class<?> family) {
    return family.isSealed()
        ? Stream.of(family.getPermittedSubclasses())
            .flatMap(member -> leaves(member).stream())
            .collect(Collectors.toSet())
        : Set.of(family);
  }
}
