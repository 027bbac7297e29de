package diabolo.harmony;

import static diabolo.note.Checks.require;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;

/**
 * Finds the settings of a {@link ChordModel} on the pieces that it learns from: one setting after the other is set to the best of a few
 * values.
 *
 * <pre>{@code
 * ChordSettings best = ChordTuning.best(split.training(), 2, random, sentence -> {});
 * }</pre>
 */
public final class ChordTuning {

    private static final int PARTS = 5;

    /** What agreement may be given up for chords that change as often as written ones: without it, those of an unsure model hardly do. */
    private static final double CHANGES_WEIGHT = 0.1;

    private ChordTuning() {}

    /** A setting, and the values to try. */
    private record Choice(BiFunction<ChordSettings, Double, ChordSettings> change, List<Double> values) {

        static Choice of(BiFunction<ChordSettings, Double, ChordSettings> change, double... values) {
            return new Choice(change, DoubleStream.of(values).boxed().toList());
        }
    }

    private static final List<Choice> CHOICES = List.of(
            Choice.of(ChordSettings::withTransitionWeight, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8, 1.0),
            Choice.of(ChordSettings::withEvidenceWeight, 0.5, 0.65, 0.8, 1.0, 1.3, 1.7),
            Choice.of(ChordSettings::withPriorWeight, 0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0),
            Choice.of(ChordSettings::withTargetWeight, 0, 0.4, 0.7, 1.0),
            Choice.of(ChordSettings::withChangeSmoothing, 5, 10, 20, 40, 80));

    /**
     * The settings that reach the highest agreement: the mean of roots and of whole chords, in the likeliest sequences, less a tenth of
     * the share by which these change more often or more seldom than the written ones.
     *
     * @param leadSheets {@value #PARTS} or more; one in {@value #PARTS} is validated on, the others are learned from
     * @param rounds through all settings, 1 or more
     * @param random of learning
     * @param progress receives a sentence for each setting
     */
    public static ChordSettings best(
            List<WrittenLeadSheet> leadSheets, int rounds, RandomGenerator random, Consumer<String> progress) {
        require(
                leadSheets.size() >= PARTS,
                () -> "at least %d lead sheets are needed to find settings on, there were %d"
                        .formatted(PARTS, leadSheets.size()));
        List<WrittenLeadSheet> training = new ArrayList<>();
        List<WrittenLeadSheet> validation = new ArrayList<>();
        for (int i = 0; i < leadSheets.size(); i++) {
            (i % PARTS == 0 ? validation : training).add(leadSheets.get(i));
        }
        ChordModel model = ChordModel.learn(training, ChordSettings.DEFAULT, random);
        ChordSettings best = ChordSettings.DEFAULT;
        double highest = agreement(model, best, validation);
        for (int round = 0; round < rounds; round++) {
            for (Choice choice : CHOICES) {
                for (double value : choice.values()) {
                    ChordSettings candidate = choice.change().apply(best, value);
                    double agreement = candidate.equals(best) ? highest : agreement(model, candidate, validation);
                    if (agreement > highest) {
                        highest = agreement;
                        best = candidate;
                    }
                }
                progress.accept("Settings of the model: agreement %.4f".formatted(highest));
            }
        }
        return best;
    }

    private static double agreement(ChordModel model, ChordSettings settings, List<WrittenLeadSheet> validation) {
        ChordAgreement agreement = ChordAgreement.ofLikeliest(model.withSettings(settings), validation);
        double written = ChordAgreement.ofWritten(validation).changesPerBar();
        double deviation = Math.abs(agreement.changesPerBar() / written - 1);
        return (agreement.root() + agreement.chord()) / 2 - CHANGES_WEIGHT * deviation;
    }
}
