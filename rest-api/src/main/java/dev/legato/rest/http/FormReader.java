package dev.legato.rest.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Attributes;

/** Reads multipart forms. Of files only the names are kept. */
final class FormReader {
  private static final int MAX_PART_HEADER_BYTES = 8 * 1024;
  private static final int MAX_CONTENT_TYPE = 512;
  private static final String OLD_FILE_PART = "files";

  private FormReader() {}

  static Form read(byte[] body, String contentType, int maxParts) {
    // some clients announce a form without parts and without a boundary
    if (body.length == 0) {
      return Form.EMPTY;
    }
    if (contentType.length() > MAX_CONTENT_TYPE) {
      throw Problem.badRequest("the Content-Type is too long");
    }
    var config =
        new MultiPartConfig.Builder()
            .maxParts(maxParts)
            .maxSize(body.length)
            .maxPartSize(body.length)
            .maxMemoryPartSize(body.length)
            .maxHeadersSize(MAX_PART_HEADER_BYTES)
            .useFilesForPartsWithoutFileName(false)
            .build();
    var source = Content.Source.from(ByteBuffer.wrap(body));
    try (var parts =
        MultiPartFormData.getParts(source, new Attributes.Mapped(), contentType, config)) {
      return form(parts);
    } catch (Problem problem) {
      throw problem;
    } catch (RuntimeException e) {
      throw Problem.badRequest(
          "the multipart body cannot be read: it needs a boundary, an end, and at most %d parts"
              .formatted(maxParts));
    }
  }

  private static Form form(MultiPartFormData.Parts parts) {
    var fields = new LinkedHashMap<String, String>();
    var files = new LinkedHashSet<String>();
    for (MultiPart.Part part : parts) {
      String name = part.getName();
      if (name == null || name.isEmpty()) {
        throw Problem.badRequest("every part of a form must have a name");
      }
      String fileName = part.getFileName();
      if (fileName != null) {
        // older clients name the part "files" and put the input's id where the file name belongs
        files.add(name.equals(OLD_FILE_PART) ? fileName : name);
      } else if (fields.put(name, part.getContentAsString(StandardCharsets.UTF_8)) != null) {
        throw Problem.badRequest("the part '%s' appears more than once".formatted(name));
      }
    }
    return new Form(fields, files);
  }
}
