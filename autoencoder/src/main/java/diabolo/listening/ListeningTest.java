package diabolo.listening;

import static diabolo.note.Checks.requireBetween;

import diabolo.audio.Synthesizer;
import diabolo.file.AtomicFile;
import diabolo.listening.ListeningPiece.Excerpt;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A listening test: blind pairs of a real and a made excerpt, in an order by chance, left and right by chance, equally long and
 * equally loud. Listeners say which they like better and which a person made.
 *
 * <pre>{@code
 * ListeningTest test = new ListeningTest(20, 12, Rendition.ON_GRID, 1);
 * test.write(Path.of("real"), List.of(Path.of("made")), Path.of("test"), synthesizer); // page.html and key.json
 * }</pre>
 *
 * @param pairs 1 to 200, those of all made folders
 * @param seconds about the length of an excerpt, 2 to 60; where a piece is shorter, both of its pair are
 * @param seed the same seed and music give the same test
 */
public record ListeningTest(int pairs, int seconds, Rendition rendition, long seed) {

    /** The page. */
    public static final String PAGE = "page.html";

    /** The key, which listeners do not see. */
    public static final String KEY = "key.json";

    /** A real and a made excerpt, and what the key says of them. */
    record Pair(NoteSequence left, NoteSequence right, AnswerKey.Pair key) {}

    public ListeningTest {
        requireBetween("pairs", pairs, 1, 200);
        requireBetween("seconds", seconds, 2, 60);
    }

    /**
     * Writes the page and its key.
     *
     * @param real a folder of music
     * @param made folders, each heard equally often
     * @param folder where to write
     * @return the key
     * @throws IOException if a folder has no music, or too little for so many pairs; the message is a sentence
     */
    public AnswerKey write(Path real, List<Path> made, Path folder, Synthesizer synthesizer) throws IOException {
        List<Pair> chosen = choose(real, made);
        AnswerKey key = AnswerKey.of(chosen.stream().map(Pair::key).toList());
        String page = ListeningPage.of(key.test(), chosen, synthesizer);
        AtomicFile.makeFolder(folder);
        key.write(folder.resolve(KEY));
        AtomicFile.write(folder.resolve(PAGE), page);
        return key;
    }

    private List<Pair> choose(Path real, List<Path> made) throws IOException {
        if (made.isEmpty() || pairs % made.size() != 0) {
            throw new IOException("%d pairs cannot be shared equally among %d made folders; ask for %d."
                    .formatted(
                            pairs,
                            made.size(),
                            made.isEmpty() ? pairs : Math.ceilDiv(pairs, made.size()) * made.size()));
        }
        RandomSource random = RandomSource.of(seed);
        int each = pairs / made.size();
        ListeningFolder realFolder = ListeningFolder.read(
                real, pairs, rendition, random.derive("real").generator());
        requireEnough(realFolder, each, made.size());
        List<Pair> chosen = new ArrayList<>();
        for (int of = 0; of < made.size(); of++) {
            ListeningFolder madeFolder = ListeningFolder.read(
                    made.get(of), each, rendition, random.derive("made", of).generator());
            requireEnough(madeFolder, each, made.size());
            for (int i = 0; i < each; i++) {
                int number = of * each + i;
                ListeningPiece realPiece =
                        realFolder.pieces().get(number % realFolder.pieces().size());
                chosen.add(pair(
                        realPiece,
                        madeFolder.pieces().get(i),
                        String.valueOf(made.get(of)),
                        random.derive("pair", number).generator()));
            }
        }
        List<Pair> inOrder = new ArrayList<>();
        for (int number : random.derive("order").permutation(chosen.size())) {
            inOrder.add(chosen.get(number));
        }
        return inOrder;
    }

    private void requireEnough(ListeningFolder folder, int each, int madeFolders) throws IOException {
        int has = folder.pieces().size();
        if (has < each) {
            throw new IOException(
                    "%d pairs need %d pieces of each folder, and %s has %d that can be used; ask for --pairs %d, or give more music."
                            .formatted(pairs, each, folder.folder(), has, has * madeFolders));
        }
    }

    private Pair pair(ListeningPiece real, ListeningPiece made, String folder, RandomGenerator random) {
        Tempo madeTempo =
                switch (rendition) {
                    case ON_GRID -> real.tempo();
                    case AS_PLAYED -> made.tempo();
                };
        double length = Math.min(seconds, Math.min(real.seconds(real.tempo()), made.seconds(madeTempo)));
        Excerpt ofReal = real.excerpt(length, real.tempo(), random);
        Excerpt ofMade = made.excerpt(length, madeTempo, random);
        Side side = random.nextBoolean() ? Side.LEFT : Side.RIGHT;
        AnswerKey.Pair key =
                new AnswerKey.Pair(side, folder, made.name(), ofMade.firstBar(), real.name(), ofReal.firstBar());
        return side == Side.LEFT
                ? new Pair(ofMade.music(), ofReal.music(), key)
                : new Pair(ofReal.music(), ofMade.music(), key);
    }
}
