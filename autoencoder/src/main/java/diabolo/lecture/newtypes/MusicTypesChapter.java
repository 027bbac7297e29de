package diabolo.lecture.newtypes;

import static diabolo.report.page.MetricFormat.FOUR_DECIMALS;
import static diabolo.report.page.MetricFormat.ONE_DECIMAL;
import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.corpus.Window;
import diabolo.evaluation.FixedPoints;
import diabolo.evaluation.Originality;
import diabolo.evaluation.RollStatistics;
import diabolo.evaluation.SimilarityDistribution;
import diabolo.experiment.TrainingData;
import diabolo.midi.MidiWriter;
import diabolo.model.ConvolutionalAutoencoder;
import diabolo.note.Meter;
import diabolo.note.NoteSequence;
import diabolo.note.Tempo;
import diabolo.picture.FilmPicture;
import diabolo.picture.FilmPicture.Frame;
import diabolo.picture.FilmPicture.Strip;
import diabolo.picture.PianoRollPicture;
import diabolo.report.Findings;
import diabolo.report.Music;
import diabolo.report.page.Report;
import diabolo.representation.Cells;
import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** What random piano rolls become, to see and to hear, and how it compares with real windows and with noise. */
record MusicTypesChapter(Findings findings, TrainingData data, int starts, double beatsPerMinute) {

    private static final List<Integer> SHOWN_PASSES = List.of(0, 1, 2, 3, 5, 8, 12, 20, 50, 100);
    private static final int SHOWN_STARTS = 4;
    private static final int HEARD = 6;
    private static final int HEARD_PASS = 5;

    void write(Report report) throws IOException {
        ConvolutionalAutoencoder network =
                findings.variants().getFirst().network().convolutional().orElseThrow();
        RandomSource random = RandomSource.of(findings.seed());
        report.metric("parameters", (double) network.spec().weightCount())
                .metric("train.windows", data.training().size())
                .metric("heldOut.windows", data.heldOut().size());
        float[][] noise = Starts.noise(starts, network.spec().frameSize(), random.derive("noise"));
        findings.progress().accept("Feeding %d random piano rolls back".formatted(starts));
        FixedPoints found = FixedPoints.from(noise, network::reconstruct, FixedPoints.Settings.NEW_TYPES);
        film(report, network, found);
        pieces(report, found);
        comparison(report, network, found, random.derive("thin noise"));
        patterns(report, network);
    }

    private void film(Report report, ConvolutionalAutoencoder network, FixedPoints found) {
        Starts.measure(report, network, found);
        report.section("Noise becomes music, or nearly");
        report.text(
                "Random cells, uniform between 0 and 1, go through the network, and what comes out goes in again, as probabilities. A start is at rest when a pass changes its cells by a mean square of at most %.6f: %s of %d are within %d passes, after %s passes on average. Of what they have become %s differ, where a cell sounds from one half on. Another %s go round: within %d passes the same window comes again."
                        .formatted(
                                FixedPoints.Settings.NEW_TYPES.tolerance(),
                                SHARE.of(found.share()),
                                starts,
                                FixedPoints.Settings.NEW_TYPES.passes(),
                                ONE_DECIMAL.of(found.meanPasses()),
                                SHARE.of(found.uniqueRatio()),
                                SHARE.of(Starts.cycleShare(found)),
                                Starts.LONGEST_CYCLE));
        report.pictures(new FilmPicture(
                "Two bars, pass by pass: steps from left to right, pitches from low to high",
                roll().steps(),
                IntStream.range(0, Math.min(SHOWN_STARTS, starts))
                        .mapToObj(start -> new Strip(
                                "start %d".formatted(start + 1),
                                SHOWN_PASSES.stream()
                                        .map(pass ->
                                                new Frame("pass %d".formatted(pass), upright(found.pass(pass)[start])))
                                        .toList()))
                        .toList()));
        Starts.curves(report, found, findings.variants().getFirst(), "cell", "window");
    }

    private PianoRoll roll() {
        return (PianoRoll) data.corpus().spec().representation();
    }

    /** From steps of pitches to rows of pitches, the highest first. */
    private float[] upright(float[] cells) {
        int steps = roll().steps();
        int pitches = roll().pitches();
        float[] image = new float[cells.length];
        for (int cell = 0; cell < cells.length; cell++) {
            image[(pitches - 1 - cell % pitches) * steps + cell / pitches] = cells[cell];
        }
        return image;
    }

    private void pieces(Report report, FixedPoints found) throws IOException {
        report.section("Listen");
        report.text(
                "The first windows that differ, also as MIDI in the folder samples; the first of them also after %d passes, on its way."
                        .formatted(HEARD_PASS));
        List<Integer> heard = found.distinct().stream()
                .filter(start -> !roll().isSilent(sounding(found.last()[start])))
                .limit(HEARD)
                .toList();
        for (int start : heard) {
            piece(
                    report,
                    "Start %d, at rest".formatted(start + 1),
                    "start-%d".formatted(start + 1),
                    found.last()[start]);
            if (start == heard.getFirst()) {
                piece(
                        report,
                        "Start %d, after %d passes".formatted(start + 1, HEARD_PASS),
                        "start-%d-pass-%d".formatted(start + 1, HEARD_PASS),
                        found.pass(HEARD_PASS)[start]);
            }
        }
        if (heard.isEmpty()) {
            report.text("All are silent.");
        }
    }

