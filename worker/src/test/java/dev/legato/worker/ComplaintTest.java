package dev.legato.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.http.HttpFailure;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class ComplaintTest {
  @Test
  void theKindOfAFailureIsToldUnlessItsMessageIsForPeople() {
    assertThat(Complaint.of(new TaskFailure("No such table."))).isEqualTo("No such table.");
    assertThat(Complaint.of(new HttpFailure("No reply."))).isEqualTo("No reply.");
    assertThat(Complaint.of(new NoSuchFileException("/a"))).isEqualTo("NoSuchFileException: /a");
    assertThat(Complaint.of(new IllegalStateException("x"))).isEqualTo("IllegalStateException: x");
    assertThat(Complaint.of(new IOException())).isEqualTo("IOException");
  }
}
