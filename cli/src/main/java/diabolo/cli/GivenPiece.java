package diabolo.cli;

import diabolo.grid.Passage;
import diabolo.grid.RhythmGrid;
import diabolo.latent.LatentSpace;
import diabolo.note.At;
import diabolo.note.Beat;
import diabolo.note.Meter;
import diabolo.note.NoteSequence;
import diabolo.note.Plural;
import diabolo.representation.Encoded;
import diabolo.representation.TokenRepresentation;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A piece that a verb is given, and what is to be said of it.
 *
 * @param name by which sentences call it: that of its file, with the bars if some are taken
 * @param music as it stands in the file; if some bars are taken, these on the model's grid
 * @param passage that is encoded
 * @param pickupSteps the length of the pickup with which the piece begins; 0 if there is none
 * @param bentNotes how many of its notes begin between steps of the model's grid, as triplets do
 */
record GivenPiece(String name, NoteSequence music, Passage passage, int pickupSteps, int bentNotes) {

    /** Of a step: so far from the next step a note counts as bent. Played music lies off by less, triplets by a third. */
    private static final double BENT = 0.3;

    /** More bars than these are not named one by one. */
    private static final int MOST_SEAMS = 8;

    int windows(LatentSpace space) {
        return Math.ceilDiv(
                passage.music().lengthInSteps(), space.representation().steps());
    }

    /** Where a window begins, as the reader counts bars. */
    int firstBar(LatentSpace space, int window) {
        return passage.barAt(window * space.representation().steps());
    }

    /** That its pickup was moved, if it was. */
    Optional<String> pickup(LatentSpace space) {
        if (passage.firstBar() > 0 || !(space.representation() instanceof TokenRepresentation)) {
            return Optional.empty();
        }
        Beat length = passage.music().grid().beatOf(pickupSteps);
        return Optional.of("%s begins with a pickup of %s beat%s, which is put at the end of a bar of its own."
                .formatted(name, length, length.compareTo(Beat.of(1)) > 0 ? "s" : ""));
    }

    /** Where it is cut, if it is. */
    Optional<String> seams(LatentSpace space, int windows) {
        if (windows < 2) {
            return Optional.empty();
        }
        List<Integer> steps = IntStream.range(1, Math.min(windows, MOST_SEAMS + 1))
                .mapToObj(window -> window * space.representation().steps())
                .toList();
        boolean atBarLines = steps.stream().allMatch(step -> passage.barAt(step - 1) < passage.barAt(step));
        String bars =
                steps.stream().map(step -> String.valueOf(passage.barAt(step))).collect(Collectors.joining(", "));
        return Optional.of("%s is taken in %d windows, with seams %s bar %s%s: nothing ties one to the next."
                .formatted(
                        name, windows, atBarLines ? "at" : "in", bars, windows > MOST_SEAMS + 1 ? " and so on" : ""));
    }

    /** That it ends before its last window does, if so. */
    Optional<String> unfilled(LatentSpace space) {
        int window = space.representation().steps();
        int windows = windows(space);
        if (passage.endStep() >= windows * window) {
            return Optional.empty();
        }
        double bars = window / stepsPerBar(meter().orElse(Meter.FOUR_FOUR));
        boolean inBars = meter().isPresent() && bars == Math.rint(bars);
        return Optional.of("%s has %s, a window of %s %s: the rest%s is taken as rests."
                .formatted(
                        name,
                        inBars ? lengthInBars() : beats(passage.endStep()) + " beats",
                        space.description().name(),
                        inBars ? String.valueOf((int) bars) : beats(window),
                        windows > 1 ? " of the last" : ""));
    }

    /** That its bars and the windows of a model without bars do not go together, if so. */
    Optional<String> askew(LatentSpace space) {
        int window = space.representation().steps();
        return meter().filter(meter -> window % stepsPerBar(meter) != 0)
                .map(meter ->
                        "%s has bars of %s, of which no whole number fills a window of %s beats, as %s learned from: little may come back."
                                .formatted(
                                        name,
                                        meter,
                                        beats(window),
                                        space.description().name()));
    }

    /** That notes were moved to the grid, if they were. */
    Optional<String> bent() {
        return bentNotes == 0
                ? Optional.empty()
                : Optional.of("%s has %s between the steps of the model, %d a beat, as triplets have: moved to these."
                        .formatted(
                                name,
                                Plural.of(bentNotes, "note"),
                                passage.music().grid().stepsPerBeat()));
    }

