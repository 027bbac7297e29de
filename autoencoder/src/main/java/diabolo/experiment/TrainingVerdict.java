package diabolo.experiment;

import diabolo.note.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a training came to, for the person who started it: the figures on held-out music, those of the model it started from and of a
 * trivial baseline, and what they mean.
 *
 * @param figures a sentence
 * @param judgement what the model is good for
 */
public record TrainingVerdict(String figures, Judgement judgement) {

    /** What a model is good for. */
    public enum Judgement {
        USABLE("a usable model"),
        WEAK("a weak model: it loses much of what it is given; train on more music, or for longer"),
        NOTHING_LEARNED(
                "it has learned nothing that a trivial baseline does not know; start from a model with --from, or train on more music");

        private final String words;

        Judgement(String words) {
            this.words = words;
        }

        public String inWords() {
            return words;
        }
    }

    /** As good as the shipped models on unlike music. */
    private static final double USABLE = 0.5;

    private static final double NOTHING = 0.1;

    /**
     * From the metrics of a training's report.
     *
     * @param start the name of the model that it started from
     * @return empty for images
     */
    public static Optional<TrainingVerdict> of(Format format, Map<String, Double> metrics, Optional<String> start) {
        return switch (format) {
            case Format.Lines _ -> Optional.of(ofTokens(metrics, start));
            case Format.PianoRoll _ -> Optional.of(ofRolls(metrics, start));
            case Format.Images _ -> Optional.empty();
        };
    }

    /** Of silence no onset is right, so that its F1 is 0. */
    private static TrainingVerdict ofTokens(Map<String, Double> metrics, Optional<String> start) {
        boolean hasHeldOut = metrics.containsKey("onset.f1");
        String which = hasHeldOut ? "" : "train.";
        double f1 = metrics.getOrDefault(which + "onset.f1", 0.0);
        double units = metrics.getOrDefault(which + "activeUnits", 0.0);
        List<String> others = new ArrayList<>();
        start.ifPresent(name -> others.add("%s before: %s"
                .formatted(
                        name,
                        Percent.of(metrics.getOrDefault(TrainingJob.STARTED_FROM + "." + which + "onset.f1", 0.0)))));
        others.add("silence: 0 %");
        String figures = "onset F1 %s of %s music (%s), %.0f active units"
                .formatted(Percent.of(f1), hasHeldOut ? "held-out" : "training", String.join(", ", others), units);
        boolean isCollapsed = units < 1;
        return new TrainingVerdict(figures, judgement(isCollapsed ? 0 : f1));
    }

    private static TrainingVerdict ofRolls(Map<String, Double> metrics, Optional<String> start) {
        boolean hasHeldOut = metrics.containsKey("heldOut.noteF1");
        String which = hasHeldOut ? "heldOut." : "train.";
        double f1 = metrics.getOrDefault(which + "noteF1", 0.0);
        List<String> others = new ArrayList<>();
        start.ifPresent(name -> others.add("%s before: %s"
                .formatted(
                        name,
                        Percent.of(metrics.getOrDefault(TrainingJob.STARTED_FROM + "." + which + "noteF1", 0.0)))));
        others.add("silence: 0 %");
        String figures = "note F1 %s of %s music (%s), %s of %s cells wrong"
                .formatted(
                        Percent.of(f1),
                        hasHeldOut ? "held-out" : "training",
                        String.join(", ", others),
                        oneDecimal(metrics.getOrDefault(which + "wrongCells", 0.0)),
                        oneDecimal(metrics.getOrDefault("silent.wrongCells", 0.0)));
        return new TrainingVerdict(figures, judgement(f1));
    }

    private static Judgement judgement(double f1) {
        return f1 >= USABLE ? Judgement.USABLE : f1 >= NOTHING ? Judgement.WEAK : Judgement.NOTHING_LEARNED;
    }

    private static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
