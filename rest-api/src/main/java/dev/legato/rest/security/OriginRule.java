package dev.legato.rest.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request that changes something may come from a browser: only from pages of this server
 * itself. Programs send neither header and are not concerned.
 */
public final class OriginRule {
  private final @Nullable String external;

  /**
   * Allows pages of this server.
   *
   * @param external the address under which people reach this server, when it is behind another
   */
  public OriginRule(@Nullable URI external) {
    this.external = external == null ? null : authority(external);
  }

  /**
   * Judges a request by what the browser says about it.
   *
   * @param origin the {@code Origin} header
   * @param fetchSite the {@code Sec-Fetch-Site} header
   * @param host the {@code Host} header
   */
  public boolean allows(@Nullable String origin, @Nullable String fetchSite, String host) {
    if (fetchSite != null && !fetchSite.equals("same-origin") && !fetchSite.equals("none")) {
      return false;
    }
    if (origin == null) {
      return true;
    }
    try {
      String authority = authority(new URI(origin));
      return authority != null
          && (authority.equals(host.toLowerCase(Locale.ROOT)) || authority.equals(external));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static @Nullable String authority(URI uri) {
    String authority = uri.getRawAuthority();
    return authority == null ? null : authority.toLowerCase(Locale.ROOT);
  }
}
