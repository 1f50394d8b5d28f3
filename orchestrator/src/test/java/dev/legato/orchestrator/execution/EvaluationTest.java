package dev.legato.orchestrator.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.expression.ExpressionEnvironment;
import dev.legato.language.expression.ExpressionLimits;
import dev.legato.language.expression.Expressions;
import dev.legato.language.expression.function.ExternalFunctions;
import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.language.expression.runtime.Signature;
import dev.legato.model.command.Answer;
import dev.legato.model.command.Question.TextOf;
import dev.legato.model.command.Question.ValueOf;
import dev.legato.model.flow.InputType;
import dev.legato.model.flow.OutputDefinition;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the engine gets to see. */
class EvaluationTest {
  private static final Expressions EXPRESSIONS =
      new Expressions(
          InstantSource.fixed(Instant.EPOCH),
          new Random(1),
          ExpressionLimits.DEFAULT,
          ExpressionEnvironment.in(ZoneOffset.UTC),
          List.of(new Secret()));
  private static final Evaluation EVALUATION = new Evaluation(EXPRESSIONS);

  private record Secret() implements ExpressionFunction {
    @Override
    public Signature signature() {
      return ExternalFunctions.SECRET;
    }

    @Override
    public Object call(Call call) {
      return "hunter-22";
    }

    @Override
    public boolean waits() {
      return true;
    }

    @Override
    public boolean givesSecrets() {
      return true;
    }
  }

  private static OutputDefinition output(Object value) {
    return new OutputDefinition("out", InputType.JSON, value, true, null, null);
  }

  @Test
  void theOutputsOfAFlowShowNoSecret() throws Exception {
    List<OutputDefinition> definitions =
        List.of(output(Map.of("token", "{{ secret('T') }}", "name", "{{ 1 + 1 }}")));

    assertThat(EVALUATION.mayWait(definitions)).isTrue();
    assertThat(EVALUATION.outputs(definitions, Map.of()))
        .isEqualTo(Map.of("out", Map.of("token", "**masked*", "name", "2")));
  }

  @Test
  void anAnswerHasTheSecretForDecisionsAndStarsForTheStore() throws Exception {
    Answer.Value text = EVALUATION.answer(new TextOf("say {{ secret('T') }}"), Map.of());
    Answer.Value list = EVALUATION.answer(new ValueOf("{{ [secret('T') | upper, 1] }}"), Map.of());
    Answer.Value plain = EVALUATION.answer(new TextOf("{{ secret('T') == 'x' }}"), Map.of());

    assertThat(text).isEqualTo(new Answer.Value("say hunter-22", "say **masked*"));
    assertThat(list.shown()).isEqualTo(List.of("**masked*", 1L));
    assertThat(plain.hidesSecrets()).isFalse();
  }

  @Test
  void outputsWithoutOutsideFunctionsNeedNotWait() throws Exception {
    List<OutputDefinition> definitions = List.of(output(Map.of("a", "{{ b }}")));

    assertThat(EVALUATION.mayWait(definitions)).isFalse();
    assertThat(EVALUATION.outputs(definitions, Map.of("b", "c")))
        .isEqualTo(Map.of("out", Map.of("a", "c")));
  }
}
