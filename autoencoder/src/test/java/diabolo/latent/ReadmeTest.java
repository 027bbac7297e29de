package diabolo.latent;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.midi.MidiReader;
import diabolo.midi.MidiWriter;
import diabolo.note.Beat;
import diabolo.note.NoteSequence;
import diabolo.search.Melodies;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java lines of the README, on the included model. */
class ReadmeTest {

    private static final Path MODEL = Path.of("..", "models", "ragtime-deephear");

    @TempDir
    private Path folder;

    @Test
    void theFiveLinesWriteABridgeOfNineWindows() throws IOException {
        MidiWriter.write(Melodies.ODE_TO_JOY.piece(), folder.resolve("entertainer.mid"));
        MidiWriter.write(Melodies.JINGLE_BELLS.piece(), folder.resolve("maple.mid"));

        try (LatentSpace space = LatentSpace.load(MODEL)) {
            NoteSequence entertainer = MidiReader.read(folder.resolve("entertainer.mid"));
            NoteSequence maple = MidiReader.read(folder.resolve("maple.mid"));
            NoteSequence bridge = space.interpolate(entertainer, maple, 9, Interpolation.SPHERICAL);
            MidiWriter.write(bridge, folder.resolve("bridge.mid"));
        }

        NoteSequence bridge = MidiReader.read(folder.resolve("bridge.mid"));
        assertThat(bridge.length()).isGreaterThan(Beat.of(8 * 16)).isLessThanOrEqualTo(Beat.of(9 * 16));
    }

    @Test
    void theShippedModelMakesMusicOfRandomBits() throws IOException {
        try (LatentSpace space = LatentSpace.load(MODEL)) {
            for (int i = 0; i < 3; i++) {
                GeneratedPiece piece = space.generate(SamplingSettings.DEFAULT, i);

                assertThat(piece.music().allNotes().count()).isGreaterThan(20);
                assertThat(piece.provenance().originality().similarity()).isBetween(0.2, 1.0);
                assertThat(piece.provenance().originality().piece()).endsWith(".mid");
            }
        }
    }
}
