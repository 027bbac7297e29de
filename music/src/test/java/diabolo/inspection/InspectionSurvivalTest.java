package diabolo.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import diabolo.DataFolder;
import diabolo.midi.MidiBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the file, there is a verdict, it gives reasons, and none of them is our own mistake. */
class InspectionSurvivalTest {

    private static final int MUTATIONS_PER_FILE = 400;
    private static final int SMALL_BYTES = 6_000;

    @TempDir
    Path folder;

    private static void assertHonest(Verdict verdict, String what) {
        assertThat(verdict.inWords())
                .as(what)
                .isNotBlank()
                .doesNotContain("did not foresee")
                .doesNotContain("null");
        if (verdict.status() == Verdict.Status.REFUSED) {
            assertThat(verdict.findings()).as(what).isNotEmpty();
        } else {
            assertThat(verdict.statistics()).as(what).isPresent();
        }
    }

    private void assertMutationsGetVerdicts(String name, byte[] valid) throws IOException {
        Path file = folder.resolve("mutated");
        for (int seed = 0; seed < MUTATIONS_PER_FILE; seed++) {
            Files.write(file, mutated(valid, new SplittableRandom(seed)));
            assertHonest(FileInspection.inspect(file), "seed %d of %s".formatted(seed, name));
        }
    }

    private static byte[] mutated(byte[] valid, SplittableRandom random) {
        byte[] bytes = valid.clone();
        for (int count = random.nextInt(1, 6); count > 0 && bytes.length > 0; count--) {
            int place = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[place] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[place] = (byte) random.nextInt(256);
                case 2 -> bytes = Arrays.copyOf(bytes, place);
                default -> bytes = withInserted(bytes, place, random);
            }
        }
        return bytes;
    }

    private static byte[] withInserted(byte[] bytes, int place, SplittableRandom random) {
        byte[] inserted = new byte[random.nextInt(1, 9)];
        random.nextBytes(inserted);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + inserted.length);
        System.arraycopy(inserted, 0, longer, place, inserted.length);
        System.arraycopy(bytes, place, longer, place + inserted.length, bytes.length - place);
        return longer;
    }

    @Test
    void mutatedMidiGetsAVerdict() throws IOException {
        byte[] valid = MidiBytes.format(1)
                .track("00 FF 03 04 4C 65 61 64 00 FF 58 04 03 02 18 08 60 FF 51 03 07 A1 20 " + MidiBytes.END)
                .track("00 C0 28 00 F0 03 7E 01 F7 " + MidiBytes.C4_FOR_A_BEAT + "00 3E 40 60 3E 00 " + MidiBytes.END)
                .track("00 99 24 40 60 89 24 40 00 B9 07 40 00 E9 00 40 " + MidiBytes.END)
                .build();

        assertMutationsGetVerdicts("a small MIDI file", valid);
    }

    @Test
    void randomTracksGetAVerdict() throws IOException {
        Path file = folder.resolve("random.mid");
        for (int seed = 0; seed < MUTATIONS_PER_FILE; seed++) {
            byte[] junk = new byte[300];
            new SplittableRandom(seed).nextBytes(junk);
            System.arraycopy(MidiBytes.format(1).track("00").build(), 0, junk, 0, 22);
            Files.write(file, junk);
            assertHonest(FileInspection.inspect(file), "seed " + seed);
        }
    }

    @Test
    void mutatedMusicXmlGetsAVerdict() throws IOException {
        String valid = "<score-partwise><part-list><score-part id=\"P1\"/></part-list><part id=\"P1\">"
                + "<measure number=\"1\"><attributes><divisions>4</divisions><time><beats>2</beats><beat-type>4</beat-type>"
                + "</time></attributes><note><pitch><step>C</step><octave>4</octave></pitch><duration>8</duration></note>"
                + "</measure></part></score-partwise>";

        assertMutationsGetVerdicts("a small MusicXML file", valid.getBytes(UTF_8));
    }

    @Test
    void mutatedAbcGetsAVerdict() throws IOException {
        String valid = """
                X:1
                M:6/8
                V:1 clef=bass transpose=-2
                K:Dm
                |:[V:1]A>B(3cde|[1"Am"{g}f-f z2:|[2[M:3/4]Z2|]
                V:2
                & C/ D3/2 [Q:1/4=90]!fine![K:G]^F,|
                """;

        assertMutationsGetVerdicts("a small ABC file", valid.getBytes(UTF_8));
    }

    @Test
    void everyFileOfTheTortureFolderAndItsMutationsGetsAVerdict() throws IOException {
        Optional<Path> torture = DataFolder.find("midi-torture");
        assumeTrue(torture.isPresent(), DataFolder.ABSENT);

        for (Path file : filesIn(torture.orElseThrow())) {
            assertHonest(FileInspection.inspect(file), file.toString());
            if (Files.size(file) < SMALL_BYTES) {
                mutateFewTimes(file);
            }
        }
    }

    private void mutateFewTimes(Path original) throws IOException {
        byte[] valid = Files.readAllBytes(original);
        Path file = folder.resolve("mutated");
        for (int seed = 0; seed < 10; seed++) {
            Files.write(file, mutated(valid, new SplittableRandom(seed)));
            assertHonest(FileInspection.inspect(file), "seed %d of %s".formatted(seed, original));
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
        }
    }
}
