package diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

final class FailureSentencesTest {

    @Test
    void theMessageOfTheLibraryIsTheSentence() {
        assertThat(sentence(new IllegalArgumentException("count must be between 1 and 100, was 0")))
                .isEqualTo("count must be between 1 and 100, was 0");
    }

    @Test
    void failuresOfTheDiskSayWhatToDo() {
        assertThat(sentence(new NoSuchFileException("rag.mid"))).isEqualTo("rag.mid does not exist: check the name.");
        assertThat(sentence(new AccessDeniedException("rag.mid"))).contains("rag.mid", "permissions");
        assertThat(sentence(new FileSystemException("rag.wav", null, "No space left on device")))
                .isEqualTo("rag.wav: No space left on device; check its name and the disk.");
    }

    @Test
    void wrappersAreLookedThrough() {
        IOException cause = new IOException("the file ends at byte 12");

        assertThat(sentence(new CompletionException(new UncheckedIOException(cause))))
                .isEqualTo("the file ends at byte 12");
        assertThat(sentence(new ExceptionInInitializerError(new UncheckedIOException(cause))))
                .isEqualTo("the file ends at byte 12");
    }

    @Test
    void aMistakeOfOursIsCalledOne() {
        assertThat(sentence(new IllegalStateException("no stage"))).contains("mistake in Diabolo itself", "--verbose");
    }

    @Test
    void theStackTraceFollowsOnlyWhenAskedFor() {
        assertThat(report(new IllegalStateException("no stage"), false)).hasLineCount(1);
        assertThat(report(new IllegalStateException("no stage"), true))
                .contains("\tat diabolo.cli.FailureSentencesTest");
    }

    private static String sentence(Throwable failure) {
        return FailureSentences.sentence(failure);
    }

    private static String report(Throwable failure, boolean verbose) {
        StringWriter messages = new StringWriter();

        int exitCode = new FailureSentences(() -> verbose, () -> true).report(failure, new PrintWriter(messages, true));

        assertThat(exitCode).isEqualTo(1);
        return messages.toString();
    }
}
