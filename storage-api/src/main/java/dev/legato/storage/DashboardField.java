package dev.legato.storage;

/** What dashboards can be searched and sorted by. */
public enum DashboardField {
  ID,
  TITLE,
  CREATED_AT,
  UPDATED_AT,
  /** Free text over the title. */
  QUERY
}
