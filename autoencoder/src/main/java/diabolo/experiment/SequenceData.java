package diabolo.experiment;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusBuilder;
import diabolo.corpus.CorpusFile;
import diabolo.corpus.DistinctWindow;
import diabolo.corpus.PieceSplit;
import diabolo.corpus.Window;
import diabolo.note.Plural;
import diabolo.report.Music;
import diabolo.representation.Cells;
import diabolo.representation.Melody;
import diabolo.representation.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Windows of tokens, split by piece into what is learned from and what is held out: all distinct, and none held out that is
 * learned from, be it in another key where keys are changed while learning.
 *
 * <pre>{@code
 * SequenceData data = SequenceData.open(DataFolder.find(Optional.empty()).corpora(spec.corpora()), spec);
 * data.heldOut().size(); // distinct windows of pieces that are not learned from
 * }</pre>
 */
public record SequenceData(Corpus corpus, PieceSplit pieces, List<Window> training, List<Window> heldOut) {

    private static final String OFFICIAL_SPLIT = "info.csv";

    /**
     * Reads the music of a spec and splits it: as its folder's {@code info.csv} says where there is one, else by chance.
     *
     * @param paths files and folders of music, or one corpus file
     * @throws IOException if nothing in them can be used
     */
    public static SequenceData open(List<Path> paths, SequenceSpec spec) throws IOException {
        Corpus corpus = read(paths, spec);
        Path table = paths.getFirst().resolve(OFFICIAL_SPLIT);
        PieceSplit pieces;
        if (paths.size() == 1 && Files.isRegularFile(table)) {
            pieces = PieceSplit.listed(corpus, table);
        } else if (spec.heldOutShare() == 0) {
            pieces = new PieceSplit(Set.copyOf(corpus.pieceNames()), Set.of());
        } else {
            pieces = PieceSplit.random(corpus, spec.heldOutShare(), spec.seed());
        }
        List<Window> training = distinct(corpus.windowsOf(pieces.training()));
        List<Integer> pitchedLines = spec.pitchedLines();
        List<Window> heldOut = Corpus.unseen(
                distinct(corpus.windowsOf(pieces.heldOut())), training, window -> shape(window, pitchedLines));
        return new SequenceData(corpus, pieces, training, heldOut);
    }

    private static Corpus read(List<Path> paths, SequenceSpec spec) throws IOException {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new IOException(
                        "%s does not exist; name a corpus file, or music: a file or a folder.".formatted(path));
            }
        }
        Path first = paths.getFirst();
        if (paths.size() > 1 || Files.isDirectory(first) || !CorpusFile.isOne(first)) {
            return new CorpusBuilder(spec.corpusSpec()).build(paths);
        }
        Corpus corpus = CorpusFile.load(first);
        if (!corpus.spec().representation().equals(spec.tokens())) {
            throw new IOException(
                    "%s holds other windows than %s learns from, which are %s of %s of %s; name the folder of the music itself, which is then cut for this experiment."
                            .formatted(
                                    first,
                                    spec.name(),
                                    spec.tokens().name(),
                                    Plural.of(spec.bars(), "bar"),
                                    spec.meter()));
        }
        return corpus;
    }

    private static List<Window> distinct(List<Window> windows) {
        return Corpus.distinct(windows).stream().map(DistinctWindow::window).toList();
    }

    /** The tokens, pitches counted from the lowest: the same in every key. */
    private static List<Integer> shape(Window window, List<Integer> pitchedLines) {
        int[][] tokens = tokens(window).lines();
        int lowest = pitchedLines.stream()
                .flatMapToInt(line -> Arrays.stream(tokens[line]))
                .filter(token -> token >= Melody.FIRST_NOTE_ON)
                .min()
                .orElse(Melody.FIRST_NOTE_ON);
        List<Integer> shape = new java.util.ArrayList<>();
        for (int line = 0; line < tokens.length; line++) {
            for (int token : tokens[line]) {
                boolean pitched = pitchedLines.contains(line) && token >= Melody.FIRST_NOTE_ON;
                shape.add(pitched ? token - lowest + Melody.FIRST_NOTE_ON : token);
            }
        }
        return shape;
    }

    /** As reports take it. */
    Music music(double beatsPerMinute) {
        return new Music(corpus, pieces, training, heldOut, beatsPerMinute);
    }

    /** A smaller one: every so many windows of it. */
    SequenceData first(int count) {
        return new SequenceData(corpus, pieces, thinned(training, count), thinned(heldOut, count));
    }

    private static List<Window> thinned(List<Window> windows, int count) {
        int every = Math.max(1, windows.size() / count);
        return java.util.stream.IntStream.range(0, windows.size())
                .filter(i -> i % every == 0)
                .mapToObj(windows::get)
                .toList();
    }

    static List<Tokens> tokens(List<Window> windows) {
        return windows.stream().map(SequenceData::tokens).toList();
    }

    private static Tokens tokens(Window window) {
        return switch (window.frames()) {
            case Cells _ -> throw new IllegalArgumentException("a window of piano roll has no tokens");
            case Tokens tokens -> tokens;
        };
    }
}
