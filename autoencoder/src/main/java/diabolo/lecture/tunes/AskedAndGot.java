package diabolo.lecture.tunes;

import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.attribute.AttributeLearning;
import diabolo.attribute.AttributeVector;
import diabolo.corpus.Corpus;
import diabolo.descriptor.Descriptor;
import diabolo.evaluation.Agreement;
import diabolo.experiment.ExperimentCatalog;
import diabolo.experiment.ExperimentSpec;
import diabolo.experiment.Study;
import diabolo.experiment.TrainingData;
import diabolo.latent.FaderChange;
import diabolo.latent.FaderSampler;
import diabolo.latent.LatentSpace;
import diabolo.latent.Prior;
import diabolo.model.ModelFolders;
import diabolo.model.Sampler;
import diabolo.model.diffusion.Faders;
import diabolo.operation.SetAttributes;
import diabolo.picture.ColourScale;
import diabolo.picture.HeatMapPicture;
import diabolo.picture.HeatMapPicture.Names;
import diabolo.picture.Point;
import diabolo.picture.ScatterPicture;
import diabolo.report.Chapter;
import diabolo.report.Findings;
import diabolo.report.page.Report;
import diabolo.representation.Frames;
import diabolo.tensor.RandomSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Values that melodies of two bars are asked for, and those that they have, by faders and by attribute vectors. */
record AskedAndGot(Study study) implements Chapter {

    static final List<String> IDS = List.of("note-density", "range", "contour", "average-interval", "syncopation");

    private static final String MODEL = "melody-2bar";
    private static final double DEVIATIONS = 2; // values asked for are up to so many from the mean
    private static final int FEWEST_NOTES = 3;
    private static final int FEWEST_GIVEN = 4;
    private static final double FREEDOM = SetAttributes.USUAL_FREEDOM;

    /** A melody with asked values, of which a chance decides. */
    @FunctionalInterface
    private interface Maker {
        Melody of(Descriptor descriptor, double asked, int number);
    }

    /** @param kept the share of the notes of the given melody; 1 of a new one */
    private record Melody(Frames frames, double kept) {}

