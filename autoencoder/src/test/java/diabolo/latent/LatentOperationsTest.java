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
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Encoding of music and rendering of recipes, on a dense and a recurrent model. */
class LatentOperationsTest extends OnSmallModels {

    @Test
    void everyOperationReplaysFromItsJson() {
        for (LatentSpace space : List.of(dense, recurrent)) {
            float[][] codes = Arrays.copyOf(space.trainingExamples().codes(), 2);
            for (double temperature : new double[] {0, 1.3}) {
                Recipe recipe = space.recipe("vary", CodeOperations.vary(codes, 0.7, RandomSource.of(2)))
                        .withDetails(Map.of("distance", "0.7"))
                        .with(new Recipe.Chance(9, 3, temperature, 0.5));
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
    void detailsAreSorted() {
        Map<String, String> forth = new LinkedHashMap<>();
        Map<String, String> back = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            forth.put("detail" + i, "x");
            back.put("detail" + (19 - i), "x");
        }
        Recipe recipe = dense.recipe("vary", dense.trainingExamples().codes());

        JsonMapper json = JsonMapper.shared();
        assertThat(json.writeValueAsString(recipe.withDetails(forth)))
                .isEqualTo(json.writeValueAsString(recipe.withDetails(back)));
    }

    @Test
    void aRecipeWithoutGivenWindowsIsRead() {
        Recipe read = JsonMapper.shared().readValue("""
                        {"operation": "generate", "title": "", "details": {}, "codes": [[1]], "temperature": 0,
                         "threshold": 0.5, "seed": 1, "number": 0, "beatsPerMinute": 100}""", Recipe.class);

        assertThat(read.given()).isEmpty();
        assertThat(read.signatures()).isEmpty();
    }

    @Test
    void provenanceOfOlderVersionsThatNameABarIsRead() {
        Provenance written = dense.render(
                        dense.recipe("vary", dense.trainingExamples().codes()))
                .provenance();
        String older = JsonMapper.shared().writeValueAsString(written).replace("\"beat\"", "\"bar\"");

        Provenance read = JsonMapper.shared().readValue(older, Provenance.class);

        assertThat(older).contains("\"bar\"");
        assertThat(read.originality()).isEqualTo(written.originality());
    }

    @Test
    void originalityKeepsItsFieldsInEveryVersion() {
        String written = JsonMapper.shared().writeValueAsString(Provenance.Similarity.ofCells(0.5, "maple.mid", 17));

        assertThat(written).isEqualTo("{\"measure\":\"CELLS\",\"similarity\":0.5,\"piece\":\"maple.mid\",\"beat\":17}");
    }

    @Test
    void aMeterThatTheModelWasNotTrainedOnIsRefused() {
        Recipe recipe = recurrent.recipe("decode", recurrent.trainingExamples().codes());

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        recurrent.requireFitting(recipe.withSignatures(new Signatures(Map.of(0, "3/4"), Map.of()))))
                .withMessage("the time signature 3/4 is given, but the model was trained on 4/4; take one of these");
        assertThat(recurrent
                        .render(recipe.withSignatures(new Signatures(Map.of(0, "2/2"), Map.of())))
                        .music()
                        .meters())
                .containsExactly(new At<>(Beat.ZERO, new Meter(2, 2)));
    }

    @Test
    void aGivenBeginningIsKeptAndTheRestIsDecoded() {
        List<Frames> given = recurrent.frames(SmallMelodyModel.tune(4));
        float[][] codes = {recurrent.trainingExamples().codes()[0]};
        Recipe decoded = recurrent.recipe("continue", codes);
        Recipe.Given beginning = new Recipe.Given(6, recurrent.given(given).cells());

        Frames window = recurrent.render(decoded.withGiven(beginning)).windows().getFirst();

        Frames alone = recurrent.render(decoded).windows().getFirst();
        assertThat(window)
                .isEqualTo(recurrent.representation().spliced(alone, given.getFirst(), step -> step < 6))
                .isNotEqualTo(alone);
    }

    @Test
    void aTinyTemperatureTakesTheLikeliest() {
        Recipe recipe =
                recurrent.recipe("generate", recurrent.trainingExamples().codes());

        assertThat(recurrent
                        .render(recipe.with(new Recipe.Chance(1, 0, 1e-300, 0.5)))
                        .windows())
                .usingRecursiveComparison()
                .isEqualTo(recurrent.render(recipe).windows());
    }

    @Test
    void cellsOutsideTheWindowAndStepsWithoutCodesAreRefused() {
        Recipe recipe =
                recurrent.recipe("continue", recurrent.trainingExamples().codes());

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
                    .isThrownBy(() -> recurrent.render(recipe.with(new Recipe.Chance(1, 0, temperature, 0.5))))
                    .withMessage("a code of this model has size 4, was given 2; take one that the same model encoded");
        }
    }

