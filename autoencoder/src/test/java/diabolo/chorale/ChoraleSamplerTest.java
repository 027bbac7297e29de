package diabolo.chorale;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.evaluation.chorale.BarPlace;
import diabolo.evaluation.chorale.Chorale;
import diabolo.evaluation.chorale.Lines;
import diabolo.evaluation.chorale.Voice;
import diabolo.inpainting.InpainterTraining;
import diabolo.model.Initialization;
import diabolo.model.Inpainter;
import diabolo.model.InpainterSpec;
import diabolo.note.Key;
import diabolo.tensor.RandomSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoraleSamplerTest {

    private static final InpainterSpec SMALL =
            new InpainterSpec(Voice.COUNT, ChoraleTokens.COUNT, BarPlace.COUNT, 32, 8, 2, 0);
    private static final ChoraleSampler.Settings SETTINGS = new ChoraleSampler.Settings(4, 2, 1, 1);

    private static final Chorale GIVEN = Lines.of(
            "67 67 69 69 71 71 72 72", "64 64 65 65 62 62 64 64", "60 60 60 60 55 55 55 55", "48 48 53 53 55 55 48 48");

    private static Inpainter network() {
        return Inpainter.of(SMALL, SMALL.firstWeights(Initialization.GLOROT, RandomSource.of(3)));
    }

    @Test
    void tokensGiveBackTheirVoicesInAnyKey() {
        Chorale inG = new Chorale("g", new Key(1, Key.Mode.MAJOR), GIVEN.places(), GIVEN.pitches(), GIVEN.begins());

        Chorale back = ChoraleTokens.chorale("g", inG.key(), ChoraleTokens.of(inG));

        assertThat(back.pitches()).isDeepEqualTo(inG.pitches());
        assertThat(back.begins()).isDeepEqualTo(inG.begins());
        assertThat(back.places()).isEqualTo(inG.places());
    }

    @Test
    void givenVoicesStayAndOthersAreSungInTheirRangesWithoutRests() {
        int[][] tokens = ChoraleTokens.of(GIVEN);
        try (Inpainter network = network()) {
            List<int[][]> made = new ChoraleSampler(network, 0)
                    .sample(tokens, new boolean[] {true, false, false, true}, SETTINGS, RandomSource.of(1));

            assertThat(made).hasSize(2);
            for (int[][] candidate : made) {
                Chorale chorale = ChoraleTokens.chorale("made", Key.C_MAJOR, candidate);
                assertThat(candidate[0]).isEqualTo(tokens[0]);
                assertThat(candidate[3]).isEqualTo(tokens[3]);
                for (int step = 0; step < chorale.steps(); step++) {
                    assertThat(Voice.ALTO.reaches(chorale.pitch(Voice.ALTO, step)))
                            .isTrue();
                    assertThat(Voice.TENOR.reaches(chorale.pitch(Voice.TENOR, step)))
                            .isTrue();
                }
            }
            assertThat(made.getFirst()[1]).isNotEqualTo(made.getLast()[1]);
        }
    }

    @Test
    void theSameSeedGivesTheSameVoicesAndWhatStoodThereDoesNotMatter() {
        int[][] tokens = ChoraleTokens.of(GIVEN);
        int[][] others = ChoraleTokens.of(Lines.of(
                "67 67 69 69 71 71 72 72",
                "60 60 60 60 60 60 60 60",
                "50 50 50 50 50 50 50 50",
                "40 40 40 40 40 40 40 40"));
        boolean[] given = {true, false, false, false};
        try (Inpainter network = network()) {
            ChoraleSampler sampler = new ChoraleSampler(network, 0);

            List<int[][]> one = sampler.sample(tokens, given, SETTINGS, RandomSource.of(1));
            List<int[][]> other = sampler.sample(others, given, SETTINGS, RandomSource.of(1));

            assertThat(one.getFirst()).isDeepEqualTo(other.getFirst());
        }
    }

    @Test
    void windowsCoverAPieceToItsEnd() {
        int[][] tokens = ChoraleTokens.of(GIVEN); // 8 steps and margins: 24

        List<int[][]> windows = InpainterTraining.windows(tokens, 10, 4);

        assertThat(windows.getFirst()[0]).startsWith(tokens[0][0], tokens[0][1]);
        assertThat(windows.getLast()[0]).endsWith(tokens[0][22], tokens[0][23]);
        assertThat(InpainterTraining.windows(tokens, 64, 4)).hasSize(1);
    }
}