    /** Melodies that were asked for values of one descriptor, and all descriptors of each. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Got(Descriptor of, double[] asked, List<Map<Descriptor, Double>> values, double valid, double kept) {

        double[] of(Descriptor descriptor) {
            return values.stream()
                    .mapToDouble(some -> some.getOrDefault(descriptor, 0.0))
                    .toArray();
        }

        Agreement agreement() {
            return Agreement.of(asked, of(of));
        }
    }

    @Override
    public void write(Findings findings, Report report) throws IOException {
        ExperimentSpec spec = ExperimentCatalog.find(MODEL);
        try (LatentSpace space = LatentSpace.load(ModelFolders.find(MODEL))) {
            TrainingData data =
                    study.music(spec).withLearned(space.trainingExamples().pieces());
            Faders faders = space.faders().orElseThrow();
            List<Descriptor> descriptors = IDS.stream().map(Descriptor::named).toList();
            findings.progress("Learning attribute vectors");
            List<AttributeVector> vectors = vectors(space, data, descriptors);
            RandomSource random = RandomSource.of(study.seed()).derive("faders");
            int count = study.effort().choose(200, 20);
            float[][] drawn = Prior.Normal.codes(count, space.network().spec().codeSize(), random.derive("draws"));
            FaderSampler.Settings usual = FaderSampler.Settings.DEFAULT;
            try (FaderSampler sampler = new FaderSampler(space, faders, usual);
                    FaderSampler single = new FaderSampler(
                            space, faders, new FaderSampler.Settings(usual.steps(), usual.guidance(), 1, 1))) {
                report.section("New melodies");
                report.text(
                        "Each attribute was asked for %d times, with values up to two standard deviations from the mean of the training windows, as far as 99 of 100 windows have such. A vector moves a code of N(0, I) to the nearest of 25 places along it."
                                .formatted(count));
                Maker byFader = (descriptor, asked, number) -> new Melody(
                        sampler.sample(Map.of(descriptor, asked), random.derive("new", number))
                                .frames(),
                        1);
                Maker byOne = (descriptor, asked, number) -> new Melody(
                        single.sample(Map.of(descriptor, asked), random.derive("new", number))
                                .frames(),
                        1);
                Maker byVector = (descriptor, asked, number) -> new Melody(
                        moved(space, vectors.get(descriptors.indexOf(descriptor)), drawn[number], descriptor, asked),
                        1);
                findings.progress("Asking for new melodies by faders");
                List<Got> made = got(space, faders, descriptors, count, random, byFader);
                findings.progress("Asking for new melodies by one sample each");
                List<Got> ofOne = got(space, faders, descriptors, count, random, byOne);
                findings.progress("Asking for new melodies by vectors");
                List<Got> ofVector = got(space, faders, descriptors, count, random, byVector);
                report.pictures(
                        diagonals("New melodies, by faders", made), diagonals("New melodies, by vectors", ofVector));
                report.pictures(
                        leakage("What moves with what is asked for, by faders", made),
                        leakage("The same by vectors", ofVector));
                List<List<String>> table = head();
                row(
                        report,
                        table,
                        "new.",
                        "faders, up to %d rounds of %d".formatted(usual.rounds(), usual.candidates()),
                        made);
                row(report, table, "newOfOne.", "faders, one sample", ofOne);
                row(report, table, "newByVector.", "attribute vectors", ofVector);
                report.table(table);

                List<Frames> given = given(space, data, study.effort().choose(100, 20), random);
                Maker changed = (descriptor, asked, number) -> {
                    FaderChange.Changed some = new FaderChange(sampler, Map.of(descriptor, asked), FREEDOM)
                            .of(List.of(given.get(number)), random.derive("given", number));
                    return new Melody(some.windows().getFirst(), some.keptShare());
                };
                Maker along = (descriptor, asked, number) -> {
                    Frames frames = moved(
                            space,
                            vectors.get(descriptors.indexOf(descriptor)),
                            space.network().encode(List.of(given.get(number)))[0],
                            descriptor,
                            asked);
                    return new Melody(frames, sampler.keptShare(given.get(number), frames));
                };
                report.section("Given melodies");
                report.text(
                        "%d melodies of pieces that the model has not learned, each to be changed to a value of its own. Notes are kept if they are still there at the same step."
                                .formatted(given.size()));
                findings.progress("Changing given melodies by faders");
                List<Got> ofGiven = got(space, faders, descriptors, given.size(), random, changed);
                findings.progress("Changing given melodies by vectors");
                List<Got> givenByVector = got(space, faders, descriptors, given.size(), random, along);
                report.pictures(
                        diagonals("Given melodies, by faders", ofGiven), leakage("What moves with it", ofGiven));
                List<List<String>> ofGivenTable = head();
                row(report, ofGivenTable, "given.", "faders, freedom %s".formatted(FREEDOM), ofGiven);
                row(report, ofGivenTable, "givenByVector.", "attribute vectors", givenByVector);
                report.table(ofGivenTable);
                hear(report, space, sampler, given, random);
            }
        }
    }

    private static List<AttributeVector> vectors(LatentSpace space, TrainingData data, List<Descriptor> descriptors) {
        Corpus training = data.corpus().only(data.pieces().training());
        AttributeLearning learning = new AttributeLearning(space);
        return descriptors.stream()
                .map(descriptor -> learning.learn(descriptor, training))
                .toList();
    }

    /** The nearest to what is asked for, of a code moved along a vector. */
    private static Frames moved(
            LatentSpace space, AttributeVector vector, float[] code, Descriptor descriptor, double asked) {
        double[] multiples = DoubleStream.concat(
                        DoubleStream.of(0),
                        AttributeVector.MULTIPLES.stream()
                                .flatMapToDouble(multiple -> DoubleStream.of(multiple, -multiple)))
                .toArray();
        float[][] codes = Arrays.stream(multiples)
                .mapToObj(multiple -> vector.applied(space, new float[][] {code}, multiple)[0])
                .toArray(float[][]::new);
        List<Frames> decoded = space.network().decode(codes, Sampler.LIKELIEST);
        Frames nearest = decoded.getFirst();
        double least = Double.POSITIVE_INFINITY;
        for (Frames some : decoded) {
            double distance = Math.abs(descriptor.of(space.representation().decode(some)) - asked);
            if (distance < least) {
                least = distance;
                nearest = some;
            }
        }
        return nearest;
    }

    private static List<Got> got(
            LatentSpace space,
            Faders faders,
            List<Descriptor> descriptors,
            int count,
            RandomSource random,
            Maker maker) {
        List<Got> all = new ArrayList<>();
        for (Descriptor descriptor : descriptors) {
            Faders.Fader fader = faders.of(descriptor);
            double from = fader.nearest(fader.mean() - DEVIATIONS * fader.deviation());
            double to = fader.nearest(fader.mean() + DEVIATIONS * fader.deviation());
            RandomGenerator generator = random.derive(descriptor.id()).generator();
            double[] asked = new double[count];
            List<Map<Descriptor, Double>> values = new ArrayList<>();
            double valid = 0;
            double kept = 0;
            for (int number = 0; number < count; number++) {
                asked[number] = from + (to - from) * generator.nextDouble();
                Melody melody = maker.of(descriptor, asked[number], number);
                values.add(space.describe(List.of(melody.frames())));
                boolean isValid = values.getLast().getOrDefault(Descriptor.NOTE_DENSITY, 0.0)
                                * space.representation().steps()
                        >= FEWEST_NOTES;
                valid += isValid ? 1 : 0;
                kept += melody.kept();
            }
            all.add(new Got(descriptor, asked, values, valid / count, kept / count));
        }
        return all;
    }