    /** What the model cannot hold of it, if there is such. */
    Optional<String> loss(LatentSpace space) {
        Encoded.Loss loss = space.loss(passage);
        Map<String, Integer> kinds = new LinkedHashMap<>();
        kinds.put("out of its range", loss.outOfRangeNotes());
        kinds.put("of parts that it does not know", loss.otherPartNotes());
        kinds.put("that fall together with others", loss.mergedNotes());
        kinds.put("below a higher line", loss.hiddenNotes());
        String lost = kinds.entrySet().stream()
                .filter(kind -> kind.getValue() > 0)
                .map(kind -> "%d %s".formatted(kind.getValue(), kind.getKey()))
                .collect(Collectors.joining(", "));
        return lost.isEmpty()
                ? Optional.empty()
                : Optional.of("%s has notes that %s does not hold, or not in full: %s."
                        .formatted(name, space.description().name(), lost));
    }

    /** How many notes of a piece begin between steps, from a step of the grid up to another. */
    static int bentNotes(NoteSequence piece, RhythmGrid grid, int from, int to) {
        return (int) piece.allNotes()
                .mapToDouble(note -> note.start().toDouble() * grid.stepsPerBeat())
                .filter(step -> from <= Math.round(step) && Math.round(step) < to)
                .filter(step -> Math.abs(step - Math.round(step)) > BENT)
                .count();
    }

    /** As people count: {@code a pickup and 8 bars}. */
    String lengthInBars() {
        boolean pickup = passage.firstBar() == 0;
        int bars = passage.bars() - (pickup ? 1 : 0);
        String whole = Plural.of(bars, "bar");
        return !pickup ? whole : bars == 0 ? "a pickup alone" : "a pickup and " + whole;
    }

    /**
     * Requires pieces of one length, so that each window of one has its counterpart in the others.
     *
     * @return as many passages, each as long as the longest
     * @throws IllegalArgumentException if their bars reach to different ends, or some begin with a pickup and others do not
     */
    static List<GivenPiece> alike(List<GivenPiece> pieces) {
        if (pieces.stream().map(GivenPiece::extent).distinct().count() > 1) {
            throw new IllegalArgumentException("pieces of one length are needed: %s; %s"
                    .formatted(
                            pieces.stream().map(GivenPiece::withLength).collect(Collectors.joining(", ")),
                            wayOut(pieces)));
        }
        int longest = pieces.stream()
                .mapToInt(piece -> piece.passage().music().lengthInSteps())
                .max()
                .orElse(0);
        return pieces.stream()
                .map(piece -> new GivenPiece(
                        piece.name(),
                        piece.music(),
                        piece.passage().lasting(Math.max(1, longest)),
                        piece.pickupSteps(),
                        piece.bentNotes()))
                .toList();
    }

    /** The number of the first bar, and where the last one ends. */
    private List<Integer> extent() {
        return List.of(passage.firstBar(), passage.endStep());
    }

    private static String wayOut(List<GivenPiece> pieces) {
        boolean inOtherBars = pieces.stream()
                        .map(piece -> List.of(
                                piece.passage().firstBar(), piece.passage().bars(), piece.pickupSteps()))
                        .distinct()
                        .count()
                == 1;
        return inOtherBars
                ? "choose some in one time signature"
                : "take as many bars of each, as with --bars 1-"
                        + Math.max(
                                1,
                                pieces.stream()
                                        .map(piece -> piece.passage().lastBar())
                                        .min(Comparator.naturalOrder())
                                        .orElse(1));
    }

    private String withLength() {
        return "%s has %s%s"
                .formatted(
                        name, lengthInBars(), meter().map(" of %s"::formatted).orElse(""));
    }

    /** The one metre throughout; empty if there are several. */
    private Optional<Meter> meter() {
        List<Meter> meters =
                passage.music().meters().stream().map(At::value).distinct().toList();
        return meters.size() > 1
                ? Optional.empty()
                : Optional.of(meters.isEmpty() ? Meter.FOUR_FOUR : meters.getFirst());
    }

    private double stepsPerBar(Meter meter) {
        return meter.barLength().toDouble() * passage.music().grid().stepsPerBeat();
    }

    private String beats(int steps) {
        return passage.music().grid().beatOf(steps).toString();
    }
}
