package diabolo.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A case of {@code bench/run}: what is measured, how far its sides may differ, and what a ratio of it means. */
enum BenchCase {
    DEEPHEAR(
            "deephear",
            "Training DeepHear: an update of 128 windows",
            "windows",
            1e-4,
            Operations.of(DenseCase.DEEPHEAR.spec(), DenseCase.BATCH),
            "The same windows and first weights, Adam; losses before the first updates must be equal to four digits."),
    MUSICVAE(
            "musicvae",
            "Training MusicVAE, two bars: an update of 512 melodies",
            "melodies",
            0.05,
            operations("two-bars"),
            "The same tokens and first weights, Adam with clipping; each side draws the noise in the codes itself, so that losses agree in the mean only."),
    MUSICVAE_16(
            "musicvae-16",
            "Training MusicVAE, sixteen bars: an update of 16 melodies",
            "melodies",
            0.2,
            operations("sixteen-bars"),
            "As with two bars, with a hierarchical encoder and decoder; so few melodies make the noise in the loss greater."),
    SAMPLING(
            "sampling",
            "Sampling two-bar melodies at temperature 1: a call",
            "melodies",
            0.01,
            0,
            "The same codes and weights; checked is the share of tokens that differ when 32 melodies are decoded by the likeliest token."),
    MIDI_FOLK(
            "midi-folk",
            "Reading MIDI: files of folk-nottingham, small ones",
            "files",
            0.01,
            0,
            "From memory, warm, into notes; checked is the number of notes."),
    MIDI_GAMES(
            "midi-games",
            "Reading MIDI: files of multitrack-games, large ones",
            "files",
            0.01,
            0,
            "As above, of many parts and long. Readers pair notes that overlap each in its own manner."),
    START(
            "start",
            "Starting: whole commands",
            "",
            0,
            0,
            "A process from its start to its end; there is no peer. Two threads, as users have them."),
    CD1(
            "cd1",
            "Contrastive divergence: an update of DeepHear's first layer, 128 windows",
            "windows",
            0.05,
            5
                    * 2.0
                    * DenseCase.BATCH
                    * DenseCase.CD1.spec().sizes().getFirst()
                    * DenseCase.CD1.spec().sizes().getLast(),
            "The same windows and first weights, CD-1 here and a persistent chain in scikit-learn, which makes the same products; checked is the squared error of the reconstruction before the first update."),
    PROJECTION(
            "projection",
            "Digits in the plane: 2,000 by Isomap, 5,000 by Barnes-Hut t-SNE",
            "points",
            0.03,
            0,
            "Images of MNIST; ten neighbours; perplexity 30 after PCA to 50 dimensions, 1,000 iterations. A process each and no warming up, as they are used. Checked is the trustworthiness of the plane (ten neighbours), calculated by each side itself and not timed."),
    DEEPHEAR_CLOCK(DEEPHEAR),
    MUSICVAE_CLOCK(MUSICVAE),
    MUSICVAE_16_CLOCK(MUSICVAE_16),
    SAMPLING_CLOCK(SAMPLING);

    private final String id;
    private final String title;
    private final String unit;
    private final double tolerance;
    private final double operations;
    private final String meaning;
    private final boolean byClock;

    BenchCase(String id, String title, String unit, double tolerance, double operations, String meaning) {
        this.id = id;
        this.title = title;
        this.unit = unit;
        this.tolerance = tolerance;
        this.operations = operations;
        this.meaning = meaning;
        this.byClock = false;
    }

    /** The same by the clock, every side on all cores. */
    BenchCase(BenchCase onOneThread) {
        this.id = onOneThread.id + "-clock";
        this.title = onOneThread.title + ", by the clock on all cores";
        this.unit = onOneThread.unit;
        this.tolerance = onOneThread.tolerance;
        this.operations = 0;
        this.meaning = "As `%s`, with as many threads as each side takes by itself.".formatted(onOneThread.id);
        this.byClock = true;
    }

    private static double operations(String name) {
        MusicVaeCase which = MusicVaeCase.named(name);
        return Operations.of(which.spec(), which.batch());
    }

    static Optional<BenchCase> of(String id) {
        return Arrays.stream(values()).filter(some -> some.id.equals(id)).findFirst();
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    String unit() {
        return unit;
    }

    String meaning() {
        return meaning;
    }

    double tolerance() {
        return tolerance;
    }

    /** Whether the clock counts, on all cores, and not processor time on one thread. */
    boolean byClock() {
        return byClock;
    }

    /** Of the matrix products of an update. */
    OptionalDouble operations() {
        return operations > 0 ? OptionalDouble.of(operations) : OptionalDouble.empty();
    }

    /** How far the numbers of two sides are apart: the share of tokens that differ, else the greatest relative difference. */
    double distance(List<Double> ours, List<Double> theirs) {
        int common = Math.min(ours.size(), theirs.size());
        double greatest = 0;
        int different = 0;
        for (int i = 0; i < common; i++) {
            double difference = Math.abs(ours.get(i) - theirs.get(i));
            different += difference > 0 ? 1 : 0;
            greatest = Math.max(greatest, difference / Math.max(1e-9, Math.abs(theirs.get(i))));
        }
        return this == SAMPLING || this == SAMPLING_CLOCK ? (double) different / Math.max(1, common) : greatest;
    }
}
