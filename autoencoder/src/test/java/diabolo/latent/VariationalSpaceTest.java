package diabolo.latent;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.grid.QuantizedSequence;
import diabolo.model.DenseSpec;
import diabolo.note.Note;
import diabolo.note.NoteSequence;
import diabolo.operation.Average;
import diabolo.operation.Operation;
import diabolo.operation.Source;
import diabolo.operation.Translate;
import diabolo.operation.Vary;
import diabolo.operation.Walk;
import diabolo.search.Harmonization;
import diabolo.search.Harmonizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Operations on a dense variational autoencoder of piano rolls. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VariationalSpaceTest {

    private LatentSpace space;

    @BeforeAll
    void train(@TempDir Path folder) throws IOException {
        space = LatentSpace.load(SmallModel.variationalIn(folder));
    }

    @AfterAll
    void close() {
        space.close();
    }

    @Test
    void newPiecesAreSampledFromTheNormalPrior() {
        SamplingSettings settings = SamplingSettings.of(space.description().spec());
        Set<Object> pieces = new HashSet<>();
        int known = 0;
        for (int number = 0; number < 20; number++) {
            GeneratedPiece piece = space.generate(settings, number);
            pieces.add(notes(piece.music()));
            known += piece.provenance().originality().similarity() > 0.9 ? 1 : 0;
        }

        assertThat(settings.prior()).isEqualTo(new Prior.Normal());
        assertThat(pieces).hasSizeGreaterThan(3);
        assertThat(known).as("pieces close to one of the six bars").isGreaterThan(10);
        assertThat(notes(space.generate(settings, 3).music()))
                .isEqualTo(notes(space.generate(settings, 3).music()));
    }

    @Test
    void aPlainNetworkIsSampledWithBits() {
        assertThat(SamplingSettings.of(DenseSpec.DEEP_HEAR)).isEqualTo(SamplingSettings.DEFAULT);
    }

    @Test
    void trainingMusicIsReconstructedFromItsMean() {
        assertThat(notes(space.reconstruct(bar(3)))).isEqualTo(notes(bar(3)));
    }

    @Test
    void interpolationBeginsAndEndsWithThePieces() {
        NoteSequence way = space.interpolate(bar(1), bar(4), 5, Interpolation.SPHERICAL);

        QuantizedSequence steps = SmallModel.ROLL.grid().quantize(way);
        assertThat(notes(steps.slice(0, 16).toNoteSequence())).isEqualTo(notes(bar(1)));
        assertThat(notes(steps.slice(4 * 16, 16).toNoteSequence())).isEqualTo(notes(bar(4)));
    }

    @Test
    void theOtherOperationsGiveMusic() {
        Source two = Source.of(bar(2));

        for (Operation operation : List.of(
                new Average(List.of(two, two)),
                new Translate(two, Source.of(bar(0)), Source.of(bar(0)), 1),
                new Vary(two, 0, 1),
                new Walk(two, 0.5, 3))) {
            NamedRecipe first = operation.on(space).pieces().getFirst();
            assertThat(notes(space.render(first.recipe()).music())).isEqualTo(notes(bar(2)));
        }
        assertThat(Refinement.of(space, space.passage(bar(2)), 5).rounds()).isPositive();
    }

    @Test
    void aMelodyIsHarmonizedByACodeThatDecodesToIt() {
        Harmonization found = new Harmonizer(space, Harmonizer.Settings.DEFAULT)
                .harmonize(bar(2), 1, Harmonizer.THRESHOLD, done -> {});

        assertThat(found.melodyRecall()).isGreaterThan(0.5);
        assertThat(notes(found.music())).isNotEmpty();
    }

    private static NoteSequence bar(int number) {
        return SmallModel.ROLL.decode(SmallModel.bar(number)).toNoteSequence();
    }

    private static List<Note> notes(NoteSequence piece) {
        return piece.allNotes().sorted(Note.IN_TIME).toList();
    }
}
