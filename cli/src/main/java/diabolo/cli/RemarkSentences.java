package diabolo.cli;

import diabolo.latent.Provenance;
import diabolo.note.Beat;
import diabolo.note.Percent;
import diabolo.note.Plural;
import diabolo.operation.Remark;
import diabolo.representation.Encoded;
import diabolo.search.ConstraintResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes sentences of what an operation remarks. */
final class RemarkSentences {

    /** More bars than these are not named one by one. */
    private static final int MOST_SEAMS = 8;

    private RemarkSentences() {}

    static String of(Remark remark) {
        return switch (remark) {
            case Remark.PickupMoved pickup ->
                "%s begins with a pickup of %s beat%s, which is put at the end of a bar of its own."
                        .formatted(
                                pickup.piece(), pickup.length(), pickup.length().compareTo(Beat.of(1)) > 0 ? "s" : "");
            case Remark.BarsAskew askew ->
                "%s has bars of %s, of which no whole number fills a window of %s beats, as %s learned from: little may come back."
                        .formatted(askew.piece(), askew.meter(), askew.window(), askew.model());
            case Remark.MovedToGrid moved ->
                "%s has %s between the steps of the model, %d a beat, as triplets have: moved to these."
                        .formatted(moved.piece(), Plural.of(moved.notes(), "note"), moved.stepsPerBeat());
            case Remark.LeftOut left ->
                "%s has notes that %s does not hold, or not in full: %s."
                        .formatted(left.piece(), left.model(), kinds(left.loss()));
            case Remark.Cut cut -> cut(cut);
            case Remark.FilledWithRests filled ->
                "%s has %s, a window of %s %s: the rest%s is taken as rests."
                        .formatted(
                                filled.piece(),
                                inWords(filled.length()),
                                filled.model(),
                                number(filled.window()),
                                filled.windows() > 1 ? " of the last" : "");
            case Remark.PoorlyKept kept ->
                "%s keeps the notes of %s by %s (F1), and goes on from what it keeps: see `diabolo reconstruct`."
                        .formatted(kept.model(), kept.piece(), Percent.of(kept.f1()));
            case Remark.CameBack back -> back.fidelity().sentence();
            case Remark.ImageCameBack back ->
                String.format(
                        Locale.ROOT,
                        "%s came back with a mean squared error of %.4f (mse) and a binary cross-entropy of %.1f nats (bce); its own grey costs %.1f of these.",
                        back.picture(),
                        back.original().meanSquaredError(back.reconstruction()),
                        back.original().crossEntropyNats(back.reconstruction()),
                        back.original().crossEntropyNats(back.original()));
            case Remark.Strung strung ->
                "%d windows of %d steps are decoded one after the other: nothing ties one to the next."
                        .formatted(strung.windows(), strung.stepsPerWindow());
            case Remark.MovedByMeans moved ->
                "%s has %s and %s %d: the piece is moved as the means of their codes lie apart."
                        .formatted(
                                moved.from(), Plural.of(moved.fromWindows(), "window"), moved.to(), moved.toWindows());
            case Remark.Varied varied ->
                "The variations differ from what %s makes of the piece by itself in %s%d of %d steps.%s"
                        .formatted(
                                varied.model(),
                                varied.fewest() == varied.most() ? "" : varied.fewest() + " to ",
                                varied.most(),
                                varied.steps(),
                                varied.most() == 0 ? " Take a larger --distance." : "");
            case Remark.Refined refined ->
                refined.cellsChangedLast() == 0
                        ? "Round %d changed nothing: a fixed point.".formatted(refined.rounds())
                        : "Not yet a fixed point: round %d still changed %s. More rounds with --iterations."
                                .formatted(refined.rounds(), Plural.of(refined.cellsChangedLast(), "cell"));
            case Remark.Continued continued -> continued(continued);
            case Remark.NoPlaceFor notes ->
                "%s left out, since %s has no place for more beside the others."
                        .formatted(
                                notes.notes() == 1
                                        ? "1 of the given notes is"
                                        : notes.notes() + " of the given notes are",
                                notes.representation());
            case Remark.Met met ->
                "%s: %s."
                        .formatted(
                                met.piece(),
                                met.results().stream()
                                        .map(ConstraintResult::sentence)
                                        .collect(Collectors.joining("; ")));
            case Remark.HighestLine line ->
                "The melody is the highest line of %s: %s left out, %d shortened where a higher one begins."
                        .formatted(line.piece(), Plural.of(line.notesLeftOut(), "note"), line.notesShortened());
            case Remark.Harmonized found ->
                String.format(
                        Locale.ROOT,
                        "%.0f %% of the melody came from the model by itself; %s of %d steps, searched in %d ms.",
                        100 * found.melodyRecall(),
                        Plural.of(found.windows(), "window"),
                        found.stepsPerWindow(),
                        found.millis());
            case Remark.AttributesMoved moved -> table(moved);
        };
    }

