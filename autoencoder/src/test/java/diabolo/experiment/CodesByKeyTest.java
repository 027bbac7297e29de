package diabolo.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.corpus.Window;
import diabolo.model.Bottleneck;
import diabolo.model.CodeDistribution;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.RecurrentSpec;
import diabolo.nn.LstmSize;
import diabolo.representation.Drums;
import diabolo.representation.Melody;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Tokens;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodesByKeyTest {

    private static final Melody MELODY = Melody.of(1);
    private static final int[][] PHRASES = {
        {0, 4, 7, 12, 11, 7, 5, 4}, {0, 2, 4, 5, 7, 5, 4, 0}, {12, 11, 9, 7, 5, 4, 2, 0}, {7, 9, 11, 12, 7, 4, 2, 0}
    };
    private static final int D = 62;
    private static final int G = 67;

    @Test
    void eachKeyHasTheCodesOfAllPiecesMovedToIt() {
        List<Window> windows = new ArrayList<>(tune("in D", D, 4));
        windows.addAll(tune("in G", G, 2));
        try (RecurrentAutoencoder network = network(MELODY)) {
            CodeDistribution distribution = new CodesByKey(MELODY, windows).of(network);

            assertThat(distribution.keys()).hasSize(2);
            CodeDistribution.InKey inG = distribution.keys().getLast(); // sorted by the semitones to C: -2, 5
            CodeDistribution.InKey inD = distribution.keys().getFirst();
            assertThat(List.of(inD.share(), inG.share())).containsExactly(4.0, 2.0);
            List<Tokens> movedToD = new ArrayList<>(tokens(D, 4));
            movedToD.addAll(tokens(D, 2)); // G is moved by the shorter way, five down
            float[][] codes = network.encode(movedToD);
            for (int unit = 0; unit < codes[0].length; unit++) {
                assertThat((double) inD.mean()[unit]).isEqualTo(mean(codes, unit), within(1e-5));
                assertThat(variance(inD, unit)).isEqualTo(variance(codes, unit) + 1e-4, within(1e-4));
            }
            for (int semitone : new int[] {0, 2, 4, 5, 7, 9, 11}) {
                assertThat(inD.pitchClasses()[(D + semitone) % 12]).isPositive();
                assertThat(inG.pitchClasses()[(G + semitone) % 12]).isEqualTo(inD.pitchClasses()[(D + semitone) % 12]);
            }
            assertThat(inD.pitchClasses()[(D + 1) % 12]).isZero();
        }
    }

    @Test
    void aPieceWithoutAKeyIsLeftOut() {
        List<Window> windows = new ArrayList<>(tune("in D", D, 4));
        Tokens silence = new Tokens(new int[][] {new int[MELODY.steps()]});
        windows.add(Window.of("silent", 0, MELODY, silence));
        windows.add(Window.of("silent", MELODY.steps(), MELODY, silence));
        try (RecurrentAutoencoder network = network(MELODY)) {
            CodeDistribution distribution = new CodesByKey(MELODY, windows).of(network);

            assertThat(distribution.keys()).hasSize(1);
            assertThat(distribution.keys().getFirst().share()).isEqualTo(4);
        }
    }

    @Test
    void drumsHaveOneDistributionWithoutPitch() {
        Drums drums = Drums.of(1);
        List<Window> windows = List.of(
                Window.of("beat", 0, drums, beat(drums, 1)), Window.of("beat", drums.steps(), drums, beat(drums, 2)));
        try (RecurrentAutoencoder network = network(drums)) {
            CodeDistribution distribution = new CodesByKey(drums, windows).of(network);

            assertThat(distribution.keys()).hasSize(1);
            assertThat(distribution.keys().getFirst().pitchClasses()).containsOnly(0);
        }
    }

    private static RecurrentAutoencoder network(TokenRepresentation representation) {
        RecurrentSpec spec = new RecurrentSpec(
                representation.alphabets(),
                representation.steps(),
                new LstmSize(8, 1),
                4,
                Bottleneck.GAUSSIAN,
                new RecurrentSpec.Flat(new LstmSize(8, 1)));
        return RecurrentAutoencoder.initialized(spec, RandomSource.of(1));
    }

    private static List<Window> tune(String name, int tonic, int bars) {
        List<Window> windows = new ArrayList<>();
        for (Tokens tokens : tokens(tonic, bars)) {
            windows.add(Window.of(name, windows.size() * MELODY.steps(), MELODY, tokens));
        }
        return windows;
    }

    private static List<Tokens> tokens(int tonic, int bars) {
        List<Tokens> tokens = new ArrayList<>();
        for (int bar = 0; bar < bars; bar++) {
            int[] line = new int[MELODY.steps()];
            for (int note = 0; note < 8; note++) {
                line[2 * note] = Melody.FIRST_NOTE_ON + tonic + PHRASES[bar][note] - Melody.LOWEST_PITCH;
            }
            tokens.add(new Tokens(new int[][] {line}));
        }
        return tokens;
    }

    private static Tokens beat(Drums drums, int every) {
        int[] line = new int[drums.steps()];
        for (int step = 0; step < line.length; step += 4 * every) {
            line[step] = 1;
        }
        return new Tokens(new int[][] {line});
    }

    private static double variance(CodeDistribution.InKey key, int unit) {
        double sum = 0;
        for (float factor : key.factor()[unit]) {
            sum += factor * factor;
        }
        return sum;
    }

    private static double variance(float[][] codes, int unit) {
        double mean = mean(codes, unit);
        double sum = 0;
        for (float[] code : codes) {
            sum += (code[unit] - mean) * (code[unit] - mean) / codes.length;
        }
        return sum;
    }

    private static double mean(float[][] codes, int unit) {
        double sum = 0;
        for (float[] code : codes) {
            sum += code[unit] / codes.length;
        }
        return sum;
    }
}
