package dev.legato.rest.site;

import dev.legato.rest.http.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the web application below {@code /ui/}, to everybody: it holds nothing but code, and
 * shows what its user may see. All other requests go on to the API.
 */
public final class SiteHandler extends Handler.Abstract {
  private static final String FOLDER = "legato-ui/";
  private static final String PREFIX = "/ui";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  /** Only our own files run; the editor makes its workers out of blobs and sets styles. */
  private static final String POLICY =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "worker-src 'self' blob:",
          "style-src 'self' 'unsafe-inline'",
          "img-src 'self' data: blob:",
          "font-src 'self' data:",
          "connect-src 'self'",
          "frame-src blob:",
          "object-src 'none'",
          "base-uri 'self'",
          "form-action 'self'",
          "frame-ancestors 'none'",
          "manifest-src 'self'");

  private final SiteFiles files;
  private final String contextPath;

  /**
   * @param classPath where the files are
   * @param contextPath in front of all addresses; empty for none
   */
  public SiteHandler(ClassLoader classPath, String contextPath) {
    this.files = new SiteFiles(classPath, FOLDER, contextPath);
    this.contextPath = contextPath;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    boolean head = request.getMethod().equals("HEAD");
    String path = request.getHttpURI().getDecodedPath();
    if ((!head && !request.getMethod().equals("GET"))
        || path == null
        || !path.startsWith(contextPath)) {
      return false;
    }
    String below = path.substring(contextPath.length());
    if (below.isEmpty() || below.equals("/") || below.equals(PREFIX)) {
      return files.arePresent() && redirect(response, callback);
    }
    if (!below.startsWith(PREFIX + "/")) {
      return false;
    }
    Optional<SiteFile> file = files.find(below.substring(PREFIX.length() + 1));
    if (file.isPresent()) {
      send(request, response, callback, file.get());
    } else {
      refuse(response, callback);
    }
    return true;
  }

  private boolean redirect(Response response, Callback callback) {
    response.setStatus(302);
    response.getHeaders().put(HttpHeader.LOCATION, contextPath + PREFIX + "/");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
    response.write(true, null, callback);
    return true;
  }

  private static void send(Request request, Response response, Callback callback, SiteFile file) {
    HttpFields.Mutable headers = response.getHeaders();
    describe(headers, file);
    String tag = headers.get(HttpHeader.ETAG);
    if (tag != null && tag.equals(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
      response.setStatus(304);
      response.write(true, null, callback);
      return;
    }
    byte[] body = file.bytes();
    byte[] packed = file.packed();
    if (packed != null && takesGzip(request.getHeaders().get(HttpHeader.ACCEPT_ENCODING))) {
      headers.put(HttpHeader.CONTENT_ENCODING, "gzip");
      body = packed;
    }
    response.setStatus(200);
    headers.put(HttpHeader.CONTENT_LENGTH, body.length);
    boolean head = request.getMethod().equals("HEAD");
    response.write(true, head ? null : ByteBuffer.wrap(body), callback);
  }

  private static void describe(HttpFields.Mutable headers, SiteFile file) {
    headers.put(HttpHeader.CONTENT_TYPE, file.mediaType());
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "same-origin");
    if (file.isPage()) {
      headers.put("Content-Security-Policy", POLICY);
    }
    if (file.packed() != null) {
      headers.put(HttpHeader.VARY, "Accept-Encoding");
    }
    headers.put(HttpHeader.CACHE_CONTROL, file.hashed() ? FOR_EVER : "no-cache");
    if (!file.hashed()) {
      // weak, because the compressed bytes are others
      headers.put(HttpHeader.ETAG, "W/\"" + digest(file.bytes()) + "\"");
    }
  }

  private void refuse(Response response, Callback callback) {
    String text =
        files.arePresent()
            ? "There is no such file; reload the page to get the present version.\n"
            : "This server was put together without the web application.\n";
    response.setStatus(404);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, MediaType.TEXT);
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
    response.write(true, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), callback);
  }

  private static boolean takesGzip(@Nullable String accepted) {
    return accepted != null && accepted.toLowerCase(Locale.ROOT).contains("gzip");
  }

  private static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Expected the JDK to offer SHA-256", e);
    }
  }
}
