package diabolo.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.descriptor.Descriptor;
import diabolo.evaluation.Fidelity;
import diabolo.grid.Passage;
import diabolo.grid.QuantizedNote;
import diabolo.note.At;
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
import diabolo.representation.UnsuitableMeterException;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The operations in music, on a dense and a recurrent model. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LatentOperationsTest {

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
    void everyOperationReplaysFromItsJson() {
        for (LatentSpace space : List.of(dense, recurrent)) {
            float[][] codes = Arrays.copyOf(space.memory().codes(), 2);
            for (double temperature : new double[] {0, 1.3}) {
                Recipe recipe = space.recipe("vary", CodeOperations.vary(codes, 0.7, RandomSource.of(2)))
                        .withDetails(Map.of("distance", "0.7"))
                        .withTemperature(temperature)
                        .withSeed(9)
                        .withNumber(3);
                GeneratedPiece piece = space.render(recipe);

                JsonMapper json = JsonMapper.shared();
                Recipe read = json.readValue(json.writeValueAsString(recipe), Recipe.class);

                assertThat(space.render(read).windows())
                        .usingRecursiveComparison()
                        .isEqualTo(piece.windows());
                assertThat(space.render(read).music()).isEqualTo(piece.music());
            }
        }
    }

    @Test
    void theDetailsStandInOneOrderWhateverOrderTheyCameIn() {
        Map<String, String> forth = new LinkedHashMap<>();
        Map<String, String> back = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            forth.put("detail" + i, "x");
            back.put("detail" + (19 - i), "x");
        }
        Recipe recipe = dense.recipe("vary", dense.memory().codes());

        JsonMapper json = JsonMapper.shared();
        assertThat(json.writeValueAsString(recipe.withDetails(forth)))
                .isEqualTo(json.writeValueAsString(recipe.withDetails(back)));
    }

    @Test
    void aRecipeWithoutAWordOfWhatIsGivenIsRead() {
        Recipe read = JsonMapper.shared().readValue("""
                        {"operation": "generate", "title": "", "details": {}, "codes": [[1]], "temperature": 0,
                         "threshold": 0.5, "seed": 1, "number": 0, "beatsPerMinute": 100}""", Recipe.class);

        assertThat(read.given()).isEmpty();
        assertThat(read.signatures()).isEmpty();
    }

    @Test
    void provenanceOfOlderVersionsThatNameABarIsRead() {
        Provenance written =
                dense.render(dense.recipe("vary", dense.memory().codes())).provenance();
        String older = JsonMapper.shared().writeValueAsString(written).replace("\"beat\"", "\"bar\"");

        Provenance read = JsonMapper.shared().readValue(older, Provenance.class);

        assertThat(older).contains("\"bar\"");
        assertThat(read.originality()).isEqualTo(written.originality());
    }

    @Test
    void whatIsMadeOfMusicIsWrittenUnderItsHeading() {
        NoteSequence inD = headed(bars(1), 72, "2/4", "D major");
        NoteSequence alsoInD = headed(bars(2), 100, "4/4", "D major");
        NoteSequence inF = headed(bars(3), 100, "4/4", "F major");

        for (NoteSequence made : List.of(
                dense.reconstruct(inD),
                dense.vary(inD, 1, RandomSource.of(1)),
                dense.walk(inD, 1, 3, RandomSource.of(1)),
                dense.interpolate(inD, alsoInD, 3, Interpolation.LINEAR),
                dense.translate(inD, inF, inF, 1))) {
            assertThat(heading(made)).isEqualTo("72.0 [2/4] [D major]");
        }
        for (NoteSequence made : List.of(
                dense.average(List.of(inD, inF)),
                dense.path(List.of(inD, inF, inD), 2, Interpolation.LINEAR),
                dense.translate(inD, inD, inF, 1))) {
            assertThat(heading(made)).isEqualTo("72.0 [2/4] []");
        }
        assertThat(heading(dense.apply(attribute("note-density"), inD, 1))).isEqualTo("72.0 [2/4] [D major]");
        assertThat(heading(dense.apply(attribute("c-diatonic"), inD, 1))).isEqualTo("72.0 [2/4] []");
        assertThat(heading(dense.decode(dense.encode(inD)))).isEqualTo("90.0 [] []");
    }

    @Test
    void aMetreThatTheModelHasNoBarsOfIsRefused() {
        Recipe recipe = recurrent.recipe("decode", recurrent.memory().codes());

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        recurrent.requireFitting(recipe.withSignatures(new Signatures(Map.of(0, "3/4"), Map.of()))))
                .withMessage("the time signature 3/4 is given, but the model knows bars of 4/4; take one of these");
        assertThat(recurrent
                        .render(recipe.withSignatures(new Signatures(Map.of(0, "2/2"), Map.of())))
                        .music()
                        .meters())
                .containsExactly(new At<>(Beat.ZERO, new Meter(2, 2)));
    }

    private AttributeVector attribute(String name) {
        float[] direction = new float[dense.memory().codes()[0].length];
        return new AttributeVector(name, dense.description().name(), dense.hash(), direction, "nothing", 1, 1);
    }

    private static NoteSequence headed(NoteSequence piece, double beatsPerMinute, String meter, String key) {
        return new NoteSequence(
                piece.title(),
                piece.parts(),
                List.of(new At<>(Beat.ZERO, new Tempo(beatsPerMinute))),
                List.of(new At<>(Beat.ZERO, Meter.parse(meter))),
                List.of(new At<>(Beat.ZERO, Key.parse(key))));
    }

    private static String heading(NoteSequence piece) {
        return "%s %s %s"
                .formatted(
                        piece.tempoAt(Beat.ZERO).beatsPerMinute(),
                        piece.meters().stream().map(At::value).toList(),
                        piece.keys().stream().map(key -> key.value().name()).toList());
    }

    @Test
    void aMixtureHasAtItsEndsThePiecesAndBetweenThemStepsOfBoth() {
        NoteSequence few = SmallMelodyModel.tune(0, 0);
        NoteSequence many = SmallMelodyModel.tune(5, 5);

        assertThat(mixed(few, many, 0)).isEqualTo(recurrent.frames(few));
        assertThat(mixed(few, many, 1)).isEqualTo(recurrent.frames(many));
        List<Frames> half = mixed(few, many, 0.5);
        for (int window = 0; window < 2; window++) {
            Frames mixture = half.get(window);
            int fromFew = 16
                    - recurrent
                            .representation()
                            .differingSteps(mixture, recurrent.frames(few).get(window));
            int differing = recurrent
                    .representation()
                    .differingSteps(
                            recurrent.frames(few).get(window),
                            recurrent.frames(many).get(window));
            int fromMany = 16
                    - recurrent
                            .representation()
                            .differingSteps(mixture, recurrent.frames(many).get(window));
            assertThat(fromFew + fromMany).isEqualTo(16 + (16 - differing)); // those in both count twice
        }
        assertThat(half).isNotEqualTo(recurrent.frames(few)).isNotEqualTo(recurrent.frames(many));
    }

    private List<Frames> mixed(NoteSequence from, NoteSequence to, double share) {
        Recipe recipe = recurrent.mixture(recurrent.passage(from), recurrent.passage(to), share, RandomSource.of(3));
        return recurrent.render(recipe).windows();
    }

    @Test
    void aGivenBeginningStandsAsItIsAndTheRestIsDecoded() {
        List<Frames> given = recurrent.frames(SmallMelodyModel.tune(4));
        float[][] codes = {recurrent.memory().codes()[0]};
        Recipe decoded = recurrent.recipe("continue", codes);
        Recipe.Given beginning = new Recipe.Given(6, recurrent.given(given).cells());

        Frames window = recurrent.render(decoded.withGiven(beginning)).windows().getFirst();

        Frames alone = recurrent.render(decoded).windows().getFirst();
        assertThat(window)
                .isEqualTo(recurrent.representation().spliced(alone, given.getFirst(), step -> step < 6))
                .isNotEqualTo(alone);
    }

    @Test
    void searchesAreOneLineOfJavaEach() {
        NoteSequence tune = headed(SmallMelodyModel.tune(2, 1), 72, "4/4", "D major");
        Continuation.Settings onwards = new Continuation.Settings(16, 1, 1, 0, 1);
        ConstrainedSearch.Settings corrected =
                new ConstrainedSearch.Settings(16, 1, 5, ConstrainedSearch.Finish.CORRECTED, 1);
        Constraint notes = new Constraint.GivenNotes(dense.passage(tune));

        for (LatentSpace space : List.of(dense, recurrent)) {
            NoteSequence longer = space.continuePiece(tune, onwards);

            assertThat(longer.length()).isGreaterThan(tune.length());
            assertThat(longer.keys().getFirst().value()).isEqualTo(Key.parse("D"));
            assertThat(space.constrain(List.of(notes), corrected).allNotes().map(Note::pitch))
                    .containsAll(tune.allNotes().map(Note::pitch).toList());
        }
        NoteSequence harmonized = dense.harmonize(tune, new Harmonizer.Settings(5, 1, 0.1, 0.4, 1));
        assertThat(harmonized.parts().getFirst().notes())
                .isEqualTo(tune.parts().getFirst().notes());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recurrent.harmonize(tune, Harmonizer.Settings.DEFAULT))
                .withMessageContaining("needs a model of piano rolls");
    }

    @Test
    void aTemperatureNextToNothingTakesTheLikeliest() {
        Recipe recipe = recurrent.recipe("generate", recurrent.memory().codes());

        assertThat(recurrent.render(recipe.withTemperature(1e-300)).windows())
                .usingRecursiveComparison()
                .isEqualTo(recurrent.render(recipe).windows());
    }

    @Test
    void cellsThatNoWindowHasAndStepsWithoutCodesAreRefused() {
        Recipe recipe = recurrent.recipe("continue", recurrent.memory().codes());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> recurrent.render(recipe.withGiven(new Recipe.Given(1, new int[][] {{1 << 20}}))))
                .withMessageContaining("cell 1048576");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recurrent.render(recipe.withGiven(new Recipe.Given(1 << 20, new int[][] {{}}))))
                .withMessageContaining("1048576 steps are given");
    }

    @Test
    void codesOfAnotherSizeAreRefusedAtEveryTemperature() {
        Recipe recipe = recurrent.recipe("decode", new float[][] {{1, 2}});

        for (double temperature : new double[] {0, 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> recurrent.render(recipe.withTemperature(temperature)))
                    .withMessage(
                            "a code of this model has 4 numbers, was given 2; take one that the same model encoded");
        }
    }

    @Test
    void averagingTranslatingAndVaryingByNothingReconstruct() {
        NoteSequence piece = SmallMelodyModel.tune(2, 4);
        List<Note> reconstructed = notes(recurrent.reconstruct(piece));

        assertThat(notes(recurrent.average(List.of(piece, piece)))).isEqualTo(reconstructed);
        assertThat(notes(recurrent.translate(piece, SmallMelodyModel.tune(1), SmallMelodyModel.tune(5), 0)))
                .isEqualTo(reconstructed);
        assertThat(notes(recurrent.vary(piece, 0, RandomSource.of(1)))).isEqualTo(reconstructed);
    }

    @Test
    void waysBeginWithThePieceAndHaveAWindowForEveryPoint() {
        NoteSequence first = recurrent.reconstruct(SmallMelodyModel.tune(2));
        List<NoteSequence> pieces =
                List.of(SmallMelodyModel.tune(2), SmallMelodyModel.tune(4), SmallMelodyModel.tune(1));

        NoteSequence walk = recurrent.walk(SmallMelodyModel.tune(2), 0.5, 3, RandomSource.of(1));
        NoteSequence path = recurrent.path(pieces, 2, Interpolation.LINEAR);

        for (NoteSequence way : List.of(walk, path)) {
            List<Note> beginning = notes(way).stream()
                    .filter(note -> note.start().compareTo(Beat.of(4)) < 0)
                    .toList();
            assertThat(beginning).isEqualTo(notes(first));
        }
        assertThat(walk.length()).isGreaterThan(Beat.of(8));
        List<List<NoteSequence>> grid = recurrent.grid(
                List.of(pieces.get(0), pieces.get(1), pieces.get(2), pieces.get(0)), 2, Interpolation.LINEAR);
        assertThat(notes(grid.get(1).get(1))).isEqualTo(notes(first));
    }

    @Test
    void moreWindowsThanAPieceCanHoldAreRefusedBeforehand() {
        float[][] many = new float[12_501][SmallMelodyModel.CODE_SIZE];

        assertThatIllegalArgumentException()
                .isThrownBy(() -> recurrent.requireFitting(recurrent.recipe("walk", many)))
                .withMessage(
                        "12501 windows of 16 steps are longer than a piece can be, which is 200000 steps; take fewer or shorter ones");
    }

    @Test
    void aPieceThatIsKnownByHeartIsAFixedPoint() {
        Refinement refined = dense.refine(bars(3), 10);

        assertThat(refined.changes()).containsExactly(0);
        assertThat(refined.isFixed()).isTrue();
    }

    @Test
    void refiningAFixedPointChangesNothing() {
        Refinement refined = recurrent.refine(SmallMelodyModel.tune(3), 200);
        assertThat(refined.isFixed()).as(refined.changes().toString()).isTrue();

        Refinement again = recurrent.refine(recurrent.decode(refined.codes()), 1);

        assertThat(again.isFixed()).isTrue();
    }

    @Test
    void refiningEndsAtTheLimit() {
        NoteSequence strange = NoteSequence.of(
                "",
                Tempo.DEFAULT,
                Meter.FOUR_FOUR,
                List.of(new Part("", Instrument.PIANO, List.of(note(71, Beat.ZERO, Beat.of(1))))));

        Refinement refined = dense.refine(strange, 1);

        assertThat(refined.rounds()).isEqualTo(1);
        assertThat(refined.isFixed()).isFalse();
    }

    @Test
    void aChangeOfMetreIsRefusedWithItsPlaceInThePiece() {
        NoteSequence waltz = NoteSequence.of(
                "waltz",
                Tempo.DEFAULT,
                new Meter(3, 4),
                List.of(new Part("", Instrument.PIANO, List.of(note(60, Beat.ZERO, Beat.of(9))))));

        assertThatThrownBy(() -> recurrent.encode(waltz))
                .isInstanceOf(UnsuitableMeterException.class)
                .hasMessage(
                        "\"waltz\" has the time signature 3/4 at bar 1, but the model knows bars of 4/4; choose a passage in 4/4, or a model for 3/4");
    }

    @Test
    void windowsOfTokensBeginAtBarLinesWithAPickupInABarOfItsOwn() {
        NoteSequence tune = SmallMelodyModel.tune(3, 1, 2);
        NoteSequence withPickup = behindAPickup(tune);

        List<Frames> frames = recurrent.frames(withPickup);

        assertThat(frames.subList(1, 4)).isEqualTo(recurrent.frames(tune));
        assertThat(recurrent.representation().decode(frames.getFirst()).allNotes())
                .singleElement()
                .extracting(QuantizedNote::startStep)
                .isEqualTo(12);
        assertThat(recurrent.passage(withPickup).barAt(2 * 16)).isEqualTo(2);
    }

    @Test
    void windowsOfPianoRollsBeginWithThePieceAsInCorpora() {
        NoteSequence withPickup = behindAPickup(bars(2));

        assertThat(dense.representation()
                        .decode(dense.frames(withPickup).getFirst())
                        .allNotes())
                .anyMatch(note -> note.startStep() == 0);
        assertThat(dense.passage(withPickup).firstBar()).isZero();
    }

    /** The same a beat later, after a note. */
    private static NoteSequence behindAPickup(NoteSequence tune) {
        List<Note> notes = new ArrayList<>();
        notes.add(note(60, Beat.ZERO, Beat.of(1)));
        tune.allNotes()
                .forEach(later -> notes.add(
                        new Note(later.pitch(), later.velocity(), later.start().plus(Beat.of(1)), later.duration())));
        return new NoteSequence(
                "pickup",
                List.of(new Part("", Instrument.PIANO, notes)),
                List.of(),
                List.of(new At<>(Beat.ZERO, Meter.FOUR_FOUR), new At<>(Beat.of(1), Meter.FOUR_FOUR)),
                List.of());
    }

    @Test
    void aPassageIsEncodedInFullLength() {
        NoteSequence tune = SmallMelodyModel.tune(3, 1, 2);

        assertThat(recurrent.encode(recurrent.passage(tune).between(2, 3)))
                .isDeepEqualTo(recurrent.encode(SmallMelodyModel.tune(1, 2)));
        assertThat(dense.frames(dense.passage(bars(1)).lasting(40))).hasSize(3);
    }

    @Test
    void fidelityCountsWhatCameBack() {
        NoteSequence tune = SmallMelodyModel.tune(3, 1);
        Passage passage = recurrent.passage(tune);
        List<Frames> frames = recurrent.frames(tune);
        List<Frames> other = recurrent.frames(SmallMelodyModel.tune(3, 2));

        assertThat(recurrent.fidelity(passage, frames).sentence())
                .isEqualTo("100.0 % of the tokens came back; onset F1 100.0 %.");
        // a third note is there: 2 of 32 tokens differ, 6 of 7 onsets are right and all 6 are there
        assertThat(recurrent.fidelity(passage, other).sentence())
                .isEqualTo("93.8 % of the tokens came back; onset F1 92.3 %.");
        assertThat(dense.fidelity(
                        dense.passage(bars(1)), List.of(dense.representation().silence())))
                .isInstanceOfSatisfying(Fidelity.OfCells.class, cells -> {
                    assertThat(cells.wrong()).isPositive().isEqualTo(cells.sounding());
                    assertThat(cells.notes().f1()).isZero();
                });
    }

    @Test
    void ofDrumsNothingIsSaidThatAsksForPitches() throws IOException {
        try (LatentSpace drums = LatentSpace.load(Path.of("../models/drums-2bar"))) {
            GeneratedPiece piece =
                    drums.generate(SamplingSettings.of(drums.description().spec()), 0);

            assertThat(drums.describe(piece.windows()))
                    .containsOnlyKeys(
                            Descriptor.NOTE_DENSITY, Descriptor.SIXTEENTH_SYNCOPATION, Descriptor.EIGHTH_SYNCOPATION);
        }
    }

    @Test
    void descriptorsAreThoseOfThePiece() {
        GeneratedPiece piece = recurrent.render(recurrent.mixture(
                recurrent.passage(SmallMelodyModel.tune(3)),
                recurrent.passage(SmallMelodyModel.tune(3)),
                0,
                RandomSource.of(1)));

        assertThat(recurrent.describe(piece.windows()))
                .containsEntry(Descriptor.NOTE_DENSITY, 4 / 16.0)
                .containsKeys(Descriptor.values());
    }

    private static NoteSequence bars(int number) {
        return SmallModel.ROLL.decode(SmallModel.bar(number)).toNoteSequence();
    }

    private static Note note(int pitch, Beat start, Beat duration) {
        return new Note(Pitch.of(pitch), Velocity.DEFAULT, start, duration);
    }

    private static List<Note> notes(NoteSequence piece) {
        return piece.allNotes().sorted(Note.IN_TIME).toList();
    }
}