    @Test
    void moreWindowsThanAPieceCanHoldAreRefusedBeforehand() {
        float[][] many = new float[12_501][SmallMelodyModel.CODE_SIZE];

        assertThatIllegalArgumentException()
                .isThrownBy(() -> recurrent.requireFitting(recurrent.recipe("walk", many)))
                .withMessage(
                        "12501 windows of 16 steps exceed the longest piece, 200000 steps; take fewer or shorter ones");
    }

    @Test
    void aMemorizedPieceIsAFixedPoint() {
        Refinement refined = Refinement.of(dense, dense.passage(bars(3)), 10);

        assertThat(refined.changes()).containsExactly(0);
        assertThat(refined.isFixed()).isTrue();
    }

    @Test
    void refiningAFixedPointChangesNothing() {
        Refinement refined = Refinement.of(recurrent, recurrent.passage(SmallMelodyModel.tune(3)), 200);
        assertThat(refined.isFixed()).as(refined.changes().toString()).isTrue();

        Refinement again = Refinement.of(recurrent, recurrent.passage(recurrent.decode(refined.codes())), 1);

        assertThat(again.isFixed()).isTrue();
    }

    @Test
    void refiningEndsAtTheLimit() {
        NoteSequence strange = NoteSequence.of(
                "",
                Tempo.DEFAULT,
                Meter.FOUR_FOUR,
                List.of(new Part("", Instrument.PIANO, List.of(note(71, Beat.ZERO, Beat.of(1))))));

        Refinement refined = Refinement.of(dense, dense.passage(strange), 1);

        assertThat(refined.rounds()).isEqualTo(1);
        assertThat(refined.isFixed()).isFalse();
    }

    @Test
    void aMeterChangeIsRefusedWithItsBar() {
        NoteSequence waltz = NoteSequence.of(
                "waltz",
                Tempo.DEFAULT,
                new Meter(3, 4),
                List.of(new Part("", Instrument.PIANO, List.of(note(60, Beat.ZERO, Beat.of(9))))));

        assertThatThrownBy(() -> recurrent.encode(waltz))
                .isInstanceOf(UnsuitableMeterException.class)
                .hasMessage(
                        "\"waltz\" has the time signature 3/4 at bar 1, but the model was trained on 4/4; choose a passage in 4/4, or a model for 3/4");
    }

    @Test
    void windowsOfTokensBeginAtBarLinesWithAPickupInAFullBar() {
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
    void fidelityCountsReconstructedNotes() {
        NoteSequence tune = SmallMelodyModel.tune(3, 1);
        Passage passage = recurrent.passage(tune);
        List<Frames> frames = recurrent.frames(tune);
        List<Frames> other = recurrent.frames(SmallMelodyModel.tune(3, 2));

        assertThat(recurrent.fidelity(passage, frames).sentence())
                .isEqualTo("100.0 % of the tokens are right; onset F1 100.0 %.");
        // a third note is there: 2 of 32 tokens differ, 6 of 7 onsets are right and all 6 are there
        assertThat(recurrent.fidelity(passage, other).sentence())
                .isEqualTo("93.8 % of the tokens are right; onset F1 92.3 %.");
        assertThat(dense.fidelity(
                        dense.passage(bars(1)), List.of(dense.representation().silence())))
                .isInstanceOfSatisfying(Fidelity.OfCells.class, cells -> {
                    assertThat(cells.wrong()).isPositive().isEqualTo(cells.sounding());
                    assertThat(cells.notes().f1()).isZero();
                });
    }

    @Test
    void drumsHaveOnlyDescriptorsWithoutPitch() throws IOException {
        try (LatentSpace drums = LatentSpace.load(Path.of("../models/drums-2bar"))) {
            GeneratedPiece piece =
                    drums.generate(SamplingSettings.of(drums.description().spec()), 0);

            assertThat(drums.describe(piece.windows()))
                    .containsOnlyKeys(
                            Descriptor.NOTE_DENSITY,
                            Descriptor.SIXTEENTH_SYNCOPATION,
                            Descriptor.EIGHTH_SYNCOPATION,
                            Descriptor.SYNCOPATION);
        }
    }

    @Test
    void descriptorsAreThoseOfThePiece() {
        GeneratedPiece piece =
                recurrent.render(recurrent.allGiven("interpolate", recurrent.frames(SmallMelodyModel.tune(3))));

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
}
