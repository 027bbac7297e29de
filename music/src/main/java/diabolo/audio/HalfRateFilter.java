package diabolo.audio;

/**
 * Halves the sample rate of one audio channel: a low-pass filter (windowed sinc), of which every second value is kept.
 * Without it, what lies above 11 kHz would come back as a wrong, lower tone. Not safe for threads.
 */
final class HalfRateFilter {

    /** By so many frames the filter is late; the first output stands for the first input. */
    static final int DELAY_FRAMES = 32;

    private static final int TAPS = 2 * DELAY_FRAMES + 1;

    /** As a part of the sample rate: 10 kHz, a little under the new limit of 11.025 kHz. */
    private static final double CUTOFF = 10_000.0 / Pcm.SAMPLE_RATE_HZ;

    private static final float[] WEIGHTS = weights();

    /** Every value stands twice, TAPS apart, so that the last TAPS values are always one piece. */
    private final float[] history = new float[2 * TAPS];

    private int newest = TAPS - 1;
    private long pushed;

    /** Takes the next value and says whether there is an {@link #output} for it. */
    boolean push(float value) {
        newest = newest + 1 == TAPS ? 0 : newest + 1;
        history[newest] = value;
        history[newest + TAPS] = value;
        pushed++;
        return pushed > DELAY_FRAMES && (pushed - DELAY_FRAMES) % 2 == 1;
    }

    float output() {
        float sum = 0;
        for (int tap = 0; tap < TAPS; tap++) {
            sum += WEIGHTS[tap] * history[newest + 1 + tap];
        }
        return sum;
    }

    private static float[] weights() {
        double[] weights = new double[TAPS];
        double sum = 0;
        for (int tap = 0; tap < TAPS; tap++) {
            int distance = tap - DELAY_FRAMES;
            double sinc =
                    distance == 0 ? 2 * CUTOFF : StrictMath.sin(2 * Math.PI * CUTOFF * distance) / (Math.PI * distance);
            double angle = Math.PI * (distance + DELAY_FRAMES) / DELAY_FRAMES;
            double blackman = 0.42 - 0.5 * StrictMath.cos(angle) + 0.08 * StrictMath.cos(2 * angle);
            weights[tap] = sinc * blackman;
            sum += weights[tap];
        }
        float[] normalized = new float[TAPS];
        for (int tap = 0; tap < TAPS; tap++) {
            normalized[tap] = (float) (weights[tap] / sum);
        }
        return normalized;
    }
}
