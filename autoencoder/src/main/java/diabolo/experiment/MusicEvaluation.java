package diabolo.experiment;

import static diabolo.note.Checks.require;
import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusFile;
import diabolo.corpus.CorpusSpec;
import diabolo.corpus.OtherMeters;
import diabolo.corpus.RefusedFiles;
import diabolo.corpus.Window;
import diabolo.evaluation.tune.Histogram;
import diabolo.evaluation.tune.Tune;
import diabolo.evaluation.tune.TuneComparison;
import diabolo.evaluation.tune.TuneComparison.Nearness;
import diabolo.evaluation.tune.TuneFigures;
import diabolo.evaluation.tune.TuneHistograms;
import diabolo.evaluation.tune.TuneNgrams;
import diabolo.experiment.music.ChordsAndOriginality;
import diabolo.experiment.music.DrumsBesideReal;
import diabolo.experiment.music.MusicKind;
import diabolo.experiment.music.MusicPieces;
import diabolo.experiment.music.PianoBesideReal;
import diabolo.note.Meter;
import diabolo.note.Plural;
import diabolo.picture.Axis;
import diabolo.picture.Curve;
import diabolo.picture.CurvePicture;
import diabolo.picture.Point;
import diabolo.report.MusicMeasures;
import diabolo.report.page.Introduction;
import diabolo.report.page.KeyFigure;
import diabolo.report.page.Measure;
import diabolo.report.page.MetricFormat;
import diabolo.report.page.Report;
import diabolo.representation.Melody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Measures made pieces as music, beside real ones: of melodies notes, keys, rhythms and forms, how much of the distributions is shared, and
 * what is known of them; of drums whether they groove; of music for two hands pulse and density. What they are, their content says.
 *
 * <pre>{@code
 * MusicEvaluation evaluation = new MusicEvaluation(OptionalInt.of(16), Meter.FOUR_FOUR, Optional.empty());
 * Report report = evaluation.of(List.of(Path.of("made")), List.of(Path.of("real")), List.of());
 * report.metrics().get("made.seamOverlap");
 * }</pre>
 *
 * @param givenBars of what is compared: longer pieces are cut into such excerpts, shorter ones are left out; if none are given, 16 of
 *     melodies, 2 of drums, 4 for two hands
 * @param meter of these bars
 * @param model whose training music what is known is looked up in, too; its folder
 */
public record MusicEvaluation(OptionalInt givenBars, Meter meter, Optional<Path> model) {

    private static final int DEFAULT_MELODY_BARS = 16;
    private static final int DEFAULT_DRUM_BARS = 2;
    private static final int DEFAULT_PIANO_BARS = 4;

    private static final Introduction INTRODUCTION = new Introduction(
            List.of(
                    "Melodies that a model makes are music as far as they have what real melodies have.",
                    "No single number says that: a low cost can be copying or sticking on a note, a wide range can be wandering.",
                    "So each figure stands beside that of real melodies, and one half of these against the other shows how near real music comes."),
            List.of(
                    "Repeated notes and the longest note: above real ones, a model sticks.",
                    "Rhythm and intervals again: below real ones, nothing comes back, and there is no form.",
                    "Seams: where models of two bars are strung together, leaps betray it.",
                    "The known share beside the cost: what is cheap because it is copied is known."),
            List.of(),
            List.of(),
            List.of());

    /** A measure of nearness, in the order of the report. */
    private record Near(String name, String words, MetricFormat format, ToDoubleFunction<Nearness> of) {}

    private static final List<Near> NEARNESS = List.of(
            new Near("intervalOverlap", "intervals, overlap", TWO_DECIMALS, Nearness::intervals),
            new Near("rhythmOverlap", "rhythms of three notes, overlap", TWO_DECIMALS, Nearness::rhythms),
            new Near("seamOverlap", "intervals over every second bar line, overlap", TWO_DECIMALS, Nearness::seams),
            new Near("cost", "cost of a note by half of the real melodies, nats", TWO_DECIMALS, Nearness::cost),
            new Near("knownShare", "phrases of five notes known from that half", SHARE, Nearness::knownShare));

    /** A figure by the music that was learned, in the order of the report. */
    private record Learned(
            String name, String words, MetricFormat format, ToDoubleBiFunction<TuneNgrams, List<Tune>> of) {}

    private static final List<Learned> LEARNED = List.of(
            new Learned("cost", "cost of a note, nats", TWO_DECIMALS, TuneNgrams::cost),
            new Learned(
                    "seamCost", "cost of a note after every second bar line, nats", TWO_DECIMALS, TuneNgrams::seamCost),
            new Learned("knownShare", "phrases of five notes that are known", SHARE, TuneNgrams::knownShare));

