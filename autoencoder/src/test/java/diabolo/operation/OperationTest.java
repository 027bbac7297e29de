package diabolo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import diabolo.latent.Interpolation;
import diabolo.latent.LatentSpace;
import diabolo.latent.NamedRecipe;
import diabolo.latent.OnSmallModels;
import diabolo.latent.Prior;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.note.OutOfRangeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Operations on a dense and a recurrent model. */
class OperationTest extends OnSmallModels {

    @Test
    void anOperationReadFromJsonGivesTheSameRecipes() throws IOException {
        for (LatentSpace space : List.of(dense, recurrent)) {
            Examples examples = new Examples(space);
            Stream<Operation> all = space == dense
                    ? Stream.concat(examples.all().stream(), Stream.of(examples.harmonizing()))
                    : examples.all().stream();
            for (Operation operation : all.toList()) {
                Operation read = OperationJson.read(OperationJson.write(operation), examples.sources());

                Outcome made = operation.on(space);

                assertThat(made.pieces()).isNotEmpty().allSatisfy(piece -> space.render(piece.recipe()));
                assertThat(made.pieces()).extracting(NamedRecipe::name).doesNotHaveDuplicates();
                assertThat(recipes(read.on(space))).isEqualTo(recipes(made));
            }
        }
    }

    private static String recipes(Outcome outcome) {
        return JsonMapper.shared().writeValueAsString(outcome.pieces());
    }

    @Test
    void thePointsOfAPathInARowAreWhatTheSpaceInterpolates() {
        NoteSequence two = Examples.TWO.piece();
        NoteSequence four = Examples.FOUR.piece();

        Outcome outcome = new Interpolate(Source.of(two), Source.of(four), 3, Interpolation.SPHERICAL).on(recurrent);

        assertThat(outcome.pieces())
                .extracting(NamedRecipe::name)
                .containsExactly(
                        "tune-interpolate-0001",
                        "tune-interpolate-0002",
                        "tune-interpolate-0003",
                        "tune-interpolate-whole");
        assertThat(notes(recurrent, outcome.pieces().getLast()))
                .isEqualTo(notes(recurrent.interpolate(two, four, 3, Interpolation.SPHERICAL)));
        assertThat(notes(recurrent, outcome.pieces().getFirst())).isEqualTo(notes(recurrent.reconstruct(two)));
    }

    @Test
    void degenerateOperationsGiveTheReconstruction() {
        Source two = Examples.TWO;
        List<Note> itself = notes(recurrent.reconstruct(Examples.TWO.piece()));

        for (Operation operation : List.of(
                new Average(List.of(two, two)),
                new Translate(two, Examples.FOUR, Examples.FOUR, 3),
                new Vary(two, 0, 1),
                new Walk(two, 0, 1),
                new MoveAlong(two, new Examples(recurrent).attribute(), 0),
                new Reconstruct(new Source.Codes("two", recurrent.encode(Examples.TWO.piece()))))) {
            assertThat(notes(recurrent, operation.on(recurrent).pieces().getFirst()))
                    .as(operation.toString())
                    .isEqualTo(itself);
        }
    }

    private static List<Note> notes(LatentSpace space, NamedRecipe piece) {
        return notes(space.render(piece.recipe()).music());
    }

    private static List<Note> notes(NoteSequence piece) {
        return piece.allNotes().sorted(Note.IN_TIME).toList();
    }

    @Test
    void variationsGoFartherUntilTheyDiffer() {
        Outcome outcome = new Vary(Examples.TWO, 0.01, 3, 4, Optional.empty(), Decoding.DEFAULT).on(recurrent);

        List<Note> itself = notes(recurrent.reconstruct(Examples.TWO.piece()));
        assertThat(outcome.pieces())
                .extracting(piece -> notes(recurrent, piece))
                .doesNotHaveDuplicates()
                .doesNotContain(itself);
        assertThat(outcome.remarks())
                .filteredOn(Remark.Varied.class::isInstance)
                .map(Remark.Varied.class::cast)
                .singleElement()
                .satisfies(varied -> assertThat(varied.fewest()).isGreaterThanOrEqualTo(3));
        assertThat(outcome.pieces())
                .extracting(piece -> Double.parseDouble(piece.recipe().details().getOrDefault("distance", "0")))
                .allMatch(distance -> distance > 0.01);
    }

