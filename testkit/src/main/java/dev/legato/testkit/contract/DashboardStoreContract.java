package dev.legato.testkit.contract;

import static dev.legato.testkit.contract.Samples.NASTY;
import static dev.legato.testkit.contract.Samples.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.storage.DashboardField;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.PageRequest;
import dev.legato.storage.PageRequest.Sort;
import dev.legato.storage.StoredDashboard;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages of charts. */
public interface DashboardStoreContract extends StorageContract {
  private static StoredDashboard dashboard(String id, String title) {
    return new StoredDashboard(id, title, "title: " + NASTY, START, START);
  }

  @Test
  default void aDashboardComesBackEqualAndIsAddedOnce() {
    var dashboards = storage().dashboards();
    StoredDashboard first = dashboard("a" + NASTY, NASTY);

    assertThat(dashboards.add(first)).isTrue();
    assertThat(dashboards.add(dashboard("a" + NASTY, "another"))).isFalse();
    assertThat(dashboards.find("a" + NASTY)).contains(first);
    assertThat(dashboards.find("b")).isEmpty();
  }

  @Test
  default void aChangeKeepsWhenItWasCreated() {
    var dashboards = storage().dashboards();
    dashboards.add(dashboard("a", "one"));
    var later = START.plusSeconds(5);

    assertThat(dashboards.update(new StoredDashboard("a", "two", "source", later, later))).isTrue();
    assertThat(dashboards.update(dashboard("none", "two"))).isFalse();

    assertThat(dashboards.find("a"))
        .contains(new StoredDashboard("a", "two", "source", START, later));
  }

  @Test
  default void dashboardsAreFoundSortedAndRemoved() {
    var dashboards = storage().dashboards();
    dashboards.add(dashboard("a", "Load of orders"));
    dashboards.add(dashboard("b", "Failures"));
    var byTitle = new PageRequest<>(1, 10, List.of(new Sort<>(DashboardField.TITLE, false)));
    var query = List.of(Filter.of(DashboardField.QUERY, Operator.CONTAINS, "ORDER"));

    assertThat(dashboards.search(List.of(), byTitle).results())
        .extracting(StoredDashboard::id)
        .containsExactly("b", "a");
    assertThat(dashboards.search(query, byTitle).results())
        .extracting(StoredDashboard::id)
        .containsExactly("a");
    assertThat(dashboards.delete("a")).isTrue();
    assertThat(dashboards.delete("a")).isFalse();
    assertThat(dashboards.search(List.of(), byTitle).total()).isEqualTo(1);
  }
}
