package diabolo.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import diabolo.grid.Passage;
import diabolo.latent.LatentSpace;
import diabolo.latent.Recipe;
import diabolo.latent.SamplingSettings;
import diabolo.latent.SmallMelodyModel;
import diabolo.latent.SmallModel;
import diabolo.note.Beat;
import diabolo.note.Instrument;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Pitch;
import diabolo.note.Tempo;
import diabolo.note.Velocity;
import diabolo.representation.Frames;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConstrainedSearchTest {

    private static final long SEED = 3;
    private static final ConstrainedSearch.Settings SETTINGS = new ConstrainedSearch.Settings(32, 4, 100);

    private LatentSpace dense;
    private LatentSpace recurrent;

    @BeforeAll
    void train(@TempDir Path folder) throws IOException {
        dense = LatentSpace.load(SmallModel.trainedIn(folder.resolve("dense")));
        recurrent = LatentSpace.load(SmallMelodyModel.trainedIn(folder.resolve("recurrent")));
    }

    @AfterAll
    void close() {
        dense.close();
        recurrent.close();
    }

    @Test
    void aDenseModelFindsTheBarWithTheGivenNote() {
        List<ConstraintResult> found = found(
                dense, new Constraint.GivenNotes(dense.passage(piece(note(64, Beat.ZERO, Beat.of(3))))), SETTINGS);

        assertThat(found).singleElement().satisfies(given -> {
            assertThat(given.isMet()).isTrue();
            assertThat(given.sentence()).isEqualTo("1 of 1 given notes sound");
        });
    }

    @Test
    void aRecurrentModelFindsTheBarOfADensity() {
        List<ConstraintResult> found = found(recurrent, new Constraint.Density(3 / 16.0), SETTINGS);

        assertThat(found.getFirst().value()).isEqualTo(3 / 16.0);
        assertThat(found.getFirst().violation()).isZero();
    }

    @Test
    void forbiddenNotesAreSilent() {
        Constraint forbidden = new Constraint.ForbiddenNotes(dense.passage(piece(
                note(60, Beat.ZERO, Beat.of(4)),
                note(62, Beat.ZERO, Beat.of(4)),
                note(64, Beat.ZERO, Beat.of(4)),
                note(68, Beat.ZERO, Beat.of(4)),
                note(70, Beat.ZERO, Beat.of(4)))));

        assertThat(found(dense, forbidden, SETTINGS).getFirst().isMet()).isTrue();
    }

    @Test
    void ofAForbiddenChordEveryNoteIsForbiddenToAMelody() {
        NoteSequence chord = piece(note(60, Beat.ZERO, Beat.of(1)), note(64, Beat.ZERO, Beat.of(1)));
        ConstrainedSearch search =
                ConstrainedSearch.of(recurrent, List.of(new Constraint.ForbiddenNotes(recurrent.passage(chord))));

        List<Frames> low = recurrent.frames(piece(note(60, Beat.ZERO, Beat.of(1))));

        assertThat(search.results(low).getFirst().sentence()).isEqualTo("1 of 2 forbidden notes are silent");
    }

    @Test
    void shippedModelsMeetKeyAndDensityBetterThanPlainSamples() throws IOException {
        for (String name : List.of("ragtime-deephear", "melody-2bar")) {
            try (LatentSpace space = LatentSpace.load(Path.of("../models", name))) {
                ConstrainedSearch search = ConstrainedSearch.of(
                        space, List.of(new Constraint.InKey(Key.parse("G major")), new Constraint.Density(0.3)));
                SamplingSettings sampling =
                        SamplingSettings.of(space.description().spec());

                Recipe recipe = search.find(ConstrainedSearch.Settings.DEFAULT, 1, 0, done -> {});
                double found = violation(search.results(space.render(recipe).windows()));
                double drawn =
                        violation(search.results(space.generate(sampling, 0).windows()));

                assertThat(found).as(name).isLessThan(drawn).isLessThan(0.1);
            }
        }
    }

    @Test
    void theSameSeedFindsTheSame() {
        for (LatentSpace space : List.of(dense, recurrent)) {
            ConstrainedSearch search = ConstrainedSearch.of(space, List.of(new Constraint.Density(0.2)));

            Recipe recipe = search.find(SETTINGS, SEED, 0, done -> {});

            assertThat(search.find(SETTINGS, SEED, 0, done -> {}).codes()).isDeepEqualTo(recipe.codes());
            assertThat(space.render(recipe).music())
                    .isEqualTo(space.render(recipe).music());
        }
    }

    @Test
    void piecesOfASeedDiffer() {
        ConstrainedSearch search = ConstrainedSearch.of(recurrent, List.of(new Constraint.Density(0.2)));

        float[][] first = search.find(SETTINGS, SEED, 0, done -> {}).codes();

        assertThat(Arrays.deepEquals(search.find(SETTINGS, SEED, 1, done -> {}).codes(), first))
                .isFalse();
    }

    @Test
    void notesLongerThanAWindowAreTakenWindowByWindow() {
        NoteSequence piece = piece(note(62, Beat.ZERO, Beat.of(3)), note(66, Beat.of(8), Beat.of(3)));
        ConstrainedSearch search =
                ConstrainedSearch.of(dense, List.of(new Constraint.GivenNotes(dense.passage(piece))));
        List<Double> progress = new ArrayList<>();

        Recipe recipe = search.find(SETTINGS, SEED, 0, progress::add);

        assertThat(search.windows()).isEqualTo(3);
        assertThat(recipe.codes()).hasNumberOfRows(3);
        assertThat(progress).hasSize(3).isSorted().endsWith(1.0);
        assertThat(search.results(dense.render(recipe).windows()).getFirst().value())
                .isEqualTo(1);
    }

    @Test
    void restsAtTheEndOfAPassageBelongToIt() {
        Passage passage = dense.passage(piece(note(62, Beat.ZERO, Beat.of(3)))).lasting(32);

        assertThat(ConstrainedSearch.of(dense, List.of(new Constraint.GivenNotes(passage)))
                        .windows())
                .isEqualTo(2);
    }

    @Test
    void correctedPiecesMeetConstraintsThatNoCodeMeets() {
        ConstrainedSearch.Settings quick = new ConstrainedSearch.Settings(8, 0, 5).corrected();
        NoteSequence odd = piece(note(59, Beat.ZERO, Beat.of(1, 2)), note(71, Beat.of(5, 2), Beat.of(1, 4)));
        NoteSequence forbidden = piece(note(48, Beat.ZERO, Beat.of(4)), note(55, Beat.ZERO, Beat.of(4)));

        for (LatentSpace space : List.of(dense, recurrent)) {
            ConstrainedSearch search = ConstrainedSearch.of(
                    space,
                    List.of(
                            new Constraint.GivenNotes(space.passage(odd)),
                            new Constraint.ForbiddenNotes(space.passage(forbidden)),
                            new Constraint.InKey(Key.C_MAJOR)));

            Recipe recipe = search.find(quick, 1, 0, done -> {});

            assertThat(search.results(space.render(recipe).windows())).allMatch(ConstraintResult::isMet);
        }
        ConstrainedSearch melody = ConstrainedSearch.of(dense, List.of(new Constraint.UnderMelody(odd)));
        assertThat(melody.results(
                        dense.render(melody.find(quick, 1, 0, done -> {})).windows()))
                .allMatch(ConstraintResult::isMet);
    }

    @Test
    void aMelodyIsMetWhereTheModelLearnedIt() {
        List<ConstraintResult> found =
                found(dense, new Constraint.UnderMelody(piece(note(64, Beat.ZERO, Beat.of(3)))), SETTINGS);

        assertThat(found.getFirst().isMet()).isTrue();
        assertThat(found.getFirst().sentence()).isEqualTo("12 of 12 steps of the melody sound, and 0 cells cover it");
    }

    @Test
    void silenceIsInNoKey() {
        ConstrainedSearch search =
                ConstrainedSearch.of(dense, List.of(new Constraint.InKey(Key.C_MAJOR), new Constraint.Density(0.1)));

        List<ConstraintResult> silent = search.results(List.of(SmallModel.ROLL.silence()));

        assertThat(silent).extracting(ConstraintResult::violation).containsExactly(1.0, 1.0);
        assertThat(silent).noneMatch(ConstraintResult::isMet);
    }

    @Test
    void constraintsThatAModelCannotMeetAreRefused() {
        NoteSequence high = piece(note(84, Beat.ZERO, Beat.of(1)));
        NoteSequence sharp = piece(note(61, Beat.ZERO, Beat.of(1)));

        assertRefused(
                dense,
                "the given notes have C6 (MIDI pitch 84), but the model's range is MIDI pitch 48 to 71; "
                        + "transpose them into it",
                new Constraint.GivenNotes(dense.passage(high)));
        assertRefused(
                dense,
                "the given notes have C#4, which is not in C major; choose another key, or leave the note out",
                new Constraint.GivenNotes(dense.passage(sharp)),
                new Constraint.InKey(Key.C_MAJOR));
        assertRefused(
                dense,
                "C#4 is both given and forbidden at step 1 of a window; leave it out of one of the two",
                new Constraint.GivenNotes(dense.passage(sharp)),
                new Constraint.ForbiddenNotes(dense.passage(sharp)));
        assertRefused(
                dense,
                "C#4 is given, but would cover the melody at step 1 of a window; leave the note out",
                new Constraint.GivenNotes(dense.passage(sharp)),
                new Constraint.UnderMelody(piece(note(60, Beat.ZERO, Beat.of(1)))));
        assertRefused(
                dense,
                "C#4 is forbidden, but the melody has it at step 1 of a window; leave the note out",
                new Constraint.ForbiddenNotes(dense.passage(sharp)),
                new Constraint.UnderMelody(sharp));
        assertRefused(
                dense,
                "the melody has C#4, which is not in C major; choose another key, or leave it out",
                new Constraint.InKey(Key.C_MAJOR),
                new Constraint.UnderMelody(sharp));
        assertRefused(dense, "no constraint is given; give notes, a key, a density or a melody" + " to harmonize");
        assertRefused(
                dense,
                "two constraints of a kind are given; give each kind once, with all notes in one piece",
                new Constraint.Density(0.1),
                new Constraint.Density(0.2));
        assertRefused(
                recurrent,
                "density is onsets of the highest line per step, above 0 and at most 1, was 1.5; "
                        + "0.25 is a note every four steps",
                new Constraint.Density(1.5));
        assertRefused(
                recurrent,
                "small-melody-1bar writes melody, and this needs a model of piano rolls, such as " + "ragtime-deephear",
                new Constraint.UnderMelody(sharp));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Constraint.Density(Double.NaN))
                .withMessageContaining("was NaN");
    }

    private static void assertRefused(LatentSpace space, String message, Constraint... constraints) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConstrainedSearch.of(space, List.of(constraints)))
                .withMessage(message);
    }

    private static List<ConstraintResult> found(
            LatentSpace space, Constraint constraint, ConstrainedSearch.Settings settings) {
        ConstrainedSearch search = ConstrainedSearch.of(space, List.of(constraint));
        return search.results(
                space.render(search.find(settings, SEED, 0, done -> {})).windows());
    }

    private static double violation(List<ConstraintResult> results) {
        return results.stream().mapToDouble(ConstraintResult::violation).sum();
    }

    private static NoteSequence piece(Note... notes) {
        return NoteSequence.of(
                "tune", Tempo.DEFAULT, Meter.FOUR_FOUR, List.of(new Part("", Instrument.PIANO, List.of(notes))));
    }

    private static Note note(int pitch, Beat start, Beat duration) {
        return new Note(Pitch.of(pitch), Velocity.of(101), start, duration);
    }
}
