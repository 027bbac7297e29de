package diabolo.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.corpus.KeyEstimation;
import diabolo.model.CodeDistribution;
import diabolo.model.ModelFolder;
import diabolo.note.Key;
import diabolo.note.NoteSequence;
import diabolo.note.OutOfRangeException;
import diabolo.representation.Frames;
import diabolo.representation.Melody;
import diabolo.representation.PianoRoll;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TuneFormTest {

    private static final Melody TWO_BARS = Melody.of(2);

    @Test
    void phrasesComeAgain() {
        assertThat(TuneForm.ofBars(2, TWO_BARS).letters()).isEqualTo("A");
        assertThat(TuneForm.ofBars(8, TWO_BARS).letters()).isEqualTo("A B A C");
        assertThat(TuneForm.ofBars(24, TWO_BARS).letters()).isEqualTo("A B A C D B A C E B A C");
        assertThat(TuneForm.ofBars(8, PianoRoll.DEEPHEAR).letters()).isEqualTo("A B"); // of 64 sixteenths
    }

    @Test
    void aPieceIsOfWholeWindows() {
        for (int bars : List.of(1, 15, 130)) {
            assertThatThrownBy(() -> TuneForm.ofBars(bars, TWO_BARS))
                    .isInstanceOf(OutOfRangeException.class)
                    .hasMessageContaining(
                            "must be a multiple of 2, the bars of a window of the model, and at most 128, was " + bars);
        }
    }

    @Test
    void aSampledTuneHasItsFormAndStaysInTheKeyOfItsFirstPhrase() throws IOException {
        try (LatentSpace space = LatentSpace.load(Path.of("..", "models", "melody-2bar"))) {
            TuneForm form = new TuneForm(8);
            for (int number = 0; number < 4; number++) {
                GeneratedPiece tune = space.render(form.sample(space, SamplingSettings.MUSIC_VAE, number));

                List<Frames> windows = tune.windows();
                assertThat(windows).hasSize(8);
                assertThat(windows.get(2)).isEqualTo(windows.get(0));
                assertThat(windows.subList(5, 8)).isEqualTo(windows.subList(1, 4));
                GeneratedPiece alone = space.generate(SamplingSettings.MUSIC_VAE, number);
                assertThat(windows.getFirst()).isEqualTo(alone.windows().getFirst());
                NoteSequence first = alone.music();
                Key key = KeyEstimation.estimate(first).orElseThrow();
                assertThat(windows.subList(1, 2).stream()
                                .flatMap(window ->
                                        space.representation().decode(window).allNotes()))
                        .allMatch(note -> key.contains(note.pitch()));
                assertThat(space.render(tune.provenance().recipe()).music()).isEqualTo(tune.music());
            }
        }
    }

    @Test
    void aModelThatKnowsItsCodesByKeySamplesFromThePitchClassesOfOne() throws IOException {
        ModelFolder folder = ModelFolder.load(Path.of("..", "models", "melody-2bar"));
        int size = folder.description().spec().codeSize();
        float[] ofChord = new float[12];
        for (int pitchClass : new int[] {0, 4, 7}) {
            ofChord[pitchClass] = 1 / 3f;
        }
        float[][] standard = new float[size][size];
        for (int unit = 0; unit < size; unit++) {
            standard[unit][unit] = 1;
        }
        CodeDistribution distribution =
                new CodeDistribution(List.of(new CodeDistribution.InKey(1, new float[size], standard, ofChord)));
        ModelFolder own = new ModelFolder(
                folder.description(),
                folder.weights(),
                folder.trainingExamples().with(distribution),
                folder.hash());
        try (LatentSpace space = LatentSpace.of(own)) {
            SamplingSettings settings = SamplingSettings.of(own);
            assertThat(settings.prior()).isEqualTo(new Prior.Gaussian());
            for (int windows : List.of(1, 4)) {
                GeneratedPiece tune = space.render(new TuneForm(windows).sample(space, settings, 3));

                assertThat(tune.windows()).hasSize(windows);
                assertThat(tune.music().parts().getFirst().notes())
                        .isNotEmpty()
                        .allMatch(note -> ofChord[note.pitch().midi() % 12] > 0);
                assertThat(space.render(tune.provenance().recipe()).music()).isEqualTo(tune.music());
            }
        }
    }
}
