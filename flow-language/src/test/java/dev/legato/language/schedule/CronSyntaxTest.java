package dev.legato.language.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        "@reboot",
        "@DAILY",
        "0 0 H * *",
        "*/70 * * * *",
        "5/ * * * *",
        "1, * * * *",
        "1,,2 * * * *",
        "-1 * * * *",
        "+1 * * * *",
        "1.5 * * * *",
        "*/5/5 * * * *",
        "1-2-3 * * * *",
        "0 0 * JANUARY *",
        "0|30 * * * *",
        "0 0 1 1 * | 5",
        "0 0 * * * || 0 1 * * *",
        "99999999999 * * * *",
        "\u0661 * * * *",
        "- * * * *"
      })
  void anythingElseIsRefusedWithAReason(String cron) {
    assertThat(CronSyntax.problem(cron, false))
        .hasValueSatisfying(problem -> assertThat(problem).endsWith("."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 0 30 2 *", "0 0 31 4 *", "0 0 31 2,4,6,9,11 *", "0 0 30-31 FEB *"})
  void anExpressionThatNeverFiresIsRefused(String cron) {
    assertThat(CronSyntax.problem(cron, false))
        .hasValueSatisfying(problem -> assertThat(problem).contains("never fires"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 0 29 2 *", "0 0 31 3,4 *", "0 0 30 2 MON", "0 0 31 4 0-6"})
  void aRareDateIsFine(String cron) {
    assertThat(CronSyntax.problem(cron, false)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          61 * * * *       | '61' is not a minute: it needs numbers from 0 to 59
          0 0 * FOO *      | 'FOO' is not a month: it needs numbers from 1 to 12 or names from JAN to DEC
          */0 * * * *      | The step in '*/0' must be a number from 1 to 59.
          0 0 * * FRI-MON  | The range 'FRI-MON' runs backwards.
          @often           | The nicknames are @yearly
          """)
  void theReasonNamesWhatIsWrong(String cron, String reason) {
    assertThat(CronSyntax.problem(cron, false))
        .hasValueSatisfying(problem -> assertThat(problem).startsWith(reason));
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
