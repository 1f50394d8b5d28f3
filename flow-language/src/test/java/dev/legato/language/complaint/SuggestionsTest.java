package dev.legato.language.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionsTest {
  @ParameterizedTest
  @CsvSource({
    "taks, tasks triggers inputs, tasks",
    "mesage, message level, message",
    "Message, message level, message",
    "runif, runIf retry, runIf",
    "lable, level labels tasks, labels",
    "Logg, Log Return, Log",
    "zzz, message level,",
    "x, message level,",
    "a, b c, b",
  })
  void theNearestNameIsSuggestedIfItIsNear(String name, String candidates, String expected) {
    assertThat(Suggestions.closest(name, Arrays.asList(candidates.split(" "))))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Test
  void aTypeIsSuggestedByItsLastPart() {
    List<String> types =
        List.of("io.kestra.plugin.core.http.Request", "io.kestra.plugin.core.log.Log");

    assertThat(Suggestions.closestType("Log", types)).contains("io.kestra.plugin.core.log.Log");
    assertThat(Suggestions.closestType("io.kestra.plugin.core.log.Logg", types))
        .contains("io.kestra.plugin.core.log.Log");
    assertThat(Suggestions.closestType("io.kestra.plugin.gcp.bigquery.Load", types)).isEmpty();
  }

  @Test
  void hugeNamesAreNotCompared() {
    assertThat(Suggestions.closest("x".repeat(1_000_000), List.of("x"))).isEmpty();
  }
}
