package dev.legato.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.rest.Installation.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TriggersTest {
  private static final String TRIGGERS = "/api/v1/main/triggers";
  private static final String ONE = TRIGGERS + "/team/daily/at_nine";

  /** What a client sends to name the trigger of the tests. */
  private static final String NAME =
      "\"namespace\":\"team\",\"flowId\":\"daily\",\"triggerId\":\"at_nine\"";

  @TempDir private Path directory;
  private Installation site;

  @BeforeEach
  void open() {
    site = new Installation(directory);
    save("daily", "at_nine", "0 9 * * *");
  }

  @AfterEach
  void close() {
    site.close();
  }

  private void save(String flow, String trigger, String cron) {
    site.save(
        flow,
        """
        triggers:
          - id: %s
            type: io.kestra.plugin.core.trigger.Schedule
            cron: "%s"
            stopAfter: [FAILED]
        """
            .formatted(trigger, cron),
        "one");
  }

  private List<String> found(String query) {
    return site.get(TRIGGERS + "/search?" + query)
        .json()
        .get("results")
        .valueStream()
        .map(item -> item.get("state").get("triggerId").asString())
        .toList();
  }

  private JsonNode state() {
    return site.get(ONE).json().get("state");
  }

  private Reply backfill(String call, String more) {
    return site.put(TRIGGERS + "/backfill/" + call, "{" + NAME + more + "}");
  }

  private static final String YEARS_AGO =
      ",\"backfill\":{\"start\":\"2020-01-01T00:00:00Z\",\"end\":\"2020-03-01T00:00:00Z\","
          + "\"labels\":[{\"key\":\"why\",\"value\":\"late\"}],\"inputs\":{\"a\":1}}";

  @Test
  void aTriggerIsThereAsSoonAsItsFlowIsSaved() {
    JsonNode item = site.get(TRIGGERS + "/search").json().get("results").get(0);

    assertThat(item.get("abstractTrigger")).isEqualTo(item.get("trigger"));
    assertThat(item.get("triggerContext")).isEqualTo(item.get("state"));
    assertThat(item.get("trigger").get("type").asString()).endsWith(".Schedule");
    JsonNode state = item.get("state");
    assertThat(state.get("kind").asString()).isEqualTo("SCHEDULE");
    assertThat(state.get("nextExecutionDate").asString()).endsWith("T09:00:00Z");
    assertThat(state.get("nextEvaluationDate")).isEqualTo(state.get("nextExecutionDate"));
    assertThat(state.get("updatedAt")).isEqualTo(state.get("updatedDate"));
    assertThat(state.get("disabled").asBoolean()).isFalse();
    assertThat(state.get("locked").asBoolean()).isFalse();
    assertThat(state.get("stopAfter").get(0).asString()).isEqualTo("FAILED");
    assertThat(state.has("executionId")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          q=night                                              | [at_night]
          flowId=daily                                         | [at_nine]
          namespace=team&sort=flowId:desc                      | [at_night, at_nine]
          namespace=other                                      | []
          filters[triggerId][STARTS_WITH]=at_ni&size=1         | [at_nine]
          filters[FLOW_ID][EQUALS]=nightly                     | [at_night]
          filters[namespace][EQUALS]=team&filters[q][EQUALS]=x | []
          filters[enabled][EQUALS]=false                       | []
          filters[triggerState][EQUALS]=ENABLED                | [at_nine, at_night]
          filters[locked][EQUALS]=true                         | []
          type=POLLING                                         | []
          startDate=2999-01-01T00:00:00Z                       | []
          endDate=2999-01-01T00:00:00Z                         | [at_nine, at_night]
          endDate=2999-01-01T00:00:00Z&dateFilter=LAST_TRIGGERED_DATE | []
          """)
  void triggersAreFoundByWhatTheyAreAndWhereTheyStand(String query, String names) {
    save("nightly", "at_night", "0 0 * * *");

    assertThat(found(query.replace("[", "%5B").replace("]", "%5D"))).hasToString(names);
  }

  @Test
  void aFilterThatIsNotUnderstoodIsRefused() {
    Reply refused = site.get(TRIGGERS + "/search?filters%5Bstate%5D%5BEQUALS%5D=x");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().get("message").asString()).startsWith("Invalid query filters");
  }

  @Test
  void triggersOfAFlowAreListedAsStates() {
    JsonNode page = site.get(TRIGGERS + "/team/daily").json();

    assertThat(page.get("total").asInt()).isEqualTo(1);
    assertThat(page.get("results").get(0).get("triggerId").asString()).isEqualTo("at_nine");
  }

  @Test
  void aTriggerThatDoesNotWaitCannotBeUnlocked() {
    assertThat(site.post(ONE + "/unlock").status()).isEqualTo(409);
    assertThat(site.post(TRIGGERS + "/team/daily/other/unlock").status()).isEqualTo(404);

    Reply all = site.post(TRIGGERS + "/unlock/by-triggers", "[{" + NAME + "}]");
    assertThat(all.json().get("count").asInt()).isZero();
  }

  @Test
  void aTriggerIsRestartedAndForgotten() {
    assertThat(site.post(ONE + "/restart").json().get("triggerId").asString()).isEqualTo("at_nine");
    assertThat(site.delete(ONE).status()).isEqualTo(200);

    assertThat(site.get(ONE).status()).isEqualTo(404);
    assertThat(site.post(ONE + "/restart").status()).isEqualTo(404);
  }

  @Test
  void aTriggerIsSwitchedOffAndOn() {
    assertThat(site.put(TRIGGERS, "{" + NAME + ",\"disabled\":true}").status()).isEqualTo(200);
    assertThat(state().get("disabled").asBoolean()).isTrue();
    assertThat(found("triggerState=DISABLED")).containsExactly("at_nine");

    Reply on = site.put(TRIGGERS + "/set-disabled", "{" + NAME + ",\"disabled\":false}");
    assertThat(on.json().get("disabled").asBoolean()).isFalse();
  }

  @Test
  void manyTriggersAreSwitchedAtOnce() {
    save("nightly", "at_night", "0 0 * * *");

    Reply listed =
        site.post(
            TRIGGERS + "/set-disabled/by-triggers",
            "{\"triggers\":[{" + NAME + "}],\"disabled\":true}");
    assertThat(listed.json().get("count").asInt()).isEqualTo(1);
    assertThat(listed.json().get("totalItems").asInt()).isEqualTo(1);

    Reply byQuery =
        site.post(TRIGGERS + "/set-disabled/by-query?namespace=team&disabled=false", "");
    assertThat(byQuery.json().get("count").asInt()).isEqualTo(2);
    assertThat(found("triggerState=DISABLED")).isEmpty();
  }

  @Test
  void aBackfillIsBegunPausedContinuedAndGivenUp() {
    site.put(TRIGGERS + "/set-disabled", "{" + NAME + "}"); // so that it stays where it is
    Reply begun = backfill("create", YEARS_AGO);
    assertThat(begun.status()).isEqualTo(200);
    JsonNode backfill = begun.json().get("backfill");
    assertThat(backfill.get("currentDate").asString()).isEqualTo("2020-01-01T09:00:00Z");
    assertThat(backfill.get("labels").get(0).get("key").asString()).isEqualTo("why");
    assertThat(backfill.get("inputs").get("a").asInt()).isEqualTo(1);
    assertThat(backfill("create", YEARS_AGO).status()).isEqualTo(409);

    assertThat(backfill("pause", "").json().get("backfill").get("paused").asBoolean()).isTrue();
    assertThat(backfill("unpause", "").json().get("backfill").get("paused").asBoolean()).isFalse();
    Reply deleted = site.post(TRIGGERS + "/backfill/delete", "{" + NAME + "}");
    assertThat(deleted.json().has("backfill")).isFalse();
    assertThat(backfill("pause", "").status()).isEqualTo(400);
  }

  @Test
  void olderClientsBeginABackfillByUpdatingTheTrigger() {
    site.put(TRIGGERS + "/set-disabled", "{" + NAME + "}");

    assertThat(site.put(TRIGGERS, "{" + NAME + YEARS_AGO + "}").status()).isEqualTo(200);
    JsonNode whole = state();
    assertThat(site.put(TRIGGERS, whole.toString()).status()).isEqualTo(200);

    Reply paused = site.post(TRIGGERS + "/backfill/pause/by-query?flowId=daily", "");
    assertThat(paused.json().get("count").asInt()).isEqualTo(1);
    Reply none = site.post(TRIGGERS + "/backfill/delete/by-query?flowId=x", "");
    assertThat(none.json().get("count").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"end":"2020-01-01T00:00:00Z"} | 400
          {"start":"yesterday"}          | 400
          {"start":"2999-01-01T00:00:00Z"} | 400
          [1]                            | 422
          """)
  void aBackfillThatIsNotInOrderIsRefused(String backfill, int status) {
    Reply refused = site.put(TRIGGERS, "{" + NAME + ",\"backfill\":" + backfill + "}");

    assertThat(refused.status()).isEqualTo(status);
    assertThat(state().has("backfill")).isFalse();
  }

  @Test
  void conditionsInTheBodyOfARemovalAreKept() {
    save("nightly", "at_night", "0 0 * * *");
    String conditions =
        "{\"filters\":[{\"field\":\"FLOW_ID\",\"operation\":\"EQUALS\",\"value\":\"nightly\"}]}";

    Reply removed = delete(TRIGGERS + "/delete/by-query", conditions);
    assertThat(removed.json().get("count").asInt()).isEqualTo(1);
    assertThat(found("")).containsExactly("at_nine");

    assertThat(delete(TRIGGERS + "/delete/by-query", "{}").status()).isEqualTo(400);
    assertThat(delete(TRIGGERS + "/delete/by-triggers", "[{" + NAME + "}]").status())
        .isEqualTo(200);
    assertThat(found("")).isEmpty();
  }

  private Reply delete(String path, String body) {
    return site.send(
        site.request(path)
            .header("Content-Type", "application/json")
            .method("DELETE", BodyPublishers.ofString(body))
            .build());
  }

  @Test
  void triggersAreDownloadedAsATable() {
    String table = site.get(TRIGGERS + "/export/by-query/csv?flowId=daily").http().body();

    assertThat(table.lines().toList())
        .hasSize(2)
        .element(1)
        .asString()
        .startsWith("team,daily,at_nine,SCHEDULE,false,false,,");
  }

  @Test
  void theNextDatesOfAScheduleAreCalculatedInItsZone() {
    JsonNode next =
        site.get(
                TRIGGERS
                    + "/next-dates?cron=0+0+12+*+1+*&withSeconds=true&size=2"
                    + "&timezone=Asia/Tokyo")
            .json();

    assertThat(next.get("timezone").asString()).isEqualTo("Asia/Tokyo");
    assertThat(next.get("dates")).hasSize(2);
    assertThat(next.get("dates").get(0).asString()).endsWith("T12:00:00+09:00");
  }

  @Test
  void anExpressionThatIsNoneHasNoDates() {
    Reply refused = site.get(TRIGGERS + "/next-dates?cron=every+day");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(site.get(TRIGGERS + "/next-dates").status()).isEqualTo(400);
  }
}
