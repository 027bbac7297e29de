package diabolo.lecture.tunes;

import static diabolo.report.page.MetricFormat.SHARE;
import static diabolo.report.page.MetricFormat.TWO_DECIMALS;

import diabolo.corpus.KeyEstimation;
import diabolo.evaluation.tune.SeamCost;
import diabolo.evaluation.tune.Tune;
import diabolo.grid.QuantizedNote;
import diabolo.grid.QuantizedPart;
import diabolo.grid.QuantizedSequence;
import diabolo.latent.TuneFilling;
import diabolo.note.Key;
import diabolo.note.Meter;
import diabolo.report.page.Report;
import diabolo.tensor.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bars 5 to 8 of held-out tunes of 16 bars, written anew: how they join what stays, and whether they keep its key.
 *
 * @param cost of notes after a seam in the training tunes
 * @param barSteps of a bar
 * @param meter of the tunes
 * @param prefix of metrics
 */
record RefilledBars(TuneFilling filling, SeamCost cost, int barSteps, Meter meter, String prefix) {

    private static final int FIRST = 4; // bars before
    private static final int LAST = 8; // bars before the first that stays again

    /** Sums over tunes that have notes at both seams and in the gap. */
    private static final class Figures {
        private double in;
        private double out;
        private double inKey;
        private int tunes;
    }

    /** A row for the tunes as they are, as they repeat what was before, and as they are filled. */
    void addTo(Report report, List<QuantizedSequence> tunes, RandomSource random) {
        Figures real = new Figures();
        Figures repeated = new Figures();
        Figures filled = new Figures();
        int from = FIRST * barSteps;
        int to = LAST * barSteps;
        for (int number = 0; number < tunes.size(); number++) {
            QuantizedSequence tune = tunes.get(number);
            Optional<Key> key = KeyEstimation.estimate(kept(tune, from, to).toNoteSequence());
            if (key.isPresent()) {
                add(real, tune, key.get(), from, to);
                add(repeated, filling.repeated(tune, from, to), key.get(), from, to);
                add(filled, filling.fill(tune, from, to, random.derive("refill", number)), key.get(), from, to);
            }
        }
        report.section("Bars 5 to 8 of %s written anew".formatted(meter));
        report.text(
                "Of held-out tunes of 16 bars. The cost of the two notes after each of the two seams is by phrases of three notes of the training tunes, by which the best of the candidates is chosen too; the key is that of the bars that stay.");
        List<List<String>> table = Report.tableOf(
                "bars 5 to 8 | tunes | cost at the first seam | at the second | notes in the key of what stays");
        row(report, table, prefix + "refill.real.", "as they are", real);
        row(report, table, prefix + "refill.repeated.", "the four bars before, again", repeated);
        row(report, table, prefix + "refill.", "written anew", filled);
        report.table(table);
    }

    private static QuantizedSequence kept(QuantizedSequence tune, int from, int to) {
        return tune.withParts(tune.parts().stream()
                .map(part -> new QuantizedPart(
                        part.name(),
                        part.instrument(),
                        part.notes().stream()
                                .filter(note -> note.startStep() < from || note.startStep() >= to)
                                .toList()))
                .toList());
    }

    private void add(Figures figures, QuantizedSequence tune, Key key, int from, int to) {
        Tune notes = Tune.of(tune);
        double in = cost.at(notes, List.of(from));
        double out = cost.at(notes, List.of(to));
        List<QuantizedNote> inside = notes.notes().stream()
                .filter(note -> note.startStep() >= from && note.startStep() < to)
                .toList();
        if (Double.isFinite(in) && Double.isFinite(out) && !inside.isEmpty()) {
            figures.in += in;
            figures.out += out;
            figures.inKey += inside.stream()
                    .mapToInt(note -> key.contains(note.pitch()) ? 1 : 0)
                    .average()
                    .orElse(0);
            figures.tunes++;
        }
    }

    private static void row(Report report, List<List<String>> table, String prefix, String words, Figures figures) {
        report.metric(prefix + "seamIn", figures.in / figures.tunes);
        report.metric(prefix + "seamOut", figures.out / figures.tunes);
        report.metric(prefix + "inKey", figures.inKey / figures.tunes);
        table.add(new ArrayList<>(List.of(
                words,
                String.valueOf(figures.tunes),
                TWO_DECIMALS.of(figures.in / figures.tunes),
                TWO_DECIMALS.of(figures.out / figures.tunes),
                SHARE.of(figures.inKey / figures.tunes))));
    }
}
