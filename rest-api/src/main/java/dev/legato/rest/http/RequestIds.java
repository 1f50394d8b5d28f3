package dev.legato.rest.http;

import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** Names requests: unique in this process, and very likely among all. */
final class RequestIds {
  private final String prefix;
  private final AtomicLong next = new AtomicLong();

  RequestIds(RandomGenerator random) {
    this.prefix = HexFormat.of().toHexDigits(random.nextInt()) + "-";
  }

  String next() {
    return prefix + Long.toString(next.incrementAndGet(), 36);
  }
}
