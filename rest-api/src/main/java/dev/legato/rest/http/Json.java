package dev.legato.rest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes views and reads plain JSON values. */
public final class Json {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_NUMBER_DIGITS = 400;

  private final JsonMapper mapper =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER_DIGITS)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          // absent members of views are left out; null in a user's own data stays
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  /** Writes a view; does not close the stream. */
  void write(OutputStream out, Object value) {
    mapper.writeValue(out, value);
  }

  /** Writes a view. */
  public byte[] bytes(Object value) {
    return mapper.writeValueAsBytes(value);
  }

  /**
   * Reads one JSON value into plain Java objects.
   *
   * @throws Problem 422 when it is not JSON, has duplicate keys, is nested too deeply or holds a
   *     number that no client could mean
   */
  public @Nullable Object read(byte[] json) {
    try {
      Object value = mapper.readValue(json, Object.class);
      refuseInfinity(value);
      return value;
    } catch (JacksonException e) {
      throw Problem.unreadable("Invalid JSON: " + placed(e));
    }
  }

  /** Reads one JSON object. */
  public Map<?, ?> readObject(byte[] json) {
    if (read(json) instanceof Map<?, ?> object) {
      return object;
    }
    throw Problem.unreadable("Invalid JSON: expected an object");
  }

  private static String placed(JacksonException e) {
    var location = e.getLocation();
    String where =
        location == null
            ? ""
            : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    // the first line has the fact; what follows are the parser's own words about itself
    return "the text is not valid JSON, has a duplicate key or goes beyond depth %d%s"
        .formatted(MAX_DEPTH, where);
  }

  private static void refuseInfinity(@Nullable Object value) {
    switch (value) {
      case Double number when !Double.isFinite(number) ->
          throw Problem.unreadable("Invalid JSON: a number is too large");
      case Map<?, ?> map -> map.values().forEach(Json::refuseInfinity);
      case List<?> list -> list.forEach(Json::refuseInfinity);
      case null, default -> {}
    }
  }
}
