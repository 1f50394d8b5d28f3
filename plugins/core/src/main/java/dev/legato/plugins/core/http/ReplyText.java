package dev.legato.plugins.core.http;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.http.HttpReply;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bodies of replies as text. */
final class ReplyText {
  private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\\s;\"]+)");

  private ReplyText() {}

  /**
   * All of it.
   *
   * @param otherwise the encoding when the reply does not say it
   * @throws TaskFailure when it is no text
   */
  static String read(HttpReply reply, Charset otherwise) throws TaskFailure, IOException {
    byte[] bytes = reply.body().readAllBytes();
    Charset charset = reply.header("Content-Type").flatMap(ReplyText::charset).orElse(otherwise);
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw new TaskFailure(
          "%s sent %d bytes that are no text in %s; use http.Download for files."
              .formatted(OutgoingCall.withoutSecrets(reply.uri()), bytes.length, charset),
          e);
    }
  }

  private static Optional<Charset> charset(String contentType) {
    Matcher named = CHARSET.matcher(contentType);
    try {
      return named.find() ? Optional.of(Charset.forName(named.group(1))) : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // a name that nobody knows says nothing
    }
  }
}
