package diabolo.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import diabolo.evaluation.FixedPoints.Feedback;
import diabolo.evaluation.FixedPoints.Settings;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FixedPointsTest {

    private static final float[][] STARTS = {{0.9f, 0.1f}, {0.2f, 0.4f}, {0.6f, 0.8f}, {0.61f, 0.8f}};

    /** Each cell half way to 1 or to 0, whichever is nearer. */
    private static float[][] sharpened(float[][] frames) {
        float[][] sharper = new float[frames.length][2];
        for (int i = 0; i < frames.length; i++) {
            for (int cell = 0; cell < 2; cell++) {
                float nearest = frames[i][cell] > 0.5f ? 1 : 0;
                sharper[i][cell] = (frames[i][cell] + nearest) / 2;
            }
        }
        return sharper;
    }

    @Test
    void framesComeToRestWhereTheNetworkLeavesThem() {
        FixedPoints found =
                FixedPoints.from(STARTS, FixedPointsTest::sharpened, new Settings(100, 1e-8, Feedback.GREY));

        assertThat(found.share()).isEqualTo(1);
        assertThat(found.last()[1][0]).isCloseTo(0, within(1e-3f));
        assertThat(found.last()[2][0]).isCloseTo(1, within(1e-3f));
        assertThat(found.convergence()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(found.meanPasses()).isBetween(9.0, 13.0); // 0.2 halved until it moves by less than 1e-4
        assertThat(found.distinct()).containsExactly(0, 1, 2);
        assertThat(found.uniqueRatio()).isEqualTo(0.75);
        assertThat(found.pass(1)[1]).containsExactly(0.1f, 0.2f);
        assertThat(found.pass(5000)).isSameAs(found.last());
    }

    @Test
    void withTooFewPassesNothingRests() {
        FixedPoints found = FixedPoints.from(STARTS, FixedPointsTest::sharpened, new Settings(2, 1e-8, Feedback.GREY));

        assertThat(found.share()).isZero();
        assertThat(found.meanPasses()).isZero();
        assertThat(found.cycleShare(10, 1e-12)).isZero();
        assertThat(found.passes()).hasSize(3);
    }

    @Test
    void binaryFeedbackRestsAtOnceAndIsFedBackNoMore() {
        AtomicInteger calls = new AtomicInteger();
        UnaryOperator<float[][]> counted = frames -> {
            calls.incrementAndGet();
            return sharpened(frames);
        };

        FixedPoints found = FixedPoints.from(STARTS, counted, Settings.NEW_TYPES.with(Feedback.BINARY));

        assertThat(found.last()[0]).containsExactly(1, 0);
        assertThat(found.restAfter()).containsOnly(2);
        assertThat(calls).hasValue(2);
    }

    @Test
    void whatAlternatesNeverRests() {
        UnaryOperator<float[][]> negative = frames -> {
            float[][] turned = new float[frames.length][2];
            for (int i = 0; i < frames.length; i++) {
                turned[i] = new float[] {1 - frames[i][0], 1 - frames[i][1]};
            }
            return turned;
        };

        FixedPoints found = FixedPoints.from(STARTS, negative, Settings.NEW_TYPES);

        assertThat(found.share()).isZero();
        assertThat(found.cycleShare(2, 1e-6)).isEqualTo(1);
    }
}
