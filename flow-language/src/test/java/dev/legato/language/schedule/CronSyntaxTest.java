package dev.legato.language.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CronSyntaxTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "* * * * *",
        "*/5 0-6,12 1,15 JAN-MAR MON-FRI",
        "0 9 * * 0",
        "0 9 * * 7",
        "0 0 1 1 sun",
        "@yearly",
        "@annually",
        "@monthly",
        "@weekly",
        "@daily",
        "@midnight",
        "@hourly"
      })
  void fiveFieldsAndNicknamesAreFine(String cron) {
    assertThat(CronSyntax.problem(cron, false)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "* * *",
        "* * * * * *",
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * * 13 *",
        "* * * * 8",
        "0 22-2 * * *",
        "0 0 L * *",
        "0 0 ? * *",
        "0 0 * * MON#2",
        "0 0 15W * *",
        "@sometimes",
        "*/0 * * * *",
        "every day",
        "- * * * *"
      })
  void anythingElseIsRefusedWithAReason(String cron) {
    assertThat(CronSyntax.problem(cron, false))
        .hasValueSatisfying(problem -> assertThat(problem).endsWith("."));
  }

  @Test
  void secondsAreTheFirstOfSixFields() {
    assertThat(CronSyntax.problem("*/10 * * * * *", true)).isEmpty();
    assertThat(CronSyntax.problem("60 * * * * *", true)).isPresent();
    assertThat(CronSyntax.problem("* * * * *", true)).isPresent();
  }

  @Test
  void aLongTextIsRefusedUnread() {
    assertThat(CronSyntax.problem("1,".repeat(100_000) + "1 * * * *", false))
        .hasValueSatisfying(problem -> assertThat(problem).contains("200"));
  }
}
