package diabolo.cli;

import diabolo.descriptor.Descriptor;
import diabolo.latent.Provenance;
import diabolo.note.Beat;
import diabolo.note.Percent;
import diabolo.note.Plural;
import diabolo.operation.Remark;
import diabolo.representation.Encoded;
import diabolo.search.ConstraintResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes sentences of the remarks of an operation. */
final class RemarkSentences {

    /** More bars than these are not named one by one. */
    private static final int MOST_SEAMS = 8;

    private RemarkSentences() {}

    static String of(Remark remark) {
        return switch (remark) {
            case Remark.PickupMoved(String piece, Beat length) ->
                "%s begins with a pickup of %s: it gets a bar of its own.".formatted(piece, beats(length));
            case Remark.BarsAskew(String piece, var meter, Beat window, String model) ->
                "%s has bars of %s, which do not fill the windows of %s, %s beats: expect a poor reconstruction."
                        .formatted(piece, meter, model, window);
            case Remark.BarsGrouped(String piece, var meter, int bars, var modelMeter, String model) ->
                "%s is in %s, and %s in %s: %d bars are taken as one; --meter and --beat-offset move the bar lines."
                        .formatted(piece, meter, model, modelMeter, bars);
            case Remark.MovedToGrid(String piece, int notes, int stepsPerBeat) ->
                "%s has %s between the model's %d steps per beat, as in triplets: moved to the nearest."
                        .formatted(piece, Plural.of(notes, "note"), stepsPerBeat);
            case Remark.LeftOut(String piece, String model, Encoded.Loss loss) ->
                "%s has notes that %s leaves out or shortens: %s.".formatted(piece, model, kinds(loss));
            case Remark.Cut(String piece, var seams) -> cut(piece, seams);
            case Remark.FilledWithRests filled ->
                "%s has %s, a window of %s %s: the last is filled with rests."
                        .formatted(filled.piece(), inWords(filled.length()), filled.model(), inWords(filled.window()));
            case Remark.PoorlyKept kept -> poorlyKept(kept);
            case Remark.CameBack(var fidelity) -> fidelity.sentence();
            case Remark.ImageCameBack(String picture, var original, var reconstruction) ->
                String.format(
                        Locale.ROOT,
                        "%s: mean squared error %.4f (mse), binary cross-entropy %.1f nats (bce), of which %.1f are its own grey.",
                        picture,
                        original.meanSquaredError(reconstruction),
                        original.crossEntropyNats(reconstruction),
                        original.crossEntropyNats(original));
            case Remark.Formed(String model, var form) ->
                "Each piece is strung together from windows of %s, which knows no form beyond one: %s, a letter a window."
                        .formatted(model, form.letters());
            case Remark.Strung(int windows, int stepsPerWindow) ->
                "%d windows of %d steps are decoded independently: expect breaks between them."
                        .formatted(windows, stepsPerWindow);
            case Remark.MovedByMeans(String from, int fromWindows, String to, int toWindows) ->
                "%s has %s, %s %d: the piece is moved by the difference of their mean codes."
                        .formatted(from, Plural.of(fromWindows, "window"), to, toWindows);
            case Remark.Varied(String model, int fewest, int most, int steps, int asked) ->
                "The variations differ from %s's reconstruction of the piece in %s%d of %d steps.%s"
                        .formatted(
                                model,
                                fewest == most ? "" : fewest + " to ",
                                most,
                                steps,
                                fewest < asked
                                        ? " %d were asked for; codes farther away are no longer near the piece."
                                                .formatted(asked)
                                        : most == 0 ? " Take a larger --distance." : "");
            case Remark.Refined(int rounds, int cellsChangedLast) ->
                cellsChangedLast == 0
                        ? "Round %d changed nothing: a fixed point.".formatted(rounds)
                        : "Not yet a fixed point: round %d changed %s. More rounds with --iterations."
                                .formatted(rounds, Plural.of(cellsChangedLast, "cell"));
            case Remark.Continued continued -> continued(continued);
            case Remark.NoPlaceFor(int notes, String representation) ->
                "%s left out: %s cannot hold them beside the others."
                        .formatted(Plural.of(notes, "given note"), representation);
            case Remark.Met(String piece, var results) ->
                "%s: %s."
                        .formatted(
                                piece,
                                results.stream().map(ConstraintResult::sentence).collect(Collectors.joining("; ")));
            case Remark.HighestLine(String piece, int notesLeftOut, int notesShortened) ->
                "The melody is the highest line of %s: %s left out, %d shortened where a higher one begins."
                        .formatted(piece, Plural.of(notesLeftOut, "note"), notesShortened);
            case Remark.Harmonized(double recall, int windows, int stepsPerWindow, long millis) ->
                "The decoded music contains %s of the melody; %s of %d steps, searched in %d ms."
                        .formatted(Percent.of(recall), Plural.of(windows, "window"), stepsPerWindow, millis);
            case Remark.AttributeMoved moved ->
                String.format(
                        Locale.ROOT,
                        "%s: asked %+.3f (%s), got %+.3f%s",
                        moved.attribute().id(),
                        moved.asked(),
                        deviations(moved.strength()),
                        moved.got(),
                        moved.isShort() ? "; nothing nearer was found." : ".");
            case Remark.AttributesMoved moved -> table(moved);
            case Remark.ValuesAsked asked -> table(asked);
        };
    }

