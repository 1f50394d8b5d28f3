package dev.legato.language.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.model.flow.RetryPolicy;
import dev.legato.model.flow.RetryPolicy.Behavior;
import dev.legato.model.flow.RetryPolicy.Limits;
import dev.legato.model.plan.Plan;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RetryReaderTest {
  private static final Limits NO_LIMITS = new Limits(null, null, false, Behavior.RETRY_FAILED_TASK);

  @Test
  void everyTypeIsRead() {
    assertThat(retry("type: constant, interval: 5"))
        .isEqualTo(new RetryPolicy.Constant(Duration.ofSeconds(5), NO_LIMITS));
    assertThat(retry("type: exponential, interval: PT1S, maxInterval: PT1M"))
        .isEqualTo(
            new RetryPolicy.Exponential(
                Duration.ofSeconds(1), Duration.ofMinutes(1), 2, NO_LIMITS));
    assertThat(retry("type: exponential, interval: PT1S, maxInterval: PT1M, delayFactor: 1.5"))
        .isEqualTo(
            new RetryPolicy.Exponential(
                Duration.ofSeconds(1), Duration.ofMinutes(1), 1.5, NO_LIMITS));
    assertThat(retry("type: random, minInterval: PT1S, maxInterval: PT1M"))
        .isEqualTo(new RetryPolicy.Random(Duration.ofSeconds(1), Duration.ofMinutes(1), NO_LIMITS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"maxAttempt", "maxAttempts"})
  void bothNamesOfTheLimitAreRead(String name) {
    RetryPolicy retry =
        retry(
            "type: constant, interval: PT1S, warningOnRetry: true, maxDuration: PT1H,"
                + " behavior: retry_failed_task, "
                + name
                + ": 3");

    assertThat(retry.limits())
        .isEqualTo(new Limits(3, Duration.ofHours(1), true, Behavior.RETRY_FAILED_TASK));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'interval: PT1S'                                        | MISSING_PROPERTY | type
          'type: linear'                                          | WRONG_TYPE       | type
          'type: constant'                                        | MISSING_PROPERTY | interval
          'type: constant, interval: PT0S'                        | INVALID_VALUE    | interval
          'type: constant, interval: -PT1S'                       | INVALID_VALUE    | interval
          'type: constant, interval: P1000D'                      | INVALID_VALUE    | interval
          'type: constant, interval: P1000Y'                      | WRONG_TYPE       | interval
          'type: constant, interval: PT1H, maxDuration: PT1M'     | INVALID_VALUE    | interval
          'type: constant, interval: PT1S, maxAttempts: 0'        | WRONG_TYPE       | maxAttempts
          'type: constant, interval: PT1S, maxAttempts: 9999999999' | WRONG_TYPE     | maxAttempts
          'type: constant, interval: PT1S, maxInterval: PT2S'     | UNKNOWN_PROPERTY | maxInterval
          'type: exponential, interval: PT1S'                     | MISSING_PROPERTY | maxInterval
          'type: exponential, interval: PT2S, maxInterval: PT1S'  | INVALID_VALUE    | interval
          'type: exponential, interval: PT1S, maxInterval: PT2S, delayFactor: 0' | INVALID_VALUE | delayFactor
          'type: random, minInterval: PT2S, maxInterval: PT1S'    | INVALID_VALUE    | minInterval
          'type: random, minInterval: PT1S, maxInterval: PT2M, maxDuration: PT1M' | INVALID_VALUE | maxInterval
          """)
  void mistakesAreNamed(String retry, ComplaintCode code, String path) {
    Complaint complaint = Flows.onlyError(Flows.parseWith("retry: {" + retry + "}"));

    assertThat(complaint.code()).isEqualTo(code);
    assertThat(complaint.path()).isEqualTo("retry." + path);
  }

  @Test
  void theNearestPolicyIsInForce() {
    Plan plan =
        Flows.compile(
            Flows.parse(
                """
                id: a
                namespace: b
                retry: {type: constant, interval: PT1S}
                tasks:
                  - {id: of-flow, type: core.log.Log, message: x}
                  - id: group
                    type: core.flow.Sequential
                    retry: {type: constant, interval: PT2S}
                    tasks:
                      - {id: of-group, type: core.log.Log, message: x}
                      - id: own
                        type: core.log.Log
                        message: x
                        retry: {type: constant, interval: PT3S}
                      - id: inner
                        type: core.flow.Parallel
                        tasks: [{id: of-ancestor, type: core.log.Log, message: x}]
                    errors:
                      - {id: of-group-too, type: core.log.Log, message: x}
                """));

    assertThat(seconds(plan, "of-flow")).isEqualTo(1);
    assertThat(seconds(plan, "of-group")).isEqualTo(2);
    assertThat(seconds(plan, "of-group-too")).isEqualTo(2);
    assertThat(seconds(plan, "of-ancestor")).isEqualTo(2);
    assertThat(seconds(plan, "own")).isEqualTo(3);
  }

  private static long seconds(Plan plan, String id) {
    RetryPolicy retry = Flows.step(plan, id).header().retry();
    return ((RetryPolicy.Constant) retry).interval().toSeconds();
  }

  private static RetryPolicy retry(String properties) {
    Plan plan = Flows.compile(Flows.parseWith("retry: {" + properties + "}"));
    return Flows.step(plan, "hello").header().retry();
  }
}
