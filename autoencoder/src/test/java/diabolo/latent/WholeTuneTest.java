package diabolo.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.corpus.KeyEstimation;
import diabolo.model.DenoiserSpec;
import diabolo.model.Initialization;
import diabolo.model.diffusion.CodeScale;
import diabolo.model.diffusion.SequencePrior;
import diabolo.note.Key;
import diabolo.note.NoteSequence;
import diabolo.note.OutOfRangeException;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** With a prior that has learned nothing: its codes are those of N(0, I). */
final class WholeTuneTest {

    private static final TuneSampler.Settings FAST = new TuneSampler.Settings(4, 0.9, 1, 2, 1);
    private static LatentSpace space;
    private static SequencePrior prior;
    private static TuneSampler sampler;

    @BeforeAll
    static void load() throws IOException {
        space = LatentSpace.load(Path.of("..", "models", "melody-2bar"));
        int size = space.network().spec().codeSize();
        DenoiserSpec spec = new DenoiserSpec(8, size, SequencePrior.CONDITIONS, 16, 1, 2, 0);
        float[] ones = new float[size];
        Arrays.fill(ones, 1);
        prior = new SequencePrior(
                spec,
                spec.firstWeights(Initialization.GLOROT, RandomSource.of(1)),
                new CodeScale(IntStream.range(0, size).toArray(), new float[size], ones),
                new int[][] {{0, 1, 0, 2, 3, 3, 0, 2}},
                new float[] {0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0},
                new float[0][]);
        sampler = new TuneSampler(space, prior, FAST);
    }

    @AfterAll
    static void close() {
        sampler.close();
        space.close();
    }

    @Test
    void aTuneHasTheFormOfATrainingTuneAndItsKey() {
        GeneratedPiece tune = space.render(WholeTune.DEFAULT.sample(sampler, 3, 0));

        List<Frames> windows = tune.windows();
        assertThat(windows).hasSize(8);
        assertThat(windows.get(2)).isEqualTo(windows.get(0));
        assertThat(windows.get(6)).isEqualTo(windows.get(0));
        assertThat(windows.get(5)).isEqualTo(windows.get(4));
        assertThat(windows.get(7)).isEqualTo(windows.get(3));
        assertThat(windows.get(1)).isNotEqualTo(windows.get(0));
        assertThat(tune.provenance().recipe().details()).containsEntry("form", "A B A C D D A C");
        assertThat(tune.music().keys().getFirst().value())
                .isEqualTo(KeyEstimation.estimate(
                                space.representation().join(windows).toNoteSequence())
                        .orElseThrow());
        assertThat(space.render(tune.provenance().recipe()).music()).isEqualTo(tune.music());
    }

    @Test
    void aTuneThatEndsOnTheTonicOfTheRelativeKeyIsInThatKey() {
        int moved = 0;
        for (int number = 0; number < 20; number++) {
            NoteSequence tune =
                    space.render(WholeTune.DEFAULT.sample(sampler, 3, number)).music();
            Key key = tune.keys().getFirst().value();
            int last = tune.parts().getFirst().notes().getLast().pitch().pitchClass();
            assertThat(last).isNotEqualTo(key.relative().tonicPitchClass());
            Key estimated = KeyEstimation.estimate(melody(tune)).orElseThrow();
            moved += key.equals(estimated.relative()) ? 1 : 0;
        }
        assertThat(moved).isPositive();
    }

    private static NoteSequence melody(NoteSequence tune) {
        return new NoteSequence(
                tune.title(), tune.parts().subList(0, 1), tune.tempos(), tune.meters(), tune.keys(), List.of());
    }

    @Test
    void lengthFormAndKeyAreAsAskedFor() {
        WholeTune asked = new WholeTune(32, Optional.of("AABA"), Optional.of(Key.parse("D major")));

        GeneratedPiece tune = space.render(asked.sample(sampler, 3, 0));

        List<Frames> windows = tune.windows();
        assertThat(windows).hasSize(16);
        assertThat(windows.subList(4, 8)).isEqualTo(windows.subList(0, 4));
        assertThat(windows.subList(12, 16)).isEqualTo(windows.subList(0, 4));
        assertThat(windows.get(8)).isNotEqualTo(windows.get(0));
        assertThat(tune.music().keys().getFirst().value()).isEqualTo(Key.parse("D major"));
        WholeTune shorter = new WholeTune(8, Optional.empty(), Optional.empty());
        assertThat(space.render(shorter.sample(sampler, 3, 0)).windows()).hasSize(4);
    }

    @Test
    void anotherKeyIsATransposition() {
        Frames inC = inKey("C major").windows().getFirst();
        Frames inD = inKey("D major").windows().getFirst();

        assertThat(space.representation().transpose(inC, 2)).contains(inD);
    }

    private static GeneratedPiece inKey(String key) {
        WholeTune tune = new WholeTune(16, Optional.of("ABAC"), Optional.of(Key.parse(key)));
        return space.render(tune.sample(sampler, 5, 1));
    }

    @Test
    void anotherNumberIsAnotherTuneAndTheSameTheSame() {
        Recipe one = WholeTune.DEFAULT.sample(sampler, 3, 0);

        assertThat(space.render(WholeTune.DEFAULT.sample(sampler, 3, 0)).music())
                .isEqualTo(space.render(one).music());
        assertThat(space.render(WholeTune.DEFAULT.sample(sampler, 3, 1)).windows())
                .isNotEqualTo(space.render(one).windows());
    }

    @Test
    void otherLengthsAreRefused() {
        WholeTune ofTwelve = new WholeTune(12, Optional.empty(), Optional.empty());

        assertThatThrownBy(() -> ofTwelve.sample(sampler, 3, 0))
                .isInstanceOf(OutOfRangeException.class)
                .hasMessageContaining("bars must be 8, 16 or 32 for whole tunes, was 12");
    }
}
