package diabolo.lecture.digits;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;
import static diabolo.report.page.MetricFormat.SHARE;

import diabolo.experiment.Study;
import diabolo.picture.FilmPicture;
import diabolo.picture.ImageGridPicture;
import diabolo.report.Chapter;
import diabolo.report.Findings;
import diabolo.report.page.Report;
import diabolo.sparse.Dictionary;
import diabolo.sparse.DictionaryLearning;
import diabolo.sparse.SparseCoding;
import diabolo.sparse.Sparsity;
import diabolo.sparse.Whitening;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Olshausen and Field's dictionaries, of whitened patches of digits and of beats of chorales. */
record PatchDictionary(Study study, DigitData digits, Size size, int bars) implements Chapter {

    /**
     * How large dictionaries are and how long they are learned.
     *
     * @param side of a square patch of a digit
     * @param patches to learn from
     * @param elements of each dictionary
     */
    record Size(int side, int patches, int elements, int updates, int iterations) {
        static final Size FULL = new Size(12, 40_000, 196, 1_500, 50);
        static final Size QUICK = new Size(8, 5_000, 81, 250, 30);
    }

    private static final double PENALTY = 0.6;
    private static final int INFERENCE = 200;
    private static final int BATCH = 200;
    private static final double RATE = 0.2;
    private static final double FLOOR = 0.1;
    private static final int MEASURED = 2_000;

    /** A beat of piano roll, three octaves high. */
    private static final int BEAT_STEPS = 4;

    private static final int BEAT_PITCHES = 36;

    @Override
    public void write(Findings findings, Report report) throws IOException {
        report.section("A dictionary, with inference instead of an encoder");
        report.text(
                "A patch is written as a sum of few elements, x ≈ Σ a φ, most of the coefficients a being exactly zero. Which ones are not is found for each patch by minimizing the squared error plus %s times the sum of |a|; then the elements follow what is left over (Olshausen and Field 1996). Patches are whitened first, as theirs were. Photographs of nature, from which they learned, are not among the data here."
                        .formatted(PENALTY));
        Learned strokes = learned(
                findings,
                "dictionary",
                new Patches(28, size.side(), size.side(), 0.02),
                digits.training(),
                digits.test());
        strokes.sparsity().addTo(report, "dictionary");
        report.text(
                "Of digits: %d elements for patches of %d by %d pixels. A patch takes %s of the elements, about %.0f, and is then kept with a signal-to-noise ratio of %s dB."
                        .formatted(
                                size.elements(),
                                size.side(),
                                size.side(),
                                SHARE.of(strokes.sparsity().nonZeroShare()),
                                strokes.sparsity().nonZeroShare() * size.elements(),
                                ONE_DECIMAL.of(strokes.sparsity().snrDb())));
        report.pictures(strokes.grid("Elements of patches of digits", size.side(), element -> element), sums(strokes));
        float[][] rolls = RollWindows.read(study.data(), bars);
        int forTraining = rolls.length * 9 / 10;
        Learned beats = learned(
                findings,
                "rollDictionary",
                new Patches(RollWindows.PITCHES, BEAT_STEPS, BEAT_PITCHES, 0.01),
                Arrays.copyOf(rolls, forTraining),
                Arrays.copyOfRange(rolls, forTraining, rolls.length));
        beats.sparsity().addTo(report, "rollDictionary");
        report.text(
                "Of chorales: a beat of piano roll, three octaves high, at any pitch. High pitches are above, time goes to the right. A patch takes %s of the elements, with a signal-to-noise ratio of %s dB: lines of held notes, and notes that begin or end within the beat."
                        .formatted(
                                SHARE.of(beats.sparsity().nonZeroShare()),
                                ONE_DECIMAL.of(beats.sparsity().snrDb())));
        report.pictures(beats.grid(
                "Elements of beats of chorales", BEAT_STEPS, element -> RollWindows.image(element, BEAT_PITCHES)));
    }

    /** How few coefficients, and how much of the signal they keep. */
    private record Measured(double nonZeroShare, double snrDb) {
        void addTo(Report report, String name) {
            report.metric(name + ".nonZeroShare", nonZeroShare);
            report.metric(name + ".snrDb", snrDb);
        }
    }

    /**
     * A dictionary and what it was measured on.
     *
     * @param patches that it did not learn from, whitened
     * @param codes of these
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Learned(
            Dictionary dictionary, Whitening whitening, float[][] patches, float[][] codes, Measured sparsity) {

        /** Those that are used most come first. */
        ImageGridPicture grid(String title, int width, java.util.function.UnaryOperator<float[]> image) {
            double[] use = new double[dictionary.size()];
            for (float[] code : codes) {
                for (int element = 0; element < use.length; element++) {
                    use[element] += Math.abs(code[element]);
                }
            }
            List<float[]> images = IntStream.range(0, use.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(element -> -use[element]))
                    .map(element -> UnitWeights.framed(
                            UnitWeights.grey(image.apply(dictionary.elements()[element])), width))
                    .toList();
            int columns = width < 8 ? 28 : (int) Math.ceil(Math.sqrt(use.length));
            return new ImageGridPicture(title, columns, width + 1, images);
        }
    }

    private Learned learned(Findings findings, String name, Patches cutter, float[][] training, float[][] test)
            throws IOException {
        findings.progress("Learning the " + name.replace("rollD", "roll d"));
        float[][] patches = cutter.cut(training, size.patches(), findings.random(name + " patches"));
        Whitening whitening = Whitening.of(patches, FLOOR);
        DictionaryLearning learning = new DictionaryLearning(
                size.elements(), new SparseCoding(PENALTY, size.iterations()), BATCH, size.updates(), RATE);
        Dictionary dictionary = learning.learnResumably(
                whitening.whiten(patches),
                findings.random(name),
                _ -> {},
                study.folder().checkpoint(name));
        float[][] unseen = whitening.whiten(cutter.cut(test, MEASURED, findings.random(name + " test patches")));
        float[][] codes = new SparseCoding(PENALTY, INFERENCE).encode(dictionary, unseen);
        Sparsity sparsity = Sparsity.of(unseen, codes, dictionary.decode(codes));
        return new Learned(
                dictionary, whitening, unseen, codes, new Measured(sparsity.nonZeroShare(), sparsity.snrDb()));
    }

    /** Patches, what their codes decode to, and the elements with the largest coefficients. */
    private FilmPicture sums(Learned learned) {
        List<FilmPicture.Strip> strips = new ArrayList<>();
        for (int patch = 0; patch < 5; patch++) {
            float[] code = learned.codes()[patch];
            float[] decoded = learned.dictionary().decode(new float[][] {code})[0];
            List<FilmPicture.Frame> frames = new ArrayList<>();
            frames.add(frame("patch", learned.patches()[patch]));
            frames.add(frame("its sum", decoded));
            IntStream.range(0, code.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(element -> -Math.abs(code[element])))
                    .limit(7)
                    .filter(element -> code[element] != 0)
                    .forEach(element -> frames.add(frame(
                            String.format(Locale.ROOT, "%+.1f", code[element]),
                            learned.dictionary().elements()[element])));
            strips.add(new FilmPicture.Strip("", frames));
        }
        return new FilmPicture(
                "Whitened patches, what is kept of them, and their largest coefficients", size.side(), strips);
    }

    private static FilmPicture.Frame frame(String caption, float[] pixels) {
        return new FilmPicture.Frame(caption, UnitWeights.grey(pixels));
    }
}
