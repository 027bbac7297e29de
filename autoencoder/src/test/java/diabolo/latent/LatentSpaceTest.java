package diabolo.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import diabolo.evaluation.WrongCells;
import diabolo.grid.QuantizedSequence;
import diabolo.midi.MidiReader;
import diabolo.midi.MidiWriter;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LatentSpaceTest {

    private LatentSpace space;

    @BeforeAll
    void train(@TempDir Path folder) throws IOException {
        space = LatentSpace.load(SmallModel.trainedIn(folder));
    }

    @AfterAll
    void close() {
        space.close();
    }

    @Test
    void aTrainingPieceIsReconstructedWindowByWindow() {
        NoteSequence piece = music(3, 5);

        assertThat(space.encode(piece)).hasDimensions(2, 6);
        assertThat(notes(space.reconstruct(piece))).isEqualTo(notes(piece));
    }

    @Test
    void aPieceThatEndsWithinAWindowIsPaddedWithSilence() {
        NoteSequence piece =
                SmallModel.ROLL.decode(SmallModel.bar(0)).slice(0, 3).toNoteSequence();

        assertThat(space.encode(piece)).hasDimensions(1, 6);
    }

    @Test
    void decodedMusicHasTheModelsTempo() {
        assertThat(space.decode(space.trainingExamples().codes()).tempoAt(Beat.ZERO))
                .isEqualTo(new Tempo(90));
    }

    @Test
    void interpolationBeginsAndEndsWithThePieces() throws IOException {
        NoteSequence way = space.interpolate(music(2), music(5), 9, Interpolation.SPHERICAL);

        QuantizedSequence steps = SmallModel.ROLL.grid().quantize(way);
        assertThat(notes(steps.slice(0, 16).toNoteSequence())).isEqualTo(notes(music(2)));
        assertThat(notes(steps.slice(8 * 16, 16).toNoteSequence())).isEqualTo(notes(music(5)));
        assertThat(steps.lengthInSteps()).isEqualTo(9 * 16);
    }

    @Test
    void interpolatingBetweenEqualPiecesGivesThatPieceThroughout() {
        NoteSequence way = space.interpolate(music(4), music(4), 3, Interpolation.LINEAR);

        for (int window = 0; window < 3; window++) {
            QuantizedSequence bar = SmallModel.ROLL.grid().quantize(way).slice(16 * window, 16);
            assertThat(notes(bar.toNoteSequence())).isEqualTo(notes(music(4)));
        }
    }

    @Test
    void filesGoInAndAFileComesOut(@TempDir Path folder) throws IOException {
        MidiWriter.write(music(1), folder.resolve("blues.mid"));
        MidiWriter.write(music(3), folder.resolve("waltz.mid"));

        NoteSequence blues = MidiReader.read(folder.resolve("blues.mid"));
        NoteSequence waltz = MidiReader.read(folder.resolve("waltz.mid"));
        NoteSequence bridge = space.interpolate(blues, waltz, 9, Interpolation.SPHERICAL);
        MidiWriter.write(bridge, folder.resolve("bridge.mid"));

        assertThat(notes(MidiReader.read(folder.resolve("bridge.mid")))).isEqualTo(notes(bridge));
    }

    @Test
    void askingForMorePiecesDoesNotChangeTheFirst() {
        SamplingSettings settings = SamplingSettings.DEFAULT.withSeed(3).withPrior(new Prior.Range());
        GeneratedPiece alone = space.generate(settings, 2);

        List<GeneratedPiece> many = IntStream.range(0, 5)
                .mapToObj(number -> space.generate(settings, number))
                .toList();

        assertThat(many.get(2).windows()).usingRecursiveComparison().isEqualTo(alone.windows());
        assertThat(many.get(2).music()).isEqualTo(alone.music());
        assertThat(many.get(1).provenance().recipe().codes())
                .isNotEqualTo(alone.provenance().recipe().codes());
    }

    @Test
    void theProvenanceRendersThePieceAgain() {
        SamplingSettings settings = new SamplingSettings(new Prior.Uniform(2.5), 11, 0.3, 1.5);
        GeneratedPiece piece = space.generate(settings, 4);

        Provenance provenance = piece.provenance();
        GeneratedPiece again = space.render(provenance.recipe());

        assertThat(provenance.recipe().details()).containsEntry("prior", "uniform:2.5");
        assertThat(provenance.modelHash()).isEqualTo(space.hash());
        assertThat(again.windows()).usingRecursiveComparison().isEqualTo(piece.windows());
        assertThat(again.provenance().recipe().codes())
                .isDeepEqualTo(provenance.recipe().codes());
    }

    @Test
    void trainingMusicIsFoundAsACopyAtItsPlace() {
        assertThat(space.similarity(SmallModel.bar(4))).isEqualTo(Provenance.Similarity.ofCells(1, "étude", 17));
    }

    @Test
    void silenceHasNoSimilarity() {
        assertThat(space.similarity(SmallModel.ROLL.silence())).isEqualTo(Provenance.Similarity.UNKNOWN);
    }

    @Test
    void moreTemperatureMakesMoreCellsSound() {
        double cool = soundingCells(0.2);
        double hot = soundingCells(5);

        assertThat(cool).isPositive();
        assertThat(hot).isGreaterThan(2 * cool);
    }

    @Test
    void aPieceBeyondThePitchesOfTheModelIsRefusedWithThem() {
        NoteSequence high = onePart(Instrument.PIANO, 100);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> space.encode(high))
                .withMessage(
                        "\"high\" has no notes from MIDI pitch 48 to 71, the model's range; transpose it into that");
    }

    @Test
    void drumsAloneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space.encode(onePart(new Instrument.Drums(), 60)))
                .withMessageContaining("has drums alone, and a model of piano-roll has none; choose a model of drums");
    }

    @Test
    void theArcIsAsLongAsItsEndsAndTheLineCutsThrough() {
        float[] x = {1, 0};
        float[] y = {0, 1};

        float[] arc = Interpolation.SPHERICAL.between(x, y, 1.0 / 3);

        assertThat((double) arc[0]).isCloseTo(Math.cos(Math.PI / 6), within(1e-6));
        assertThat((double) arc[1]).isCloseTo(Math.sin(Math.PI / 6), within(1e-6));
        assertThat(Interpolation.LINEAR.between(x, y, 0.25)).containsExactly(0.75f, 0.25f);
        assertThat(Interpolation.SPHERICAL.between(x, new float[] {3, 0}, 0.5)).containsExactly(2, 0);
    }

    /** The mean over 20 pieces. */
    private double soundingCells(double temperature) {
        SamplingSettings settings = new SamplingSettings(new Prior.Empirical(), 1, 0.5, temperature);
        return IntStream.range(0, 20)
                .mapToObj(number -> space.generate(settings, number).windows().getFirst())
                .mapToDouble(cells -> WrongCells.ofSilence(SmallModel.ROLL, List.of(cells)))
                .average()
                .orElseThrow();
    }

    private static NoteSequence onePart(Instrument instrument, int pitch) {
        Note note = new Note(Pitch.of(pitch), Velocity.DEFAULT, Beat.ZERO, Beat.of(1));
        return NoteSequence.of(
                "high", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of(new Part("", instrument, List.of(note))));
    }

    /** Consecutive training bars, every note within its bar. */
    private static NoteSequence music(int... numbers) {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            Beat start = Beat.of(4L * i);
            SmallModel.ROLL
                    .decode(SmallModel.bar(numbers[i]))
                    .toNoteSequence()
                    .allNotes()
                    .forEach(note -> notes.add(note.withStart(note.start().plus(start))));
        }
        return NoteSequence.of("bars", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of(new Part("", Instrument.PIANO, notes)));
    }

    private static List<Note> notes(NoteSequence piece) {
        return piece.allNotes().sorted(Note.IN_TIME).toList();
    }
}
