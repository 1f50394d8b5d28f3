package dev.legato.server.crash;

import dev.legato.model.execution.ExecutionStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The flows that make up the load; their sources are resources. */
enum Shape {
  TWO(60, 2, ExecutionStatus.SUCCESS),
  TEN(15, 8, ExecutionStatus.SUCCESS),
  LOOP(10, 0, ExecutionStatus.SUCCESS) {
    @Override
    int witnesses(Map<String, String> inputs) {
      return inputs.get(ITEMS).split(",", -1).length;
    }

    @Override
    void draw(RandomGenerator random, Map<String, String> inputs) {
      inputs.put(
          ITEMS,
          IntStream.range(0, random.nextInt(20, 101))
              .mapToObj(String::valueOf)
              .collect(Collectors.joining(",", "[", "]")));
    }
  },
  SLOW(8, 2, ExecutionStatus.SUCCESS) {
    @Override
    void draw(RandomGenerator random, Map<String, String> inputs) {
      inputs.put("pause", Duration.ofMillis(random.nextInt(200, 2_000)).toString());
    }
  },
  RETRY(2, 2, ExecutionStatus.SUCCESS),
  FAIL(1, 2, ExecutionStatus.FAILED),
  /** Its client asks to stop it. */
  DOOMED(4, 7, ExecutionStatus.SUCCESS);

  static final String NAMESPACE = "crash";
  private static final String ITEMS = "items";

  private final int share;
  private final int witnesses;
  private final ExecutionStatus end;

  Shape(int share, int witnesses, ExecutionStatus end) {
    this.share = share;
    this.witnesses = witnesses;
    this.end = end;
  }

  /** Picks one by its share of the load. */
  static Shape pick(RandomGenerator random) {
    int ticket = random.nextInt(100);
    for (Shape shape : values()) {
      ticket -= shape.share;
      if (ticket < 0) {
        return shape;
      }
    }
    throw new IllegalStateException("Expected the shares to add up to 100, but they do not");
  }

  String flow() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How an execution must end, unless it is stopped. */
  ExecutionStatus end() {
    return end;
  }

  /** How many witness tasks an execution must have run. */
  int witnesses(Map<String, String> inputs) {
    return witnesses;
  }

  /** Inputs for request {@code number}. */
  Map<String, String> inputs(long number, RandomGenerator random) {
    var inputs = new LinkedHashMap<String, String>();
    inputs.put("request", String.valueOf(number));
    draw(random, inputs);
    return inputs;
  }

  void draw(RandomGenerator random, Map<String, String> inputs) {}
}
