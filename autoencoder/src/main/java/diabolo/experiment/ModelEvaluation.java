package diabolo.experiment;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;

import diabolo.corpus.Corpus;
import diabolo.corpus.CorpusSpec;
import diabolo.corpus.DistinctWindow;
import diabolo.corpus.OtherMeters;
import diabolo.corpus.Window;
import diabolo.evaluation.Fidelity;
import diabolo.evaluation.TokenAccuracy;
import diabolo.latent.LatentSpace;
import diabolo.latent.Provenance;
import diabolo.model.Autoencoder;
import diabolo.model.CellAutoencoder;
import diabolo.model.FrameFormat;
import diabolo.model.ModelFolder;
import diabolo.model.RecurrentAutoencoder;
import diabolo.note.Percent;
import diabolo.note.Plural;
import diabolo.report.LowerBound;
import diabolo.report.Music;
import diabolo.report.NetworkPicture;
import diabolo.report.TokenMeasures;
import diabolo.report.page.Introduction;
import diabolo.report.page.Report;
import diabolo.representation.Frames;
import diabolo.representation.PianoRoll;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Tokens;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a trained model does on other data: the metrics of its kind, the trivial baseline for comparison, what of the data could
 * not be used, and how much of it the model was trained on.
 *
 * <pre>{@code
 * Report report = ModelEvaluation.of(Path.of("models/melody-2bar"), List.of(Path.of("my-tunes")), RandomSource.of(1));
 * report.metrics().get("onset.f1");
 * }</pre>
 *
 * <p>Of music every distinct window counts once, up to {@value #MOST_WINDOWS} spread over all of them; of images all test images.
 */
public final class ModelEvaluation {

    private static final int MOST_WINDOWS = 2000;
    private static final double KNOWN = 0.9; // of a window's cells or n-grams: DeepHear's measure of a copy

    private static final Introduction INTRODUCTION = new Introduction(
            List.of(
                    "A model gives back what its code holds, and loses the rest.",
                    "So its reconstruction of data says how much of them it can represent, if it has not learned from them.",
                    "Everything is measured beside a trivial baseline, which has learned nothing."),
            List.of(
                    "The model beside the baseline: where they are equal, the model is of no use for these data.",
                    "The overlap with its training music: where it is large, the figures flatter."),
            List.of(),
            List.of(),
            List.of());

    private final Report report;
    private final RandomSource random;
    private final List<List<String>> table = Report.tableOf("measured | the model | baseline");

    private ModelEvaluation(String title, RandomSource random) {
        this.report = new Report("evaluate", title);
        this.random = random;
    }

    /**
     * Measures a model.
     *
     * @param model its folder
     * @param data files and folders of music or one corpus file; for a model of images a folder with them
     * @param random of codes and tokens that are sampled
     * @throws IOException if the model cannot be loaded, or nothing of the data can be used
     */
    public static Report of(Path model, List<Path> data, RandomSource random) throws IOException {
        ModelFolder folder = ModelFolder.load(model);
        String name = folder.description().name();
        ModelEvaluation evaluation =
                new ModelEvaluation("How well %s reconstructs %s".formatted(name, names(data)), random);
        evaluation
                .report
                .note("model", name)
                .note("modelHash", folder.hash())
                .introduction(INTRODUCTION)
                .diagrams(List.of(
                        NetworkPicture.of("The network", folder.description().spec())))
                .setting("model", "%s, %s".formatted(name, folder.hash()))
                .setting("data", String.valueOf(data))
                .setting("seed", String.valueOf(random.seed()))
                .setting("Diabolo", Version.current());
        switch (folder.description().format()) {
            case FrameFormat.Music _ -> {
                try (LatentSpace space = LatentSpace.load(model)) {
                    evaluation.music(
                            space,
                            MusicCorpora.open(
                                    data,
                                    name,
                                    CorpusSpec.of(space.representation()).withOtherMeters(OtherMeters.GROUPED)));
                }
            }
            case FrameFormat.Image(int rows, int columns) -> {
                Digits images = Digits.read(data.getFirst(), new Format.Images(rows, columns));
                try (Autoencoder network = folder.network()) {
                    evaluation.images(
                            network.cells().orElseThrow(), images.test().pixels());
                }
            }
            case FrameFormat.Vector _ ->
                throw new IOException(
                        "%s is a model of vectors, for which there is no data to evaluate on; choose one of music or images."
                                .formatted(name));
        }
        return evaluation.report;
    }

    /** The last elements of paths. */
    private static String names(List<Path> data) {
        return data.stream().map(path -> String.valueOf(path.getFileName())).collect(Collectors.joining(" and "));
    }

    private void music(LatentSpace space, Corpus corpus) {
        List<Window> windows = thinned(Corpus.distinct(corpus.windows()).stream()
                .map(DistinctWindow::window)
                .toList());
        report.metric("windows", windows.size())
                .metric("pieces", corpus.pieces().size());
        report.text("%s of %s, %s refused."
                .formatted(
                        Plural.of(windows.size(), "distinct window"),
                        Plural.of(corpus.pieces().size(), "piece"),
                        corpus.summary().refusedFiles().inWords() + " of the files"));
        List<Frames> frames = Music.frames(windows);
        switch (space.representation()) {
            case PianoRoll roll -> rolls(space.network().cells().orElseThrow(), roll, windows, frames);
            case TokenRepresentation tokens ->
                tokens(space.network().recurrent().orElseThrow(), tokens, TrainingData.tokens(windows));
        }
        report.section("Reconstruction").table(table);
        overlap(space, corpus, frames);
        refusals(corpus);
    }

    private static List<Window> thinned(List<Window> windows) {
        int every = Math.ceilDiv(windows.size(), MOST_WINDOWS);
        List<Window> some = new ArrayList<>();
        for (int i = 0; i < windows.size(); i += every) {
            some.add(windows.get(i));
        }
        return some;
    }

    private void tokens(RecurrentAutoencoder network, TokenRepresentation representation, List<Tokens> windows) {
        TokenMeasures measures = TokenMeasures.of(network, representation, windows, random);
        measures.addTo(report, "", representation);
        Tokens nothing = new Tokens(new int[representation.lines().size()][representation.steps()]);
        TokenAccuracy hold = TokenAccuracy.of(
                representation, windows, windows.stream().map(_ -> nothing).toList());
        report.metric("baseline.alwaysHold.accuracy", hold.tokens());
        row(
                "token accuracy, teacher-forced",
                Percent.of(measures.teacherForced().tokens()),
                Percent.of(hold.tokens()));
        row("token accuracy, free-running", Percent.of(measures.freeRunning().tokens()), Percent.of(hold.tokens()));
        row("token accuracy, sampled", Percent.of(measures.sampled().tokens()), Percent.of(hold.tokens()));
        row("onset F1, free-running", Percent.of(measures.freeRunning().onsetF1()), Percent.of(hold.onsetF1()));
        row("KL divergence, bits per window", ONE_DECIMAL.of(measures.divergenceBits()), "0");
        activeUnits(measures.activeUnits(), network.spec().codeSize());
        report.text("The baseline always holds, which is the commonest token.");
    }

    private void rolls(CellAutoencoder network, PianoRoll roll, List<Window> windows, List<Frames> frames) {
        Fidelity.OfCells fidelity = Fidelity.ofCells(roll, frames, network.reconstruct(frames));
        LowerBound bound = LowerBound.of(network, TrainingData.numbers(windows), random);
        report.metric("wrongCells", fidelity.wrong()).metric("noteF1", fidelity.f1());
        report.metric("baseline.silence.wrongCells", fidelity.sounding());
        bound.addTo(report, "");
        row(
                "wrong cells of %,d".formatted(roll.cells()),
                ONE_DECIMAL.of(fidelity.wrong()),
                ONE_DECIMAL.of(fidelity.sounding()));
        row("note F1", Percent.of(fidelity.f1()), Percent.of(0));
        row("cross-entropy, nats per window", ONE_DECIMAL.of(bound.reconstructionNats()), "");
        activeUnits(bound.activeUnits(), network.spec().codeSize());
        report.text("The baseline is silence, which is right wherever no note sounds.");
    }

    private void images(CellAutoencoder network, float[][] images) {
        LowerBound bound = LowerBound.of(network, images, random);
        double error = squaredError(images, network.reconstruct(images));
        float[][] same = Collections.nCopies(images.length, mean(images)).toArray(float[][]::new);
        double baseline = squaredError(images, same);
        report.metric("images", images.length).metric("mse", error).metric("bce", bound.reconstructionNats());
        report.metric("baseline.mean.mse", baseline);
        bound.addTo(report, "");
        row(
                "mean squared error per pixel",
                String.format(Locale.ROOT, "%.5f", error),
                String.format(Locale.ROOT, "%.5f", baseline));
        row("binary cross-entropy, nats per image", ONE_DECIMAL.of(bound.reconstructionNats()), "");
        row("KL divergence, bits per image", ONE_DECIMAL.of(bound.divergenceBits()), "0");
        activeUnits(bound.activeUnits(), network.spec().codeSize());
        report.text("%s. The baseline is their mean image.".formatted(Plural.of(images.length, "image")));
        report.section("Reconstruction").table(table);
    }

    private static float[] mean(float[][] images) {
        float[] mean = new float[images[0].length];
        for (int pixel = 0; pixel < mean.length; pixel++) {
            double sum = 0;
            for (float[] image : images) {
                sum += (double) image[pixel] / images.length;
            }
            mean[pixel] = (float) sum;
        }
        return mean;
    }

    private static double squaredError(float[][] images, float[][] others) {
        double total = 0;
        for (int image = 0; image < images.length; image++) {
            for (int pixel = 0; pixel < images[image].length; pixel++) {
                double difference = images[image][pixel] - others[image][pixel];
                total += difference * difference;
            }
        }
        return total / images.length / images[0].length;
    }

    /** The overlap with the training music: where it is large, the figures do not show how the model generalizes. */
    private void overlap(LatentSpace space, Corpus corpus, List<Frames> frames) {
        boolean same =
                corpus.fingerprint().equals(space.description().provenance().get("corpusFingerprint"));
        double[] known = frames.stream()
                .map(space::similarity)
                .filter(Provenance.Similarity::isKnown)
                .mapToDouble(Provenance.Similarity::similarity)
                .toArray();
        report.section("Overlap with the training music");
        if (same) {
            report.text("This is the corpus that the model was trained on, so part of it is not held out.");
        }
        if (known.length == 0) {
            report.text("Unknown: the model keeps no training music.");
            return;
        }
        double mean = Arrays.stream(known).average().orElseThrow();
        double copies = Arrays.stream(known).filter(share -> share >= KNOWN).count() / (double) known.length;
        report.metric("overlap.meanShare", mean).metric("overlap.knownShare", copies);
        report.text(
                "On average %s of a window also occurs in the training music; of %s of the windows nine tenths or more does."
                        .formatted(Percent.of(mean), Percent.of(copies)));
    }

    private void refusals(Corpus corpus) {
        if (corpus.refusals().isEmpty()) {
            return;
        }
        report.metric("refusedFiles", corpus.refusals().size());
        List<List<String>> rows = Report.tableOf("refused | why");
        corpus.refusals().forEach(refusal -> rows.add(List.of(String.valueOf(refusal.file()), refusal.reason())));
        report.section("Refused files").table(rows);
    }

    private void activeUnits(int active, int all) {
        row("active units", "%d of %d".formatted(active, all), "0");
    }

    private void row(String measured, String model, String baseline) {
        table.add(List.of(measured, model, baseline));
    }
}