    private static String kinds(Encoded.Loss loss) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        kinds.put("out of its range", loss.outOfRangeNotes());
        kinds.put("of parts that it does not know", loss.otherPartNotes());
        kinds.put("that fall together with others", loss.mergedNotes());
        kinds.put("below a higher line", loss.hiddenNotes());
        return kinds.entrySet().stream()
                .filter(kind -> kind.getValue() > 0)
                .map(kind -> "%d %s".formatted(kind.getValue(), kind.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String cut(Remark.Cut cut) {
        List<Remark.Cut.Seam> named = cut.seams().stream().limit(MOST_SEAMS).toList();
        boolean atBarLines = named.stream().allMatch(Remark.Cut.Seam::atBarLine);
        String bars = named.stream().map(seam -> String.valueOf(seam.bar())).collect(Collectors.joining(", "));
        return "%s is taken in %d windows, with seams %s bar %s%s: nothing ties one to the next."
                .formatted(
                        cut.piece(),
                        cut.seams().size() + 1,
                        atBarLines ? "at" : "in",
                        bars,
                        cut.seams().size() > MOST_SEAMS ? " and so on" : "");
    }

    /** As people count: {@code a pickup and 8 bars}. */
    private static String inWords(Remark.FilledWithRests.Length length) {
        return switch (length) {
            case Remark.FilledWithRests.InBars(int bars, boolean pickup) ->
                !pickup
                        ? Plural.of(bars, "bar")
                        : bars == 0 ? "a pickup alone" : "a pickup and " + Plural.of(bars, "bar");
            case Remark.FilledWithRests.InBeats(Beat beats) -> beats + " beats";
        };
    }

    private static String number(Remark.FilledWithRests.Length length) {
        return switch (length) {
            case Remark.FilledWithRests.InBars bars -> String.valueOf(bars.bars());
            case Remark.FilledWithRests.InBeats beats -> beats.beats().toString();
        };
    }

    private static String continued(Remark.Continued found) {
        String sentence = String.format(
                Locale.ROOT,
                "%sAfter the given %s follow %.2f onsets a step, where the piece has %.2f%s; by itself the code agrees with the piece to %.0f %% (F1 of the cells).",
                found.number().isPresent()
                        ? "Number %d: ".formatted(found.number().getAsInt())
                        : "",
                Plural.of(found.givenSteps(), "step"),
                found.densityAdded(),
                found.densityGiven(),
                learned(found.originality()),
                100 * found.agreement());
        return found.isThin() || found.isCopy()
                ? sentence
                        + " That is %s: try another --seed, or more --tries."
                                .formatted(found.isThin() ? "thin" : "a copy")
                : sentence;
    }

    private static String learned(Provenance.Similarity originality) {
        double percent = 100 * originality.similarity();
        return switch (originality.measure()) {
            case NOTHING, NO_MEMORY -> "";
            case CELLS ->
                String.format(
                        Locale.ROOT,
                        ", and %.0f %% of what follows sounds in the closest window learned from",
                        percent);
            case PHRASES ->
                String.format(Locale.ROOT, ", and %.0f %% of the phrases that follow were learned from", percent);
        };
    }

    private static String table(Remark.AttributesMoved moved) {
        String head = "%-22s %9s %9s %9s%n".formatted("", "before", "after", "moved");
        return moved.before().entrySet().stream()
                .map(attribute -> {
                    double before = attribute.getValue();
                    double after = moved.after().getOrDefault(attribute.getKey(), before);
                    return String.format(
                            Locale.ROOT,
                            "%-22s %9.3f %9.3f %+9.3f",
                            attribute.getKey().id(),
                            before,
                            after,
                            after - before);
                })
                .collect(Collectors.joining(System.lineSeparator(), head, ""));
    }
}