    /**
     * Compares two sets.
     *
     * @param made files and folders of music
     * @param real the same, of the same kind of music, that no model of the made music has learned
     * @param learned what it has learned, to tell copies; may be empty
     * @throws IOException if nothing of a set can be used
     */
    public Report of(List<Path> made, List<Path> real, List<Path> learned) throws IOException {
        Optional<MusicPieces> pieces = piecesOf(made);
        MusicKind kind = pieces.map(MusicKind::of).orElse(MusicKind.MELODY);
        int bars = bars(kind);
        Report report = new Report("evaluate", title(kind));
        report.setting("made", String.valueOf(made))
                .setting("real", String.valueOf(real))
                .setting("bars", "%d of %s".formatted(bars, meter))
                .setting("Diabolo", Version.current());
        switch (kind) {
            case MELODY -> melodies(bars, made, real, learned, report);
            case DRUMS -> {
                require(
                        meter.equals(Meter.FOUR_FOUR),
                        () -> "drums are measured in bars of 4/4, was given %s; leave --meter out".formatted(meter));
                DrumsBesideReal.add(
                        report, bars, pieces.orElseThrow(), MusicPieces.read(real), readLearned(learned, report));
            }
            case TWO_HANDS ->
                PianoBesideReal.add(
                        report,
                        bars,
                        meter,
                        pieces.orElseThrow(),
                        MusicPieces.read(real),
                        readLearned(learned, report));
        }
        if (pieces.isPresent() && kind == MusicKind.MELODY) {
            ChordsAndOriginality.addChords(report, pieces.get(), real);
        }
        if (model.isPresent()) {
            ChordsAndOriginality.addOriginality(report, model.get(), made, real);
        }
        return report;
    }

    /** None of a corpus, which holds windows of melodies. */
    private static Optional<MusicPieces> piecesOf(List<Path> made) throws IOException {
        boolean isCorpus =
                made.size() == 1 && Files.isRegularFile(made.getFirst()) && CorpusFile.isOne(made.getFirst());
        return isCorpus ? Optional.empty() : Optional.of(MusicPieces.read(made));
    }

    private static Optional<MusicPieces> readLearned(List<Path> learned, Report report) throws IOException {
        if (learned.isEmpty()) {
            return Optional.empty();
        }
        report.setting("learned", String.valueOf(learned));
        return Optional.of(MusicPieces.read(learned));
    }

    private int bars(MusicKind kind) {
        return givenBars.orElse(
                switch (kind) {
                    case MELODY -> DEFAULT_MELODY_BARS;
                    case DRUMS -> DEFAULT_DRUM_BARS;
                    case TWO_HANDS -> DEFAULT_PIANO_BARS;
                });
    }

    private static String title(MusicKind kind) {
        return switch (kind) {
            case MELODY -> "Melodies beside real ones";
            case DRUMS -> "Drums beside real ones";
            case TWO_HANDS -> "Music for two hands beside real one";
        };
    }

    private void melodies(int bars, List<Path> made, List<Path> real, List<Path> learned, Report report)
            throws IOException {
        report.introduction(INTRODUCTION);
        List<List<Tune>> madeByPiece = tunes(bars, made, "made", report);
        List<List<Tune>> realByPiece = tunes(bars, real, "real", report);
        List<Tune> tunes = madeByPiece.stream().flatMap(List::stream).toList();
        TuneComparison comparison = TuneComparison.of(tunes, realByPiece);
        report.metric("made.tunes", comparison.figures().tunes())
                .metric("made.validShare", comparison.figures().validShare())
                .metric("real.tunes", comparison.realFigures().tunes());
        report.keyFigures(keyFigures());
        figures(comparison, report);
        nearness(comparison, report);
        histograms(tunes, realByPiece, report);
        if (!learned.isEmpty()) {
            learned(bars, tunes, realByPiece, learned, report);
        }
    }

    private static List<KeyFigure> keyFigures() {
        List<KeyFigure> figures = new ArrayList<>();
        for (Measure<TuneFigures> figure : MusicMeasures.MELODIES) {
            figures.add(KeyFigure.of(figure.words(), "made." + figure.name(), figure.format())
                    .against("real", "real." + figure.name()));
        }
        for (Near near : NEARNESS) {
            figures.add(KeyFigure.of(near.words(), "made." + near.name(), near.format())
                    .against("half of the real against half", "floor." + near.name()));
        }
        return figures;
    }

