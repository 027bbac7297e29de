package diabolo.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import diabolo.grid.QuantizedSequence;
import diabolo.latent.GeneratedPiece;
import diabolo.latent.LatentSpace;
import diabolo.latent.SmallModel;
import diabolo.model.DenseAutoencoder;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import diabolo.representation.Cells;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HarmonizerTest {

    private static final Harmonizer.Settings SETTINGS = new Harmonizer.Settings(200, 8, 0.1);

    private LatentSpace space;
    private Harmonizer harmonizer;

    @BeforeAll
    void train(@TempDir Path folder) throws IOException {
        space = LatentSpace.load(SmallModel.trainedIn(folder));
        harmonizer = new Harmonizer(space, SETTINGS);
    }

    @AfterAll
    void close() {
        space.close();
    }

    @Test
    void theMelodyOfATrainingBarGetsThatBarsAccompaniment() {
        Harmonization found =
                harmonizer.harmonize(melody(note(64, Beat.ZERO, Beat.of(3))), 1, Harmonizer.THRESHOLD, done -> {});

        assertThat(found.melodyRecall()).isEqualTo(1);
        assertThat(found.music().parts()).extracting(Part::name).containsExactly("melody", "accompaniment");
        assertThat(found.music().parts().get(1).notes())
                .containsExactly(plain(50, Beat.ZERO, Beat.of(4)), plain(57, Beat.ZERO, Beat.of(4)));
    }

    @Test
    void theMelodyIsKeptNoteForNoteAtItsTempo() {
        Note[] notes = {
            note(60, Beat.of(1, 7), Beat.of(3, 5)),
            note(66, Beat.of(5, 3), Beat.of(1, 3)),
            note(62, Beat.of(2), Beat.of(9))
        };
        NoteSequence melody = melody(notes).withTempo(new Tempo(71));

        NoteSequence music = harmonizer
                .harmonize(melody, 1, Harmonizer.THRESHOLD, done -> {})
                .music();

        assertThat(music.parts().getFirst().notes()).containsExactly(notes);
        assertThat(music.tempos()).isEqualTo(melody.tempos());
        assertThat(music.meters()).isEqualTo(melody.meters());
    }

    @Test
    void aMelodyWithoutATempoGetsTheModels() {
        NoteSequence melody = melody(note(62, Beat.ZERO, Beat.of(3)));
        NoteSequence untimed = new NoteSequence("", melody.parts(), List.of(), melody.meters(), List.of());

        assertThat(harmonizer
                        .harmonize(untimed, 1, Harmonizer.THRESHOLD, done -> {})
                        .music()
                        .tempos())
                .containsExactly(new At<>(Beat.ZERO, new Tempo(90)));
    }

    @Test
    void notesOutsideTheMelodyAreCounted() {
        Harmonization found = harmonizer.harmonize(
                melody(
                        note(60, Beat.ZERO, Beat.of(3)),
                        note(67, Beat.of(1), Beat.of(1)),
                        note(64, Beat.of(1), Beat.of(1)),
                        note(48, Beat.of(1), Beat.of(1))),
                1,
                Harmonizer.THRESHOLD,
                done -> {});

        assertThat(found.leftOutNotes()).isEqualTo(2);
        assertThat(found.shortenedNotes()).isEqualTo(1);
    }

    @Test
    void aLongMelodyIsTakenWindowByWindowAndSilentOnesAreLeftOut() {
        Harmonization found = harmonizer.harmonize(
                melody(note(62, Beat.ZERO, Beat.of(3)), note(68, Beat.of(8), Beat.of(3))),
                1,
                Harmonizer.THRESHOLD,
                done -> {});

        List<Note> accompaniment = found.music().parts().get(1).notes();
        assertThat(found.windows()).isEqualTo(3);
        assertThat(found.codes()).hasSize(2);
        assertThat(accompaniment)
                .contains(
                        plain(49, Beat.ZERO, Beat.of(4)),
                        plain(56, Beat.ZERO, Beat.of(4)),
                        plain(52, Beat.of(8), Beat.of(4)),
                        plain(59, Beat.of(8), Beat.of(4)))
                .noneMatch(note ->
                        note.start().compareTo(Beat.of(4)) >= 0 && note.start().compareTo(Beat.of(8)) < 0);
    }

    @Test
    void theAccompanimentEndsWithTheMelodysLastBar() {
        NoteSequence melody = melody(note(64, Beat.ZERO, Beat.of(1)));
        NoteSequence ofTwoQuarters = new NoteSequence(
                "", melody.parts(), melody.tempos(), List.of(new At<>(Beat.ZERO, new Meter(2, 4))), List.of());

        assertThat(harmonizer
                        .harmonize(ofTwoQuarters, 1, Harmonizer.THRESHOLD, done -> {})
                        .music()
                        .parts()
                        .get(1)
                        .notes())
                .isNotEmpty()
                .allMatch(note -> note.end().compareTo(Beat.of(2)) <= 0);
    }

    @Test
    void recallCountsTheMelodyInTheDecoding() {
        NoteSequence climbing = melody(
                note(60, Beat.ZERO, Beat.of(1)), note(65, Beat.of(1), Beat.of(1)), note(70, Beat.of(2), Beat.of(2)));

        Harmonization found = harmonizer.harmonize(climbing, 1, Harmonizer.THRESHOLD, done -> {});

        float[] decoded = ((DenseAutoencoder) space.network())
                .decode(new float[][] {found.codes().getFirst()})[0];
        BitSet wanted = SmallModel.ROLL.sounding(
                SmallModel.ROLL.encode(SmallModel.ROLL.grid().quantize(climbing)));
        long met = wanted.stream().filter(cell -> decoded[cell] > 0.4f).count();
        assertThat(found.melodyRecall()).isEqualTo(met / 16.0).isLessThan(1);
    }

    @Test
    void nothingSoundsAboveTheMelody() {
        Harmonization found =
                harmonizer.harmonize(melody(note(56, Beat.ZERO, Beat.of(4))), 1, Harmonizer.THRESHOLD, done -> {});

        assertThat(found.music().parts().get(1).notes())
                .allMatch(note -> note.pitch().midi() < 54);
    }

    @Test
    void theRecipeRendersItAgainAndItsOriginalityIsThatOfTheAccompaniment() {
        NoteSequence climbing = melody(note(60, Beat.ZERO, Beat.of(1)), note(65, Beat.of(9), Beat.of(1)));

        GeneratedPiece found = harmonizer
                .harmonize(climbing, 1, Harmonizer.THRESHOLD, done -> {})
                .piece();

        QuantizedSequence accompaniment = SmallModel.ROLL
                .grid()
                .quantize(found.music().withParts(List.of(found.music().parts().get(1))));
        Cells first = SmallModel.ROLL.encode(accompaniment.slice(0, 16));
        Cells third = SmallModel.ROLL.encode(accompaniment.slice(32, 16));
        assertThat(found.provenance().originality().similarity())
                .isEqualTo(Math.max(
                        space.similarity(first).similarity(),
                        space.similarity(third).similarity()));
        assertThat(space.render(found.provenance().recipe()).music()).isEqualTo(found.music());
    }

    @Test
    void theSameSeedFindsTheSame() {
        NoteSequence melody = melody(note(63, Beat.ZERO, Beat.of(2)));

        Harmonization first = harmonizer.harmonize(melody, 1, Harmonizer.THRESHOLD, done -> {});
        Harmonization again = harmonizer.harmonize(melody, 1, Harmonizer.THRESHOLD, done -> {});

        assertThat(again.codes().getFirst()).containsExactly(first.codes().getFirst());
        assertThat(again.music()).isEqualTo(first.music());
    }

    @Test
    void progressRisesToOne() {
        List<Double> shares = new ArrayList<>();

        harmonizer.harmonize(melody(note(62, Beat.ZERO, Beat.of(7))), 1, Harmonizer.THRESHOLD, shares::add);

        assertThat(shares).hasSize(2 * SETTINGS.updates()).isSorted();
        assertThat(shares.getLast()).isEqualTo(1);
    }

    @Test
    void aMelodyBeyondTheModelsPitchesIsRefusedWithThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> harmonizer.harmonize(
                        melody(note(84, Beat.ZERO, Beat.of(1))), 1, Harmonizer.THRESHOLD, done -> {}))
                .withMessage(
                        "the melody has the note C6, but the model's range is MIDI pitch 48 to 71; transpose it into that");
    }

    @Test
    void drumsAloneCannotBeHarmonized() {
        Part drums = new Part("", new Instrument.Drums(), List.of(note(60, Beat.ZERO, Beat.of(1))));
        NoteSequence beat = NoteSequence.of("beat", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of(drums));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> harmonizer.harmonize(beat, 1, Harmonizer.THRESHOLD, done -> {}))
                .withMessage("\"beat\" has no notes to harmonize; choose a piece with a melody");
    }

    private static NoteSequence melody(Note... notes) {
        return NoteSequence.of(
                "tune", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of(new Part("", Instrument.PIANO, List.of(notes))));
    }

    private static Note note(int pitch, Beat start, Beat duration) {
        return new Note(Pitch.of(pitch), Velocity.of(101), start, duration);
    }

    private static Note plain(int pitch, Beat start, Beat duration) {
        return new Note(Pitch.of(pitch), Velocity.DEFAULT, start, duration);
    }
}