    private static String poorlyKept(Remark.PoorlyKept kept) {
        String sentence = kept.isLost()
                ? "Warning: %s does not hold %s: it reconstructs it with a note F1 of %s, so that what is made of it is another piece."
                : "%s reconstructs %s with a note F1 of %s, on which the result builds: see `diabolo reconstruct`.";
        String piece = kept.piece().replaceAll(",$", ""); // which some bars of it end in
        return sentence.formatted(kept.model(), piece, Percent.of(kept.f1()));
    }

    private static String beats(Beat length) {
        return length + (length.compareTo(Beat.of(1)) > 0 ? " beats" : " beat");
    }

    private static String kinds(Encoded.Loss loss) {
        return Stream.of(
                        kind(loss.outOfRangeNotes(), "out of range"),
                        kind(loss.otherPartNotes(), "in other parts"),
                        kind(loss.mergedNotes(), "merged with others"),
                        kind(loss.hiddenNotes(), "below a higher line"))
                .filter(kind -> !kind.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String kind(int notes, String words) {
        return notes == 0 ? "" : notes + " " + words;
    }

    private static String cut(String piece, List<Remark.Cut.Seam> seams) {
        List<Remark.Cut.Seam> named = seams.stream().limit(MOST_SEAMS).toList();
        return "%s is cut into %d windows, %s bar %s%s: expect breaks there."
                .formatted(
                        piece,
                        seams.size() + 1,
                        named.stream().allMatch(Remark.Cut.Seam::atBarLine) ? "at" : "in",
                        named.stream().map(seam -> String.valueOf(seam.bar())).collect(Collectors.joining(", ")),
                        seams.size() > MOST_SEAMS ? " and so on" : "");
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

    private static String continued(Remark.Continued found) {
        String number = found.number().isPresent()
                ? "Number %d: ".formatted(found.number().getAsInt())
                : "";
        String poor = found.isThin() ? "thin" : found.isCopy() ? "a copy" : "";
        return String.format(
                        Locale.ROOT,
                        "%sContinues %s with %.2f onsets per step (given: %.2f)%s; the decoded code matches the given steps to %.0f %% (F1 of the cells).",
                        number,
                        Plural.of(found.givenSteps(), "given step"),
                        found.densityAdded(),
                        found.densityGiven(),
                        inTraining(found.originality()),
                        100 * found.agreement())
                + (poor.isEmpty() ? "" : " That is %s: try another --seed, or more --tries.".formatted(poor));
    }

    private static String inTraining(Provenance.Similarity originality) {
        String percent = Percent.of(originality.similarity());
        return switch (originality.measure()) {
            case NOTHING, NO_MEMORY -> "";
            case CELLS -> "; %s of it sounds in the most similar training window".formatted(percent);
            case PHRASES -> "; %s of its 5-note phrases also occur in the training music".formatted(percent);
        };
    }

    private static String deviations(double strength) {
        String plain = BigDecimal.valueOf(strength).stripTrailingZeros().toPlainString();
        return "%s standard deviation%s of the music learned from".formatted(plain, Math.abs(strength) == 1 ? "" : "s");
    }

    private static String table(Remark.ValuesAsked values) {
        boolean isNew = values.before().isEmpty();
        String head = isNew
                ? "%-22s %9s %9s%n".formatted(values.piece(), "asked", "got")
                : "%-22s %9s %9s %9s%n".formatted("", "before", "asked", "got");
        String rows = values.got().entrySet().stream()
                .filter(value -> value.getKey() != Descriptor.C_DIATONIC) // says nothing of music in other keys
                .map(value -> {
                    Descriptor descriptor = value.getKey();
                    String asked = Optional.ofNullable(values.asked().get(descriptor))
                            .map("%.3f"::formatted)
                            .orElse("");
                    String before = Optional.ofNullable(values.before().get(descriptor))
                            .map(" %9.3f"::formatted)
                            .orElse("");
                    return "%-22s%s %9s %9.3f".formatted(descriptor.id(), before, asked, value.getValue());
                })
                .collect(Collectors.joining(System.lineSeparator(), head, ""));
        String kept = values.keptShare().isEmpty()
                ? ""
                : "%n%s of its notes are still there."
                        .formatted(Percent.of(values.keptShare().getAsDouble()));
        return rows + kept;
    }

    private static String table(Remark.AttributesMoved moved) {
        String head = "%-22s %9s %9s %9s%n".formatted("", "before", "after", "change");
        return moved.before().entrySet().stream()
                .map(attribute -> {
                    double before = attribute.getValue();
                    double after = moved.after().getOrDefault(attribute.getKey(), before);
                    String name = attribute.getKey().id();
                    return String.format(Locale.ROOT, "%-22s %9.3f %9.3f %+9.3f", name, before, after, after - before);
                })
                .collect(Collectors.joining(System.lineSeparator(), head, ""));
    }
}
