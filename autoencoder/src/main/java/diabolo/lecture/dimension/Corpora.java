package diabolo.lecture.dimension;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusSpec;
import diabolo.corpus.DistinctWindow;
import diabolo.corpus.OtherMeters;
import diabolo.corpus.Window;
import diabolo.experiment.DataFolder;
import diabolo.experiment.Study;
import diabolo.file.FolderFiles;
import diabolo.representation.TokenRepresentation;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The music that maps are made of: windows of several corpora that do not overlap, none of them twice. */
final class Corpora {

    /** A held note or two are near to all others of their kind, whatever tune they are from. */
    private static final int FEWEST_ONSETS = 4;

    private static final int FEWEST_FILES = 20;

    /** Where melodies lie: a name for people, a data set, and the part of it that is read. */
    enum Melodies {
        LEAD_SHEETS("lead sheets", "leadsheets-openewld", ""),
        HYMNS("hymns", "hymns-openhymnal", ""),
        FOLK_TUNES("folk tunes", "folk-nottingham", "melody"),
        RAGS("rags", "ragtime-mutopia", "");

        final String words;
        final String dataSet;
        private final String part;

        Melodies(String words, String dataSet, String part) {
            this.words = words;
            this.dataSet = dataSet;
            this.part = part;
        }
    }

    /** One of them. */
    static final String DRUMS = "drums-groove";

    private Corpora() {}

    static List<String> ofMelodies() {
        return List.of(Melodies.values()).stream().map(corpus -> corpus.dataSet).toList();
    }

    /** Melodies of all corpora, from each at most so many windows, of whole tunes chosen by chance; grouped by corpus. */
    static List<NamedWindow> melodies(
            Study study, TokenRepresentation representation, int atMostOfEach, RandomSource random) throws IOException {
        DataFolder data = study.data();
        data.corpora(ofMelodies());
        List<NamedWindow> windows = new ArrayList<>();
        for (Melodies corpus : Melodies.values()) {
            Path folder = data.corpus(corpus.dataSet);
            Path part = corpus.part.isEmpty() ? folder : folder.resolve(corpus.part);
            for (Window window : windows(study, part, representation, atMostOfEach, random.derive(corpus.dataSet))) {
                windows.add(new NamedWindow(corpus.words, window));
            }
        }
        return windows;
    }

    /** Drums, grouped by the style in the names of their files: {@code 1_funk_80_beat_4-4.mid}. */
    static List<NamedWindow> drums(Study study, TokenRepresentation representation, int atMost, RandomSource random)
            throws IOException {
        Path folder = study.data().corpora(List.of(DRUMS)).getFirst();
        return windows(study, folder, representation, atMost, random.derive(DRUMS)).stream()
                .map(window -> new NamedWindow(style(window.piece()), window))
                .toList();
    }

    /** Of {@code jazz-funk} the first: what the drummer began with. */
    static String style(String piece) {
        String file = piece.substring(piece.lastIndexOf('/') + 1);
        String[] words = file.split("[_-]", -1);
        return words.length > 1 ? words[1] : "other";
    }

    /** Tunes in random order until there are enough windows; of the last one as many as there is room for. */
    private static List<Window> windows(
            Study study, Path folder, TokenRepresentation representation, int atMost, RandomSource random)
            throws IOException {
        CorpusSpec apart = CorpusSpec.of(representation)
                .withStrideSteps(representation.steps())
                .withOtherMeters(OtherMeters.GROUPED);
        Corpus read = study.music(apart, someFiles(folder, Math.max(FEWEST_FILES, atMost / 3), random));
        return Corpus.distinct(read.windows()).stream()
                .map(DistinctWindow::window)
                .filter(window ->
                        representation.decode(window.frames()).allNotes().count() >= FEWEST_ONSETS)
                .limit(atMost)
                .toList();
    }

    /** In random order, and no more than are needed: most give three windows or more. */
    private static List<Path> someFiles(Path folder, int atMost, RandomSource random) throws IOException {
        List<Path> files = List.copyOf(FolderFiles.in(folder).files().values());
        return IntStream.of(random.permutation(files.size()))
                .limit(atMost)
                .mapToObj(files::get)
                .toList();
    }
}
