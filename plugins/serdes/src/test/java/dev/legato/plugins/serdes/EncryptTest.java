package dev.legato.plugins.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugins.serdes.encrypt.FileDecrypt;
import dev.legato.plugins.serdes.encrypt.FileEncrypt;
import dev.legato.plugins.serdes.encrypt.KeyDerivation;
import dev.legato.testkit.task.RecordingContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EncryptTest {
  private static final String ENCRYPT = "io.kestra.plugin.compress.FileEncrypt";
  private static final String DECRYPT = "io.kestra.plugin.compress.FileDecrypt";

  /** {@code openssl enc -aes-256-cbc -pbkdf2 -iter 1000 -S 0102030405060708}, behind its mark. */
  private static final String BY_OPENSSL = "PjheFrObi4/WZ4vbjFoyoarlKq1tOpfDUjsQR0ApCAg=";

  @TempDir private static Path folder;

  private final RecordingContext context = new RecordingContext(folder);

  private URI encrypted(URI plain, KeyDerivation way) throws Exception {
    var result =
        (FileEncrypt.Result)
            context.run(
                ENCRYPT,
                Map.of(
                    "from",
                    plain,
                    "password",
                    "hunter2",
                    "keyDerivation",
                    way.name(),
                    "iterations",
                    1_000,
                    "memory",
                    256,
                    "argon2TimeCost",
                    1));
    return result.uri();
  }

  private byte[] decrypted(URI file, String password) throws Exception {
    var result =
        (FileDecrypt.Result)
            context.run(DECRYPT, Map.of("from", file, "password", password, "iterations", 1_000));
    return context.files.bytes(result.uri());
  }

  @ParameterizedTest
  @EnumSource
  void whatIsEncryptedComesBackWithTheRightPasswordOnly(KeyDerivation way) throws Exception {
    for (int size : new int[] {0, 1, 15, 16, 17, 200_001}) {
      URI file = encrypted(context.files.put("a.csv", new byte[size]), way);

      assertThat(file.toString()).endsWith(".csv.enc");
      assertThat(decrypted(file, "hunter2")).isEqualTo(new byte[size]);
    }
    URI file = encrypted(context.files.put("a.csv", "text ".repeat(100)), way);
    assertThat(new String(context.files.bytes(file), StandardCharsets.ISO_8859_1))
        .doesNotContain("text");
    assertThatThrownBy(() -> decrypted(file, "hunter3"))
        .isInstanceOf(TaskFailure.class)
        .hasMessageContaining("password")
        .hasMessageNotContaining("hunter3");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PBKDF2_SHA256")
  void aChangeOfAnyByteIsNoticed(KeyDerivation way) throws Exception {
    URI file = encrypted(context.files.put("a.csv", "text"), way);
    byte[] bytes = context.files.bytes(file);
    for (int at = 0; at < bytes.length; at++) {
      boolean isCost = at >= 39 && at < 51; // such a key might take hours
      if (isCost) {
        continue;
      }
      byte[] changed = bytes.clone();
      changed[at] ^= 0x40;
      URI other = context.files.put("changed.enc", changed);

      assertThatThrownBy(() -> decrypted(other, "hunter2")).isInstanceOf(TaskFailure.class);
    }
  }

  @Test
  void aFileOfOpensslIsRead() throws Exception {
    byte[] packed = Base64.getDecoder().decode(BY_OPENSSL);
    byte[] file =
        Arrays.copyOf(
            "Salted__\1\2\3\4\5\6\7\10".getBytes(StandardCharsets.US_ASCII), 16 + packed.length);
    System.arraycopy(packed, 0, file, 16, packed.length);

    assertThat(decrypted(context.files.put("a.enc", file), "hunter2"))
        .isEqualTo("hello secret world\n".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void aFileThatIsNotEncryptedIsTold() {
    assertThatThrownBy(() -> decrypted(context.files.put("a.csv", "text"), "x"))
        .hasMessageContaining("is not encrypted with a password");
  }
}