    private static List<Frames> given(LatentSpace space, TrainingData data, int count, RandomSource random) {
        List<Frames> heldOut = new ArrayList<>(data.heldOutFrames());
        Collections.shuffle(heldOut, Random.from(random.derive("held out").generator()));
        return heldOut.stream()
                .filter(frames -> space.describe(List.of(frames)).getOrDefault(Descriptor.NOTE_DENSITY, 0.0)
                                * space.representation().steps()
                        >= FEWEST_GIVEN)
                .limit(count)
                .toList();
    }

    /** All attributes in one picture, in standard deviations of what was asked for. */
    private static ScatterPicture diagonals(String title, List<Got> all) {
        List<ScatterPicture.Group> groups = new ArrayList<>();
        for (Got got : all) {
            double[] values = got.of(got.of());
            double deviation = AttributeLearning.deviation(got.asked());
            double mean = Arrays.stream(got.asked()).average().orElse(0);
            groups.add(ScatterPicture.Group.of(
                    got.of().id(),
                    IntStream.range(0, values.length)
                            .mapToObj(
                                    i -> new Point((got.asked()[i] - mean) / deviation, (values[i] - mean) / deviation))
                            .toList()));
        }
        return new ScatterPicture(title, "asked (standard deviations)", "got", groups, List.of());
    }

    private static HeatMapPicture leakage(String title, List<Got> all) {
        List<Descriptor> descriptors = Stream.concat(all.stream().map(Got::of), Stream.of(Descriptor.C_DIATONIC))
                .toList();
        return new HeatMapPicture(
                title,
                Names.of("asked for", all.stream().map(got -> got.of().id()).toList()),
                Names.of("measured", descriptors.stream().map(Descriptor::id).toList()),
                all.stream()
                        .map(got -> descriptors.stream()
                                .mapToDouble(descriptor -> Agreement.correlation(got.asked(), got.of(descriptor)))
                                .toArray())
                        .toArray(double[][]::new),
                ColourScale.DIVERGING,
                2);
    }

    private static List<List<String>> head() {
        return Report.tableOf(
                "melodies | " + String.join(" | ", IDS) + " | mean |r| of the others | valid | kept | diatonic in C");
    }

    private static void row(Report report, List<List<String>> table, String prefix, String words, List<Got> all) {
        List<String> row = new ArrayList<>(List.of(words));
        double leak = 0;
        for (Got got : all) {
            Agreement agreement = got.agreement();
            String name = prefix + got.of().id();
            report.metric(name + ".r", agreement.pearson());
            report.metric(name + ".spearman", agreement.spearman());
            report.metric(name + ".rmse", agreement.rmse());
            row.add("%s (±%s)".formatted(TWO_DECIMALS.of(agreement.pearson()), TWO_DECIMALS.of(agreement.rmse())));
            for (Got other : all) {
                if (other.of() != got.of()) {
                    double r = Agreement.correlation(got.asked(), got.of(other.of()));
                    report.metric(name + ".leak." + other.of().id(), r);
                    leak += Math.abs(r) / (all.size() * (all.size() - 1.0));
                }
            }
        }
        double valid = all.stream().mapToDouble(Got::valid).average().orElse(0);
        double kept = all.stream().mapToDouble(Got::kept).average().orElse(0);
        double diatonic = all.stream()
                .flatMapToDouble(got -> Arrays.stream(got.of(Descriptor.C_DIATONIC)))
                .average()
                .orElse(0);
        report.metric(prefix + "leak", leak);
        report.metric(prefix + "valid", valid);
        report.metric(prefix + "kept", kept);
        report.metric(prefix + "diatonic", diatonic);
        row.add(TWO_DECIMALS.of(leak));
        row.add(SHARE.of(valid));
        row.add(prefix.startsWith("new") ? "" : SHARE.of(kept));
        row.add(SHARE.of(diatonic));
        table.add(row);
    }

    private static void hear(
            Report report, LatentSpace space, FaderSampler sampler, List<Frames> given, RandomSource random) {
        report.section("To hear");
        Frames melody = given.getFirst();
        report.piece("a given melody", space.representation().decode(melody).toNoteSequence());
        for (double density : new double[] {0.15, 0.3, 0.5}) {
            List<Frames> changed = new FaderChange(sampler, Map.of(Descriptor.NOTE_DENSITY, density), FREEDOM)
                    .of(List.of(melody), random.derive("heard"))
                    .windows();
            report.piece(
                    "the same, density %s asked for".formatted(TWO_DECIMALS.of(density)),
                    space.representation().join(changed).toNoteSequence());
        }
        for (double contour : new double[] {-8, 8}) {
            Frames made = sampler.sample(Map.of(Descriptor.CONTOUR, contour), random.derive("heard"))
                    .frames();
            report.piece(
                    "a new melody that %s by 8 semitones".formatted(contour < 0 ? "falls" : "rises"),
                    space.representation().decode(made).toNoteSequence());
        }
    }
}
