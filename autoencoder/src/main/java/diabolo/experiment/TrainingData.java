package diabolo.experiment;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusFile;
import diabolo.corpus.DistinctWindow;
import diabolo.corpus.PieceSplit;
import diabolo.corpus.Window;
import diabolo.experiment.diffusion.GrooveExamples;
import diabolo.model.CodeDistribution;
import diabolo.model.ModelFolder;
import diabolo.model.NgramIndex;
import diabolo.model.TrainableAutoencoder;
import diabolo.model.TrainingExamples;
import diabolo.note.Plural;
import diabolo.report.Music;
import diabolo.representation.Cells;
import diabolo.representation.Drums;
import diabolo.representation.Frames;
import diabolo.representation.Melody;
import diabolo.representation.PianoRoll;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Tokens;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Music split by piece into training and held-out windows, none of which is a training window too: of tokens not even in another
 * key. Windows of tokens are all distinct; those of piano rolls are as often there as in the music.
 *
 * <pre>{@code
 * ExperimentData data = ExperimentData.open(folder.corpora(spec.corpora()), spec);
 * data.heldOutFrames().size(); // windows of held-out pieces
 * }</pre>
 *
 * @param bars of drums the single bars of pieces that are not held out, those among them that are shorter than a window; else none
 */
public record TrainingData(
        Corpus corpus, PieceSplit pieces, List<Window> training, List<Window> heldOut, List<Window> bars)
        implements ExperimentData {

    /** Of the codes of a model: 64 MB. Only feature maps are so large that fewer windows are kept than there are. */
    private static final int MOST_KEPT_NUMBERS = 1 << 24;

    private static final String TEST = "test-";
    private static final String OFFICIAL_SPLIT = "info.csv";

    static TrainingData open(List<Path> paths, ExperimentSpec spec, Format.Music format) throws IOException {
        Corpus corpus = MusicCorpora.open(paths, spec.name(), format.corpusSpec());
        PieceSplit split = split(corpus, paths, spec);
        return of(corpus, split, bars(paths, spec, split));
    }

    /** Most played fills are single bars, of which a prior of grooves learns. */
    private static List<Window> bars(List<Path> paths, ExperimentSpec spec, PieceSplit split) throws IOException {
        if (!(spec.format() instanceof Format.Drums drums)
                || drums.bars() == 1
                || spec.prior().updates() == 0
                || (Files.isRegularFile(paths.getFirst()) && CorpusFile.isOne(paths.getFirst()))) {
            return List.of();
        }
        Corpus bars = MusicCorpora.open(paths, spec.name(), drums.ofBars(1).corpusSpec());
        Set<String> learned = new HashSet<>(split(bars, paths, spec).training());
        learned.removeAll(split.heldOut());
        return bars.windowsOf(learned);
    }

    private static TrainingData of(Corpus corpus, PieceSplit pieces, List<Window> bars) {
        List<Window> training = corpus.windowsOf(pieces.training());
        List<Window> heldOut = corpus.windowsOf(pieces.heldOut());
        return switch (corpus.spec().representation()) {
            case PianoRoll _ -> new TrainingData(corpus, pieces, training, Corpus.unseen(heldOut, training), bars);
            case TokenRepresentation tokens -> {
                List<Window> learned = distinct(training);
                yield new TrainingData(
                        corpus,
                        pieces,
                        learned,
                        Corpus.unseen(distinct(heldOut), learned, window -> shape(window, tokens)),
                        bars);
            }
        };
    }

    /** The same music with other pieces held out: all that are not among those learned. */
    public TrainingData withLearned(Set<String> learned) {
        Set<String> others = corpus.pieceNames().stream()
                .filter(name -> !learned.contains(name))
                .collect(Collectors.toUnmodifiableSet());
        return of(corpus, new PieceSplit(Set.copyOf(learned), others), bars);
    }

    private static PieceSplit split(Corpus corpus, List<Path> paths, ExperimentSpec spec) throws IOException {
        if (spec.split() == ExperimentSpec.Split.AS_PUBLISHED) {
            Path table = paths.getFirst().resolve(OFFICIAL_SPLIT);
            if (paths.size() == 1 && Files.isRegularFile(table)) {
                return PieceSplit.listed(corpus, table);
            }
            Set<String> test = corpus.pieceNames().stream()
                    .filter(name -> name.startsWith(TEST))
                    .collect(Collectors.toSet());
            if (!test.isEmpty()) {
                return PieceSplit.named(corpus, test);
            }
        }
        return spec.heldOutShare() == 0
                ? new PieceSplit(Set.copyOf(corpus.pieceNames()), Set.of())
                : PieceSplit.random(corpus, spec.heldOutShare(), spec.seed());
    }

    private static List<Window> distinct(List<Window> windows) {
        return Corpus.distinct(windows).stream().map(DistinctWindow::window).toList();
    }

    /** The tokens, pitches counted from the lowest: the same in every key. */
    private static List<Integer> shape(Window window, TokenRepresentation representation) {
        int[][] tokens = tokens(window.frames()).lines();
        int lowest = IntStream.range(0, tokens.length)
                .filter(line -> representation.lines().get(line).isPitched())
                .flatMap(line -> IntStream.of(tokens[line]))
                .filter(token -> token >= Melody.FIRST_NOTE_ON)
                .min()
                .orElse(Melody.FIRST_NOTE_ON);
        List<Integer> shape = new ArrayList<>();
        for (int line = 0; line < tokens.length; line++) {
            for (int token : tokens[line]) {
                boolean pitched = representation.lines().get(line).isPitched() && token >= Melody.FIRST_NOTE_ON;
                shape.add(pitched ? token - lowest + Melody.FIRST_NOTE_ON : token);
            }
        }
        return shape;
    }

    @Override
    public String fingerprint() {
        return corpus.fingerprint();
    }

    /**
     * Whether what is held out here was held out when a model was trained. The same music gives other windows where it is read better
     * than it was: then the names of its pieces decide.
     */
    boolean heldOutFrom(ModelFolder model) {
        Set<String> learned = model.trainingExamples().pieces();
        boolean isSame = fingerprint().equals(model.description().provenance().get("corpusFingerprint"));
        return isSame || (!learned.isEmpty() && pieces.training().containsAll(learned));
    }

    /**
     * What a prior of grooves learns from.
     *
     * @throws IllegalArgumentException if this is no music of drums
     */
    public GrooveExamples grooves(long seed) {
        if (!(corpus.spec().representation() instanceof Drums drums)) {
            throw new IllegalArgumentException("grooves are of drums, and these windows are of "
                    + corpus.spec().representation().name());
        }
        return GrooveExamples.of(drums, corpus.windowsOf(pieces.training()), bars, RandomSource.of(seed));
    }

    /** As reports take it. */
    Music music(double beatsPerMinute) {
        return new Music(corpus, pieces, training, heldOut, beatsPerMinute);
    }

    @Override
    public String inWords() {
        return "%s: %s to train on with %s, %s held out with %s"
                .formatted(
                        Plural.of(corpus.pieces().size(), "piece"),
                        pieces.training().size(),
                        Plural.of(training.size(), "window"),
                        pieces.heldOut().size(),
                        Plural.of(heldOut.size(), "window"));
    }

    @Override
    public List<Frames> trainingFrames() {
        return Music.frames(training);
    }

    @Override
    public List<Frames> heldOutFrames() {
        return Music.frames(heldOut);
    }

    /** The distinct training windows, each at its first place. */
    public List<Window> distinctTraining() {
        return distinct(training);
    }

    /** Of cells the code of each distinct window, or of every so many where codes are large; of tokens the n-grams. */
    @Override
    public TrainingExamples trainingExamples(TrainableAutoencoder network) {
        return switch (corpus.spec().representation()) {
            case PianoRoll _ -> {
                int most = Math.max(1, MOST_KEPT_NUMBERS / network.spec().codeSize());
                List<Window> distinct = distinctTraining();
                List<Window> remembered = everyNth(distinct, Math.max(1, Math.ceilDiv(distinct.size(), most)));
                yield new TrainingExamples(places(remembered), network.encode(Music.frames(remembered)));
            }
            case TokenRepresentation tokens -> {
                List<String> pieces = training.stream().map(Window::piece).toList();
                yield TrainingExamples.of(NgramIndex.of(tokens.lines(), pieces, tokens(training)));
            }
        };
    }

    @Override
    public CodeDistribution codeDistribution(TrainableAutoencoder network) {
        return switch (corpus.spec().representation()) {
            case PianoRoll _ -> CodeDistribution.NONE;
            case TokenRepresentation tokens ->
                new CodesByKey(tokens, everyNth(training, Math.max(1, training.size() / FineTuning.FEW_EXAMPLES)))
                        .of(network);
        };
    }

    static List<TrainingExamples.Place> places(List<Window> windows) {
        return windows.stream()
                .map(window -> new TrainingExamples.Place(window.piece(), window.firstStep()))
                .toList();
    }

    /** A smaller one, with so many training windows and as many held-out ones, from all over the music. */
    public TrainingData thinned(int count) {
        return thinned(count, count);
    }

    /** A smaller one, with so many training windows and held-out windows, or all where there are fewer. */
    TrainingData thinned(int learned, int others) {
        return new TrainingData(corpus, pieces, thinned(training, learned), thinned(heldOut, others), bars);
    }

    private static List<Window> thinned(List<Window> windows, int count) {
        int kept = Math.min(count, windows.size());
        return IntStream.range(0, kept)
                .mapToObj(i -> windows.get((int) ((long) i * windows.size() / kept)))
                .toList();
    }

    private static List<Window> everyNth(List<Window> windows, int n) {
        return IntStream.range(0, windows.size())
                .filter(i -> i % n == 0)
                .mapToObj(windows::get)
                .toList();
    }

    static List<Tokens> tokens(List<Window> windows) {
        return windows.stream().map(window -> tokens(window.frames())).toList();
    }

    static Tokens tokens(Frames frames) {
        return switch (frames) {
            case Cells _ -> throw new IllegalArgumentException("a window of piano roll has no tokens");
            case Tokens tokens -> tokens;
        };
    }

    /** The windows as plain arrays: [windows][cells]. */
    static float[][] numbers(List<Window> windows) {
        return windows.stream().map(TrainingData::numbers).toArray(float[][]::new);
    }

    private static float[] numbers(Window window) {
        return switch (window.frames()) {
            case Cells cells -> cells.values();
            case Tokens _ -> throw new IllegalArgumentException("a window of tokens has no cells");
        };
    }
}
