package diabolo.lecture.digits;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;
import static diabolo.report.page.MetricFormat.SHARE;

import diabolo.experiment.DataFolder;
import diabolo.model.DenseAutoencoder;
import diabolo.picture.BarPicture;
import diabolo.picture.FilmPicture;
import diabolo.report.Chapter;
import diabolo.report.Findings;
import diabolo.report.page.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** What units respond to that have learned from bars of chorales: small piano rolls, and how many are octaves, chords, degrees. */
record MusicFeatures(DataFolder data, int bars) implements Chapter {

    private static final int SHOWN = 24;
    private static final int CHANCE_SETS = 40; // for each feature
    private static final List<String> NAMES =
            List.of("C", "C#", "D", "E flat", "E", "F", "F#", "G", "A flat", "A", "B flat", "B");

    @Override
    public void write(Findings findings, Report report) throws IOException {
        findings.progress("Measuring features of chorales");
        DenseAutoencoder network = DigitTrainings.network(findings, "rolls");
        float[][] rolls = RollWindows.read(data, bars);
        List<float[]> weights = UnitWeights.of(network);
        List<MusicFeature> features = weights.stream()
                .map(row -> MusicFeature.of(row, RollWindows.PITCHES, RollWindows.LOWEST))
                .toList();
        List<MusicFeature> chance =
                chance(features, rolls, findings.random("chance features").generator());
        float[][] codes = network.encode(rolls);
        double mean = 0;
        for (float[] code : codes) {
            for (float activation : code) {
                mean += (double) activation / codes.length / code.length;
            }
        }
        report.metric("rolls.windows", rolls.length);
        report.metric("rolls.meanActivation", mean);
        report.metric(
                "rolls.steps",
                features.stream().mapToDouble(MusicFeature::steps).average().orElse(0));
        report.section("The same on music");
        report.text(
                "The sparse autoencoder again, with the same penalties, on %,d bars of Bach's chorales, all transposed to C major or A minor: what its units respond to most, high pitches above, time to the right. The pitches below are those that raise a unit's activation at least half as much as its strongest."
                        .formatted(rolls.length));
        report.pictures(film(weights, features, deviations(codes)));
        List<List<String>> table = Report.tableOf("features | learned | pitches by chance");
        row(table, report, "with an octave", "octaveShare", MusicFeature::hasOctave, features, chance);
        row(table, report, "several notes of one triad", "triadShare", MusicFeature::isInTriad, features, chance);
        row(table, report, "one scale degree alone", "oneDegreeShare", MusicFeature::isOneDegree, features, chance);
        row(table, report, "all in the scale", "inScaleShare", MusicFeature::isInScale, features, chance);
        report.table(table);
        report.text(
                "By chance: as many pitches for each feature, drawn as often as they sound in the chorales. A feature covers %s of the 16 steps on average."
                        .formatted(ONE_DECIMAL.of(report.metrics().getOrDefault("rolls.steps", 0.0))));
        report.pictures(degrees(features));
    }

    private static void row(
            List<List<String>> table,
            Report report,
            String words,
            String metric,
            Predicate<MusicFeature> is,
            List<MusicFeature> features,
            List<MusicFeature> chance) {
        double learned = share(features, is);
        double byChance = share(chance, is);
        report.metric("rolls." + metric, learned);
        report.metric("rolls.chance." + metric, byChance);
        table.add(List.of(words, SHARE.of(learned), SHARE.of(byChance)));
    }

    private static double share(List<MusicFeature> features, Predicate<MusicFeature> is) {
        return (double) features.stream().filter(is).count() / features.size();
    }

    /** Features with as many pitches each, drawn without return as often as they sound. */
    private static List<MusicFeature> chance(List<MusicFeature> features, float[][] rolls, RandomGenerator random) {
        double[] sounding = new double[RollWindows.PITCHES];
        for (float[] roll : rolls) {
            for (int cell = 0; cell < roll.length; cell++) {
                sounding[cell % RollWindows.PITCHES] += roll[cell];
            }
        }
        List<MusicFeature> drawn = new ArrayList<>();
        for (MusicFeature feature : features) {
            for (int set = 0; set < CHANCE_SETS; set++) {
                List<Integer> pitches = new ArrayList<>();
                double[] left = sounding.clone();
                while (pitches.size() < feature.pitches().size()) {
                    int pitch = drawn(left, random);
                    left[pitch] = 0;
                    pitches.add(pitch + RollWindows.LOWEST);
                }
                drawn.add(new MusicFeature(pitches.stream().sorted().toList(), pitches.getFirst(), feature.steps()));
            }
        }
        return drawn;
    }

    private static int drawn(double[] weights, RandomGenerator random) {
        double left = random.nextDouble() * Arrays.stream(weights).sum();
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left <= 0) {
                    return i;
                }
            }
        }
        return last;
    }

    private static double[] deviations(float[][] codes) {
        double[] deviations = new double[codes[0].length];
        for (int unit = 0; unit < deviations.length; unit++) {
            double sum = 0;
            double squares = 0;
            for (float[] code : codes) {
                sum += code[unit];
                squares += code[unit] * code[unit];
            }
            deviations[unit] = squares / codes.length - Math.pow(sum / codes.length, 2);
        }
        return deviations;
    }

    /** Those whose activation varies most, which tell bars apart. */
    private static FilmPicture film(List<float[]> weights, List<MusicFeature> features, double[] deviations) {
        List<FilmPicture.Frame> frames = IntStream.range(0, features.size())
                .boxed()
                .sorted(Comparator.comparingDouble(unit -> -deviations[unit]))
                .limit(SHOWN)
                .map(unit -> new FilmPicture.Frame(
                        caption(features.get(unit)),
                        UnitWeights.grey(RollWindows.image(weights.get(unit), RollWindows.PITCHES))))
                .toList();
        return new FilmPicture(
                "Bars that units respond to most",
                RollWindows.STEPS,
                List.of(new FilmPicture.Strip("The units that vary most", frames)));
    }

    private static String caption(MusicFeature feature) {
        return feature.pitches().size() > 3
                ? String.format(Locale.ROOT, "%d pitches", feature.pitches().size())
                : feature.inWords();
    }

    private static BarPicture degrees(List<MusicFeature> features) {
        return new BarPicture(
                "The strongest pitch of each feature",
                "pitch class",
                "features",
                IntStream.range(0, NAMES.size())
                        .mapToObj(pitchClass -> new BarPicture.Bar(
                                NAMES.get(pitchClass),
                                features.stream()
                                        .filter(feature -> feature.strongest() % 12 == pitchClass)
                                        .count()))
                        .toList());
    }
}
