package dev.legato.rest.http;

import java.lang.reflect.Type;
import java.util.List;

/**
 * What a route reads from the body of a request.
 *
 * @param limit in bytes; more is refused with 413 while it arrives
 * @param mediaTypes as documented; whether another one is refused is up to the handler
 * @param required whether the request makes no sense without it
 */
public record Body(long limit, List<String> mediaTypes, Type type, boolean required) {
  /** For routes that never read the body. */
  public static final Body NONE = new Body(0, List.of(), Void.class, false);

  public boolean isNone() {
    return mediaTypes.isEmpty();
  }
}