    private void piece(Report report, String caption, String file, float[] cells) throws IOException {
        Cells window = sounding(cells);
        NoteSequence music = roll().decode(window).toNoteSequence().withTempo(new Tempo(beatsPerMinute));
        if (roll().isSilent(window)) {
            report.text(caption + ": silence.");
            return;
        }
        MidiWriter.write(music, findings.folder().resolve("samples").resolve(file + ".mid"));
        report.piece(caption, PianoRollPicture.ofCells(caption, roll(), window, Meter.FOUR_FOUR), music);
    }

    private static Cells sounding(float[] cells) {
        return new Cells(FixedPoints.binary(cells));
    }

    private void comparison(Report report, ConvolutionalAutoencoder network, FixedPoints found, RandomSource random) {
        List<Window> unseen = data.heldOut().isEmpty() ? data.training() : data.heldOut();
        List<Frames> real = Music.frames(unseen);
        float[][] cells =
                real.stream().map(window -> roll().require(window).values()).toArray(float[][]::new);
        report.metric("reconstruction.mse", FixedPoints.squaredError(cells, network.reconstruct(cells)))
                .metric(
                        "baseline.silence.mse",
                        FixedPoints.squaredError(cells, new float[cells.length][roll().cells()]));
        List<Frames> symbols = Arrays.stream(found.last())
                .<Frames>map(MusicTypesChapter::sounding)
                .toList();
        List<Frames> noise = Arrays.stream(found.pass(0))
                .<Frames>map(MusicTypesChapter::sounding)
                .toList();
        List<Frames> thin = thinNoise(RollStatistics.of(roll(), symbols).activeCells() / roll().cells(), random);
        Originality originality = Originality.against(roll(), Music.frames(data.training()));
        List<List<String>> table = Report.tableOf(
                "windows | silent | active cells | notes per beat | in one major scale | similarity | copies");
        table.add(row(report, "fixedPoint", "noise at rest", symbols, originality));
        table.add(row(report, "real", "held-out windows", real, originality));
        table.add(row(report, "thinNoise", "noise as thin", thin, originality));
        table.add(row(report, "noise", "noise as it was given", noise, originality));
        report.section("Is it music?");
        report.text(
                "New windows beside real ones that the network has not seen, and beside noise with as many active cells as the new ones. Similarity: share of active cells that also sound in the most similar training window; from nine tenths on it is a copy. Held-out windows come back with a squared error of %s per cell; silence has %s."
                        .formatted(
                                FOUR_DECIMALS.of(report.metrics().getOrDefault("reconstruction.mse", 0.0)),
                                FOUR_DECIMALS.of(report.metrics().getOrDefault("baseline.silence.mse", 0.0))));
        report.table("New windows, real ones and noise", table);
    }

    /** Cells that sound by chance, so many as those of the new windows. */
    private List<Frames> thinNoise(double density, RandomSource random) {
        RandomGenerator generator = random.generator();
        return IntStream.range(0, starts)
                .<Frames>mapToObj(_ -> {
                    float[] cells = new float[roll().cells()];
                    for (int cell = 0; cell < cells.length; cell++) {
                        cells[cell] = generator.nextDouble() < density ? 1 : 0;
                    }
                    return new Cells(cells);
                })
                .toList();
    }

    private List<String> row(
            Report report, String metric, String words, List<Frames> windows, Originality originality) {
        RollStatistics statistics = RollStatistics.of(roll(), windows);
        SimilarityDistribution similarity = originality.of(windows);
        report.metric(metric + ".silentShare", statistics.silentShare())
                .metric(metric + ".activeCells", statistics.activeCells())
                .metric(metric + ".notesPerBeat", statistics.notesPerBeat())
                .metric(metric + ".onScaleShare", statistics.onScaleShare())
                .metric(metric + ".meanSimilarity", similarity.mean())
                .metric(metric + ".copyShare", similarity.copyShare());
        return List.of(
                words,
                SHARE.of(statistics.silentShare()),
                ONE_DECIMAL.of(statistics.activeCells()),
                TWO_DECIMALS.of(statistics.notesPerBeat()),
                SHARE.of(statistics.onScaleShare()),
                SHARE.of(similarity.mean()),
                SHARE.of(similarity.copyShare()));
    }

    /** The decoder's filters, steps from left to right. */
    private void patterns(Report report, ConvolutionalAutoencoder network) {
        int kernel = network.spec().decoder().getFirst().kernel();
        report.section("The patterns that music is made of");
        report.text(
                "Each cell of the code that is not 0 stamps one of %d patterns: %d steps from left to right by %d pitches. Held notes are horizontal lines; where two lie above each other, the pattern is of an interval or a chord."
                        .formatted(network.spec().codeMaps().count(), kernel, kernel));
        report.pictures(new FilmPicture(
                "The patterns that the decoder stamps",
                kernel,
                List.of(new Strip(
                        "dark adds notes, light takes them away",
                        Arrays.stream(network.strokes())
                                .map(pattern -> new Frame("", turned(pattern, kernel)))
                                .toList()))));
    }

    private static float[] turned(float[] pattern, int kernel) {
        float most = 1e-12f;
        for (float value : pattern) {
            most = Math.max(most, Math.abs(value));
        }
        float[] image = new float[pattern.length];
        for (int cell = 0; cell < pattern.length; cell++) {
            image[(kernel - 1 - cell % kernel) * kernel + cell / kernel] = 0.5f + 0.5f * pattern[cell] / most;
        }
        return image;
    }
}
