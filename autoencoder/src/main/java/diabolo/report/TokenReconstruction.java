package diabolo.report;

import static diabolo.report.page.MetricFormat.ONE_DECIMAL;

import diabolo.evaluation.TokenAccuracy;
import diabolo.note.Percent;
import diabolo.report.page.Report;
import diabolo.representation.Frames;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Tokens;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reconstruction of tokens by every network, of all lines together and each by itself. */
public final class TokenReconstruction implements Chapter {

    private static final List<String> OF_NO_NETWORK = List.of("", "", ""); // nor of a line alone
    private static final int TRAINING_WINDOWS = 2000;
    private static final int QUICK_TRAINING_WINDOWS = 300;

    @Override
    public void write(Findings findings, Report report) {
        Music music = findings.music();
        int most = findings.effort().choose(TRAINING_WINDOWS, QUICK_TRAINING_WINDOWS);
        List<Tokens> training = music.tokens(
                music.training().subList(0, Math.min(most, music.training().size())));
        List<Tokens> heldOut = music.tokens(music.heldOut());
        Table table = new Table(
                music.tokens(),
                report,
                Report.tableOf(
                        "network | teacher-forced | free-running | sampled | onset F1 | cross-entropy, nats | KL, bits | active units"));
        for (TrainedVariant variant : findings.variants()) {
            findings.progress("Measuring " + variant.words());
            if (!heldOut.isEmpty()) {
                table.measure(variant, "", "held out", heldOut, findings.random("measures"));
            }
            table.measure(variant, "train.", "training", training, findings.random("measures"));
        }
        if (!heldOut.isEmpty()) {
            table.alwaysHold(heldOut);
        }
        report.section("Reconstruction");
        report.text(
                "Token accuracy. Teacher-forced: the likeliest token, given the true ones before it. Free-running: the likeliest tokens, given the decoder's own; onset F1 is of these. Sampled: code and tokens sampled at temperature 1, as in the paper. Cross-entropy: per window, teacher-forced. Training: the first %,d training windows. Always hold: a decoder that only writes the commonest token."
                        .formatted(training.size()));
        report.table(table.rows());
    }

    /** A row for each network and set of windows, and below it one for each line where there are several. */
    private record Table(TokenRepresentation representation, Report report, List<List<String>> rows) {

        void measure(TrainedVariant variant, String which, String words, List<Tokens> windows, RandomSource random) {
            TokenMeasures measures = TokenMeasures.of(variant.recurrent(), representation, windows, random);
            measures.addTo(report, variant.prefix() + which, representation);
            String name = variant.words() + ", " + words;
            add(
                    name,
                    measures.teacherForced(),
                    measures.freeRunning(),
                    measures.sampled(),
                    List.of(
                            ONE_DECIMAL.of(measures.crossEntropyNats()),
                            ONE_DECIMAL.of(measures.divergenceBits()),
                            String.valueOf(measures.activeUnits())));
            for (int line = 0; line < measures.freeRunning().ofLines().size(); line++) {
                add(
                        name + ": " + representation.lines().get(line).name(),
                        measures.teacherForced().ofLines().get(line),
                        measures.freeRunning().ofLines().get(line),
                        measures.sampled().ofLines().get(line),
                        OF_NO_NETWORK);
            }
        }

        void alwaysHold(List<Tokens> windows) {
            List<Frames> hold = Collections.nCopies(windows.size(), representation.silence());
            TokenAccuracy accuracy = TokenAccuracy.of(representation, windows, hold);
            report.metric("alwaysHold.accuracy", accuracy.tokens());
            add("always hold", accuracy, accuracy, accuracy, OF_NO_NETWORK);
            for (int line = 0; line < accuracy.ofLines().size(); line++) {
                TokenAccuracy ofLine = accuracy.ofLines().get(line);
                String name = representation.lines().get(line).name();
                report.metric("alwaysHold." + name + ".accuracy", ofLine.tokens());
                add("always hold: " + name, ofLine, ofLine, ofLine, OF_NO_NETWORK);
            }
        }

        private void add(
                String words,
                TokenAccuracy teacherForced,
                TokenAccuracy freeRunning,
                TokenAccuracy sampled,
                List<String> ofAllLines) {
            List<String> row = new ArrayList<>(List.of(
                    words,
                    Percent.of(teacherForced.tokens()),
                    Percent.of(freeRunning.tokens()),
                    Percent.of(sampled.tokens()),
                    Percent.of(freeRunning.onsetF1())));
            row.addAll(ofAllLines);
            rows.add(row);
        }
    }
}
