package dev.legato.storage;

import java.util.List;
import java.util.Optional;

/** Dashboards. Methods return when their effect is durable. */
public interface DashboardStore {
  Optional<StoredDashboard> find(String id);

  /** Those that match all filters. */
  Page<StoredDashboard> search(
      List<Filter<DashboardField>> filters, PageRequest<DashboardField> page);

  /**
   * Adds a dashboard.
   *
   * @return false when there is one with that id
   */
  boolean add(StoredDashboard dashboard);

  /**
   * Changes a dashboard; when it was created stays.
   *
   * @return false when there is none
   */
  boolean update(StoredDashboard dashboard);

  /**
   * Removes a dashboard.
   *
   * @return false when there is none
   */
  boolean delete(String id);
}
