package dev.legato.rest.dashboard;

import dev.legato.storage.ChartColumn.Aggregate;
import dev.legato.storage.ChartField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of dashboards, for editors. */
public final class DashboardSchema {
  private DashboardSchema() {}

  /** A schema of draft 7. */
  public static Map<String, Object> generate() {
    var window = new LinkedHashMap<String, Object>();
    window.put("default", text("What is shown when nothing else is asked for, such as P30D."));
    window.put("max", text("More is refused; at most P366D."));
    var properties = new LinkedHashMap<String, Object>();
    properties.put("id", text("Chosen by the server when absent."));
    properties.put("title", text("What the page is called."));
    properties.put("description", text("What it is about."));
    properties.put("timeWindow", object("How long a window of time can be.", window));
    properties.put("charts", list("From left to right, then from top to bottom.", chart()));
    var schema = object("A page of charts.", properties, "title", "charts");
    schema.put("$schema", "http://json-schema.org/draft-07/schema#");
    return schema;
  }

  private static Map<String, Object> chart() {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("id", text("Unique on the page."));
    properties.put("type", choice("What it looks like.", ChartType.names()));
    properties.put("chartOptions", options());
    properties.put("data", data());
    properties.put("content", text("The text of a Markdown chart."));
    return object("One chart.", properties, "id", "type");
  }

  private static Map<String, Object> options() {
    var width = new LinkedHashMap<String, Object>();
    width.put("type", "integer");
    width.put("minimum", 1);
    width.put("maximum", 12);
    width.put("description", "How many of twelve columns it takes; 6 if absent.");
    var enabled = Map.<String, Object>of("enabled", Map.of("type", "boolean"));
    var properties = new LinkedHashMap<String, Object>();
    properties.put("displayName", text("Its title."));
    properties.put("description", text("What it shows."));
    properties.put("width", width);
    properties.put("column", text("The column along the axis of a TimeSeries or Bar."));
    properties.put("colorByColumn", text("The column whose values have colours."));
    properties.put("tooltip", choice("What pointing shows.", List.of("ALL", "SINGLE", "NONE")));
    properties.put("graphStyle", choice("Of a Pie.", List.of("DONUT", "PIE")));
    properties.put("numberType", choice("Of a KPI.", List.of("FLAT", "PERCENTAGE")));
    properties.put("legend", object("Whether there is a legend.", enabled));
    properties.put("header", object("Whether a Table has a header.", enabled));
    properties.put("pagination", object("Whether a Table has pages.", enabled));
    return object("How it looks.", properties);
  }

  private static Map<String, Object> data() {
    var order = new LinkedHashMap<String, Object>();
    order.put("column", text("The name of a column."));
    order.put("order", choice("ASC if absent.", List.of("ASC", "DESC")));
    var columns = new LinkedHashMap<String, Object>();
    columns.put("type", "object");
    columns.put("description", "Columns by their names; of a KPI, the column itself.");
    columns.put("additionalProperties", column());
    var properties = new LinkedHashMap<String, Object>();
    properties.put("type", choice("What there are figures about.", DataReader.sources()));
    properties.put("columns", columns);
    properties.put("where", list("Conditions, all of which must hold.", condition()));
    properties.put("numerator", list("Which rows a KPI counts.", condition()));
    properties.put("orderBy", list("Most important first.", object("", order, "column")));
    return object("Where the figures come from.", properties, "type", "columns");
  }

  private static Map<String, Object> column() {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("field", choice("May be absent for COUNT.", names(ChartField.values())));
    properties.put("displayName", text("What people see."));
    properties.put("agg", choice("How many values become one.", names(Aggregate.values())));
    properties.put("labelKey", text("Which label, for LABELS."));
    properties.put("columnAlignment", choice("Of a Table.", List.of("LEFT", "RIGHT", "CENTER")));
    properties.put("graphStyle", choice("Of a TimeSeries.", List.of("LINES", "BARS", "POINTS")));
    // a KPI writes the properties of its only column without a name
    return Map.of("anyOf", List.of(object("", properties), Map.of("type", "string")));
  }

  private static Map<String, Object> condition() {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("field", choice("What is compared.", names(ChartField.values())));
    properties.put("type", choice("How it is compared.", WhereReader.types()));
    properties.put("value", Map.of("type", List.of("string", "number", "boolean")));
    properties.put("values", Map.of("type", "array"));
    properties.put("labelKey", text("Which label, for LABELS."));
    return object("", properties, "type");
  }

  private static List<String> names(Enum<?>... values) {
    return DataReader.names(values);
  }

  private static Map<String, Object> text(String description) {
    return Map.of("type", "string", "description", description);
  }

  private static Map<String, Object> choice(String description, List<String> values) {
    return Map.of("type", "string", "enum", values, "description", description);
  }

  private static Map<String, Object> list(String description, Map<String, Object> element) {
    return Map.of("type", "array", "items", element, "description", description);
  }

  private static Map<String, Object> object(
      String description, Map<String, Object> properties, String... required) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    if (!description.isEmpty()) {
      schema.put("description", description);
    }
    schema.put("properties", properties);
    schema.put("additionalProperties", false);
    if (required.length > 0) {
      schema.put("required", List.of(required));
    }
    return schema;
  }
}
