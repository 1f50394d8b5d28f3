package dev.legato.language.expression.function;

import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.language.expression.runtime.Signature;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Functions that give new ids and random numbers; each call gives another. */
final class Identifiers {
  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String NANO_ID = BASE62 + "-_";
  private static final int MAX_NANO_ID = 1000;
  private static final long KSUID_EPOCH_SECONDS = 1_400_000_000L;

  private final InstantSource clock;
  private final RandomGenerator random;

  private Identifiers(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  static List<ExpressionFunction> all(InstantSource clock, RandomGenerator random) {
    Identifiers ids = new Identifiers(clock, random);
    return List.of(
        ExpressionFunction.of(Signature.of("uuid", "A random UUID"), _ -> ids.uuid()),
        ExpressionFunction.of(Signature.of("id", "A short unique id"), _ -> ids.shortId()),
        ExpressionFunction.of(
            Signature.of("ksuid", "A unique id that sorts by time"), _ -> ids.ksuid()),
        ExpressionFunction.of(
            Signature.of("nanoId", "A random id of a given length (21)", "length", "alphabet"),
            ids::nanoId),
        ExpressionFunction.of(
            Signature.of("randomInt", "A number n with lower ≤ n < upper", "lower", "upper"),
            ids::randomInt));
  }

  private String uuid() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }

  private String shortId() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return base62(bytes, 22);
  }

  private String ksuid() {
    byte[] bytes = new byte[20];
    random.nextBytes(bytes);
    ByteBuffer.wrap(bytes).putInt((int) (clock.instant().getEpochSecond() - KSUID_EPOCH_SECONDS));
    return base62(bytes, 27);
  }

  private static String base62(byte[] bytes, int length) {
    BigInteger rest = new BigInteger(1, bytes);
    BigInteger base = BigInteger.valueOf(BASE62.length());
    StringBuilder digits = new StringBuilder(length);
    while (digits.length() < length) {
      BigInteger[] parts = rest.divideAndRemainder(base);
      digits.append(BASE62.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return digits.reverse().toString();
  }

  private String nanoId(Call call) {
    long length = call.integer("length", 21);
    String alphabet = call.text("alphabet", NANO_ID);
    if (length < 1 || length > MAX_NANO_ID) {
      throw call.fail("needs a length from 1 to %d".formatted(MAX_NANO_ID));
    }
    if (alphabet.isEmpty()) {
      throw call.fail("needs an alphabet that is not empty");
    }
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < length; i++) {
      id.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return id.toString();
  }

  private long randomInt(Call call) {
    long lower = call.integer("lower");
    long upper = call.integer("upper");
    if (upper < lower) {
      throw call.fail("needs an upper bound that is not below the lower one");
    }
    return upper == lower ? lower : random.nextLong(lower, upper);
  }
}
