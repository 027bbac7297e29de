package diabolo.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.ForAll;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusFileTest {

    @TempDir
    private Path tunes;

    @TempDir
    private Path folder;

    private Corpus corpus;
    private Path file;

    @BeforeEach
    void buildCorpus() throws IOException {
        corpus = Tunes.corpus(tunes);
        file = folder.resolve("tunes.corpus");
    }

    @Test
    void loadingWhatWasSavedGivesTheSameCorpus() throws IOException {
        CorpusFile.save(corpus, file, IfExists.REFUSE);
        Corpus loaded = CorpusFile.load(file);

        assertThat(loaded).isEqualTo(corpus);
        assertThat(loaded.fingerprint()).isEqualTo(corpus.fingerprint());
    }

    @Test
    void anExistingFileIsReplacedOnlyOnRequest() throws IOException {
        Files.writeString(file, "precious");

        assertThatThrownBy(() -> CorpusFile.save(corpus, file, IfExists.REFUSE)).hasMessageContaining("exists already");
        assertThat(file).hasContent("precious");
        CorpusFile.save(corpus, file, IfExists.REPLACE);
        assertThat(CorpusFile.load(file)).isEqualTo(corpus);
    }

    @Test
    void savingLeavesNothingElseBehind() throws IOException {
        CorpusFile.save(corpus, file, IfExists.REFUSE);

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void savingOverAFolderGetsASentence() {
        assertThatThrownBy(() -> CorpusFile.save(corpus, folder, IfExists.REPLACE))
                .hasMessageContaining("is a folder");
    }

    @Test
    void aMissingFileGetsASentence() {
        assertThatThrownBy(() -> CorpusFile.load(file)).hasMessageContaining("There is no corpus file");
    }

    @Test
    void aForeignFileIsRefused() throws IOException {
        for (String foreign : new String[] {"", "MThd", "x".repeat(500)}) {
            Files.writeString(file, foreign);

            assertThatThrownBy(() -> CorpusFile.load(file))
                    .isInstanceOf(MalformedCorpusException.class)
                    .hasMessageContaining("it is not a corpus file");
        }
    }

    @Test
    void anotherVersionIsRefused() throws IOException {
        byte[] bytes = CorpusFormat.bytes(corpus);
        ByteBuffer.wrap(bytes).putInt(8, 1);
        Files.write(file, bytes);

        assertThatThrownBy(() -> CorpusFile.load(file)).hasMessageContaining("version 1, but 5 is the one");
    }

    @Test
    void theVersionBeforeIsReadWhereItSaysTheSame() throws IOException {
        byte[] bytes = CorpusFormat.bytes(corpus); // of piano rolls, which have no meters
        ByteBuffer.wrap(bytes).putInt(8, 4);
        int end = bytes.length - CorpusFormat.HASH_BYTES;
        byte[] hash = CorpusFormat.sha256(Arrays.copyOf(bytes, end));
        Files.write(file, ByteBuffer.wrap(bytes).put(end, hash).array());

        assertThat(CorpusFile.load(file)).isEqualTo(corpus);
    }

    @Test
    void truncationAnywhereIsNoticed() {
        byte[] bytes = CorpusFormat.bytes(corpus);

        ForAll.examples(random -> random.nextInt(bytes.length))
                .check(length -> assertThatThrownBy(() -> CorpusDecoding.decode(Arrays.copyOf(bytes, length)))
                        .isInstanceOf(MalformedCorpusException.class));
    }

    @Test
    void aChangedByteIsNoticed() {
        byte[] bytes = CorpusFormat.bytes(corpus);

        ForAll.examples(random -> random.nextInt(bytes.length)).check(index -> {
            byte[] changed = bytes.clone();
            changed[index] ^= 4;
            assertThatThrownBy(() -> CorpusDecoding.decode(changed)).isInstanceOf(MalformedCorpusException.class);
        });
    }

    @Test
    void aForgedCountIsRefusedBeforeAnythingIsAllocated() {
        byte[] bytes = CorpusFormat.bytes(corpus);
        int countOfPieces = indexOf(bytes, "AS_WRITTEN") + "AS_WRITTEN".length();
        byte[] forged = bytes.clone();
        ByteBuffer.wrap(forged).putInt(countOfPieces, Integer.MAX_VALUE);

        assertThatThrownBy(() -> CorpusDecoding.decode(signed(forged)))
                .hasMessageContaining("it promises 2147483647 pieces, but only");
    }

    @Test
    void forgedContentNeverGivesAnythingButACorpusOrARefusal() {
        byte[] bytes = CorpusFormat.bytes(corpus);
        int windows = 26 * (2 * Integer.BYTES + 704);

        ForAll.examples(random -> {
                    byte[] forged = bytes.clone();
                    forged[random.nextInt(12, bytes.length - windows - 32)] = (byte) random.nextInt();
                    return signed(forged);
                })
                .check(forged -> {
                    try {
                        assertThat(CorpusFormat.bytes(CorpusDecoding.decode(forged)))
                                .isNotEmpty();
                    } catch (MalformedCorpusException refused) {
                        assertThat(refused).hasMessageNotContaining("null");
                    }
                });
    }

    static byte[] signed(byte[] bytes) {
        byte[] content = Arrays.copyOf(bytes, bytes.length - CorpusFormat.HASH_BYTES);
        return ByteBuffer.allocate(bytes.length)
                .put(content)
                .put(CorpusFormat.sha256(content))
                .array();
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
    }
}
