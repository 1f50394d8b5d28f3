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

  /** Scripts one after the other, each of which tells a result. */
  static String python(int scripts) {
    return """
        id: python
        namespace: bench
        tasks:
          - id: each
            type: io.kestra.plugin.core.flow.ForEach
            values: "{{ range(1, %d) }}"
            concurrencyLimit: 1
            tasks:
              - id: fibonacci
                type: io.kestra.plugin.scripts.python.Script
                taskRunner:
                  type: io.kestra.plugin.core.runner.Process
                script: |
                  from kestra import Kestra

                  def fib(n):
                      return n if n < 2 else fib(n - 1) + fib(n - 2)

                  Kestra.outputs({"fib": fib(10)})
        """
        .formatted(scripts);
  }

  /** One script that writes as fast as it can. */
  static String lines(String id, long lines) {
    return """
        id: %s
        namespace: bench
        tasks:
          - id: write
            type: io.kestra.plugin.scripts.shell.Commands
            taskRunner:
              type: io.kestra.plugin.core.runner.Process
            commands:
              - seq -f 'line %%08.0f of a program' %d
        """
        .formatted(id, lines);
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