    /**
     * The melodies of each piece, cut into excerpts that begin an even number of bars into it, so that their seams are those of windows
     * of two bars. Of several leads in a file the first is taken. As in corpora, music with a rest of more than a bar is left out.
     */
    private List<List<Tune>> tunes(int bars, List<Path> paths, String words, Report report) throws IOException {
        Melody melody = Melody.of(bars, meter);
        Corpus corpus =
                MusicCorpora.open(paths, "the evaluation", CorpusSpec.of(melody).withOtherMeters(OtherMeters.GROUPED));
        Map<String, List<Tune>> byPiece = new LinkedHashMap<>();
        Map<String, Integer> next = new LinkedHashMap<>();
        String piece = "";
        int last = 0;
        boolean isFirstLead = true;
        for (Window window : corpus.windows()) {
            isFirstLead = !window.piece().equals(piece) || (isFirstLead && window.firstStep() >= last);
            piece = window.piece();
            last = window.firstStep();
            boolean isEven = window.firstStep() / melody.stepsPerBar() % TuneHistograms.BARS_BETWEEN_SEAMS == 0;
            if (isFirstLead && isEven && window.firstStep() >= next.getOrDefault(piece, 0)) {
                next.put(piece, window.firstStep() + melody.steps());
                byPiece.computeIfAbsent(piece, _ -> new ArrayList<>()).add(Tune.of(melody.decode(window.frames())));
            }
        }
        RefusedFiles refused = corpus.summary().refusedFiles().ofMusic();
        report.metric(words + ".pieces", byPiece.size()).metric(words + ".refusedPieces", refused.total());
        report.text("%s: %s of %s; pieces refused: %s."
                .formatted(
                        words,
                        Plural.of(byPiece.values().stream().mapToInt(List::size).sum(), "excerpt"),
                        Plural.of(byPiece.size(), "piece"),
                        refused.inWords()));
        return List.copyOf(byPiece.values());
    }

    private static void figures(TuneComparison comparison, Report report) {
        for (Measure<TuneFigures> figure : MusicMeasures.MELODIES) {
            measured(report, "made." + figure.name(), figure.of(comparison.figures()));
            measured(report, "real." + figure.name(), figure.of(comparison.realFigures()));
        }
    }

    private static void nearness(TuneComparison comparison, Report report) {
        for (Near near : NEARNESS) {
            measured(report, "made." + near.name(), near.of().applyAsDouble(comparison.made()));
            measured(report, "floor." + near.name(), near.of().applyAsDouble(comparison.floor()));
        }
    }

    /** What there is nothing of, such as seams of two bars, is left out. */
    private static void measured(Report report, String name, double value) {
        if (!Double.isNaN(value)) {
            report.metric(name, value);
        }
    }

    private static void histograms(List<Tune> made, List<List<Tune>> real, Report report) {
        TuneHistograms ours = TuneHistograms.of(made);
        TuneHistograms theirs =
                TuneHistograms.of(real.stream().flatMap(List::stream).toList());
        report.section("Intervals");
        report.pictures(
                intervals("Between a note and the next", ours.intervals(), theirs.intervals()),
                intervals("Over every second bar line", ours.seams(), theirs.seams()));
    }

    private static CurvePicture intervals(String title, Histogram<Integer> made, Histogram<Integer> real) {
        return new CurvePicture(
                title,
                "semitones up or down",
                "share (%)",
                Axis.LINEAR,
                List.of(curve("made", made), curve("real", real)));
    }

    private static Curve curve(String words, Histogram<Integer> histogram) {
        return new Curve(
                words,
                IntStream.rangeClosed(-TuneHistograms.WIDEST, TuneHistograms.WIDEST)
                        .mapToObj(interval -> new Point(
                                interval,
                                100.0 * histogram.counts().getOrDefault(interval, 0) / Math.max(1, histogram.total())))
                        .toList());
    }

    private void learned(int bars, List<Tune> made, List<List<Tune>> real, List<Path> paths, Report report)
            throws IOException {
        report.section("Beside what was learned");
        List<Tune> all = tunes(bars, paths, "learned", report).stream()
                .flatMap(List::stream)
                .toList();
        List<Tune> realTunes = real.stream().flatMap(List::stream).toList();
        TuneNgrams ngrams = TuneNgrams.of(all);
        report.setting("learned", String.valueOf(paths));
        List<List<String>> table = Report.tableOf("by what was learned | made | real");
        for (Learned figure : LEARNED) {
            double ofMade = figure.of().applyAsDouble(ngrams, made);
            double ofReal = figure.of().applyAsDouble(ngrams, realTunes);
            measured(report, "made.learned." + figure.name(), ofMade);
            measured(report, "real.learned." + figure.name(), ofReal);
            if (!Double.isNaN(ofMade) && !Double.isNaN(ofReal)) {
                table.add(List.of(
                        figure.words(),
                        figure.format().of(ofMade),
                        figure.format().of(ofReal)));
            }
        }
        report.table(table);
    }
}
