package diabolo.experiment;

import diabolo.note.Percent;
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
    private static final String TRAINING = "train.";

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

    private static TrainingVerdict ofTokens(Map<String, Double> metrics, Optional<String> start) {
        String which = metrics.containsKey("onset.f1") ? "" : TRAINING;
        double units = metrics.getOrDefault(which + "activeUnits", 0.0);
        boolean isCollapsed = units < 1;
        return new TrainingVerdict(
                "onset F1 %s, %.0f active units".formatted(compared(metrics, which, "onset.f1", start), units),
                isCollapsed ? Judgement.NOTHING_LEARNED : judgement(metrics, which + "onset.f1"));
    }

    private static TrainingVerdict ofRolls(Map<String, Double> metrics, Optional<String> start) {
        String which = metrics.containsKey("heldOut.noteF1") ? "heldOut." : TRAINING;
        String figures = "note F1 %s, %s of %s cells wrong"
                .formatted(
                        compared(metrics, which, "noteF1", start),
                        oneDecimal(metrics, which + "wrongCells"),
                        oneDecimal(metrics, "silent.wrongCells"));
        return new TrainingVerdict(figures, judgement(metrics, which + "noteF1"));
    }

    /** An F1 beside that of the model before and of silence, in which no note is right. */
    private static String compared(Map<String, Double> metrics, String which, String metric, Optional<String> start) {
        String before = start.map(name -> "%s before: %s, "
                        .formatted(
                                name,
                                Percent.of(metrics.getOrDefault(TrainingJob.STARTED_FROM + "." + which + metric, 0.0))))
                .orElse("");
        return "%s of %s music (%ssilence: 0 %%)"
                .formatted(
                        Percent.of(metrics.getOrDefault(which + metric, 0.0)),
                        which.equals(TRAINING) ? "training" : "held-out",
                        before);
    }

    /** A model that gives back no less than a usable one before it is usable for the same: some are for generating alone. */
    private static Judgement judgement(Map<String, Double> metrics, String metric) {
        double f1 = metrics.getOrDefault(metric, 0.0);
        double before = metrics.getOrDefault(TrainingJob.STARTED_FROM + "." + metric, 1.0);
        if (f1 < NOTHING) {
            return Judgement.NOTHING_LEARNED;
        }
        return f1 >= USABLE || f1 >= before ? Judgement.USABLE : Judgement.WEAK;
    }

    private static String oneDecimal(Map<String, Double> metrics, String name) {
        return String.format(Locale.ROOT, "%.1f", metrics.getOrDefault(name, 0.0));
    }
}