    @Test
    void remarksAreData() {
        Outcome outcome = new Vary(Examples.TWO, 0, 2).on(recurrent);

        assertThat(outcome.remarks())
                .contains(
                        new Remark.Cut("two.mid", List.of(new Remark.Cut.Seam(2, true))),
                        new Remark.Varied("small-melody-1bar", 0, 0, 32, 0));
        assertThat(new Reconstruct(Examples.TWO).on(recurrent).remarks())
                .filteredOn(Remark.CameBack.class::isInstance)
                .hasSize(1);
        assertThat(new Reconstruct(new Examples(recurrent).codes())
                        .on(recurrent)
                        .remarks())
                .isEmpty();
    }

    @Test
    void remarksOnAPieceGivenTwiceAreMadeOnce() {
        Outcome outcome = new Average(List.of(Examples.TWO, Examples.TWO)).on(recurrent);

        assertThat(outcome.remarks()).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void theBarsOfEachPieceAreInTheDetails() {
        Source whole = Examples.FOUR;

        assertThat(new Translate(Examples.SECOND_BAR, whole, Examples.SECOND_BAR, 1)
                        .on(recurrent)
                        .pieces()
                        .getFirst()
                        .recipe()
                        .details())
                .containsEntry("bars", "2, all")
                .containsEntry("file", "two.mid");
    }

    @Test
    void codesOfAnotherModelOfTheSameSizeAreRefused() {
        float[][] codes = recurrent.encode(Examples.TWO.piece());
        Source.Codes foreign = new Source.Codes("z", codes, diabolo.latent.PieceHeader.NONE, Optional.of(dense.hash()));

        for (Operation operation : List.of(new Vary(foreign, 1, 1), new Decode(List.of(foreign)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> operation.on(recurrent))
                    .withMessage(
                            "z holds codes of another model than this small-melody-1bar; choose that one, or encode again with this one");
        }
    }

    @Test
    void aThresholdIsForPianoRolls() {
        Generate generate = new Generate(
                1,
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.of(0.3),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(generate.on(dense).pieces().getFirst().recipe().threshold()).isEqualTo(0.3);
        assertThatExceptionOfType(OutOfRangeException.class)
                .isThrownBy(() -> generate.on(recurrent))
                .withMessageStartingWith("threshold is for models of piano rolls");
    }

    @Test
    void stylesAndFillsAreForLearnedGrooves() {
        Optional<String> none = Optional.empty();

        assertThatExceptionOfType(OutOfRangeException.class)
                .isThrownBy(() -> Examples.ofGrooves(Optional.empty(), Optional.of("funk"), none)
                        .on(recurrent))
                .withMessage(
                        "style is for models of grooves, and small-melody-1bar has learned none; choose drums-2bar");
        assertThatExceptionOfType(OutOfRangeException.class)
                .isThrownBy(() -> Examples.ofGrooves(Optional.empty(), none, Optional.of("fill"))
                        .on(recurrent))
                .withMessageStartingWith("fill is for models of grooves");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Examples.ofGrooves(Optional.empty(), none, Optional.of("bang")))
                .withMessageContaining("no ending of drums");
    }

    @Test
    void theIncludedDrumsGrooveUnlessAPriorIsNamed() throws IOException {
        try (LatentSpace drums = LatentSpace.load(Path.of("..", "models", "drums-2bar"))) {
            Optional<String> none = Optional.empty();
            Generate funk = Examples.ofGrooves(Optional.empty(), Optional.of("funk"), Optional.of("fill"));

            assertThat(funk.on(drums).pieces().getFirst().recipe().details()).containsEntry("style", "funk");
            assertThat(drums.windows(funk.on(drums).pieces().getFirst().recipe()))
                    .hasSize(2);
            Generate normal = Examples.ofGrooves(Optional.of(new Prior.Normal()), none, none);
            assertThat(normal.on(drums).pieces().getFirst().recipe().details()).containsEntry("prior", "normal");
            assertThatExceptionOfType(OutOfRangeException.class)
                    .isThrownBy(() -> Examples.ofGrooves(Optional.of(new Prior.Normal()), Optional.of("funk"), none)
                            .on(drums))
                    .withMessageContaining("leave --prior out");
        }
    }
}
