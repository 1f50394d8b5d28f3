package dev.legato.bench.cases;

/** The flows that are measured. */
final class Sources {
  static final String B1 =
      """
      id: b1
      namespace: bench
      tasks:
        - id: values
          type: io.kestra.plugin.core.output.OutputValues
          values:
            greeting: Hello
        - id: log
          type: io.kestra.plugin.core.log.Log
          message: "{{ outputs.values.values.greeting }}"
      """;

  private Sources() {}

  static String b2() {
    var source = new StringBuilder("id: b2\nnamespace: bench\ntasks:\n");
    for (int i = 1; i <= 5; i++) {
      source.append(
          """
            - id: if%1$d
              type: io.kestra.plugin.core.flow.If
              condition: "{{ true }}"
              then:
                - id: log%1$d
                  type: io.kestra.plugin.core.log.Log
                  message: "log %1$d"
          """
              .formatted(i));
    }
    return source.toString();
  }

  static String loop(String id, int items, int limit) {
    return """
        id: %s
        namespace: bench
        tasks:
          - id: each
            type: io.kestra.plugin.core.flow.ForEach
            values: "{{ range(1, %d) }}"
            concurrencyLimit: %d
            tasks:
              - id: return
                type: io.kestra.plugin.core.debug.Return
                format: "{{ taskrun.value }}"
        """
        .formatted(id, items, limit);
  }

  static String nest() {
    return """
        id: nest
        namespace: bench
        tasks:
          - id: a
            type: io.kestra.plugin.core.flow.ForEach
            values: "{{ range(1, 10) }}"
            concurrencyLimit: 0
            tasks:
              - id: b
                type: io.kestra.plugin.core.flow.ForEach
                values: "{{ range(1, 10) }}"
                concurrencyLimit: 0
                tasks:
                  - id: c
                    type: io.kestra.plugin.core.flow.ForEach
                    values: "{{ range(1, 10) }}"
                    concurrencyLimit: 0
                    tasks:
                      - id: return
                        type: io.kestra.plugin.core.debug.Return
                        format: "{{ taskrun.value }}"
        """;
  }
}
