package diabolo.notation;

import diabolo.notation.Notation.NotatedBar;
import diabolo.notation.Notation.NotatedPart;
import diabolo.note.Beat;
import diabolo.note.NoteSequence;
import diabolo.note.Part;
import diabolo.note.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Plays a notation from its first bar to its last, along its repeats, and writes down what sounds when.
 *
 * <p>Belongs to one reading on one thread.
 */
public final class NotationPlayer {

    /** A file may ask for many repeats in few bytes; what comes out is bounded by what is written. */
    private static final int MOST_TIMES_WRITTEN = 32;

    private static final int ALWAYS_ALLOWED_BARS = 1_000;
    private static final int ALWAYS_ALLOWED_NOTES = 100_000;

    /** As many as fit into a small heap. */
    private static final int MOST_NOTES = 1_000_000;

    private final Notation notation;
    private final FindingLog log;

    public NotationPlayer(Notation notation, FindingLog log) {
        this.notation = notation;
        this.log = log;
    }

    public NoteSequence play() throws MalformedNotationException {
        List<BarPlan> plans = BarPlan.of(notation, log);
        List<PartPlayer> players =
                notation.parts().stream().map(PartPlayer::new).toList();
        Timeline timeline = new Timeline();
        Beat position = Beat.ZERO;
        int[] passes = new int[plans.size()];
        for (int bar : orderOf(plans)) {
            passes[bar]++;
            timeline.enter(plans.get(bar), position);
            for (PartPlayer player : players) {
                player.play(bar, passes[bar], position);
            }
            position = position.plus(plans.get(bar).length());
        }
        return new NoteSequence(
                notation.title(),
                partsOf(players),
                timeline.tempos(),
                timeline.meters(),
                timeline.keys(),
                timeline.chords());
    }

    private List<Part> partsOf(List<PartPlayer> players) {
        List<Part> parts = new ArrayList<>();
        for (PartPlayer player : players) {
            parts.addAll(player.parts());
            if (player.looseTies() > 0) {
                log.noteAt(
                        "part " + Quoted.of(player.id()),
                        "a tie without a note of the same pitch at its other end",
                        "its note is kept as it stands",
                        player.looseTies());
            }
        }
        return parts;
    }

    private List<Integer> orderOf(List<BarPlan> plans) throws MalformedNotationException {
        List<RoadMarks> marks = plans.stream().map(BarPlan::marks).toList();
        List<String> parts = orderOfParts(marks);
        List<RoadMarks> withoutWords =
                marks.stream().map(RoadMarks::withoutWords).toList();
        if (!withoutWords.equals(marks)) {
            try {
                List<Integer> order = order(marks, parts);
                log.note("a jump in words, without a sign that says where it goes", "followed as players would");
                return order;
            } catch (RepeatUnfolder.NoRoadException nowhere) {
                log.note("a jump in words only, which leads nowhere", "it was not followed");
            }
        }
        try {
            return order(withoutWords, parts);
        } catch (RepeatUnfolder.NoRoadException e) {
            log.repair(
                    "the repeats of the piece do not fit together: " + e.getMessage(),
                    "every bar was played once, in the order written",
                    "check its repeats, endings and jumps");
            return IntStream.range(0, plans.size()).boxed().toList();
        }
    }

    private List<String> orderOfParts(List<RoadMarks> marks) throws MalformedNotationException {
        Optional<String> missing = OrderedParts.firstMissing(marks, notation.order());
        if (missing.isEmpty()) {
            return notation.order();
        }
        log.repair(
                "the order of parts names %s, which begins nowhere".formatted(Quoted.of(missing.get())),
                "the piece was played as it is written",
                "name each part where it begins");
        return List.of();
    }

    private List<Integer> order(List<RoadMarks> marks, List<String> parts) throws RepeatUnfolder.NoRoadException {
        List<Integer> order =
                OrderedParts.unfold(marks, parts, ALWAYS_ALLOWED_BARS + MOST_TIMES_WRITTEN * marks.size());
        requireProportion(order);
        Optional<String> unplayed = firstBarWithNotesNeverIn(order, marks.size());
        if (unplayed.isPresent() && parts.isEmpty()) {
            throw new RepeatUnfolder.NoRoadException(unplayed.get());
        }
        if (unplayed.isPresent()) {
            log.note("an order of parts that leaves one out", "that part is not played");
        }
        return order;
    }

    private void requireProportion(List<Integer> order) throws RepeatUnfolder.NoRoadException {
        long[] notesOfBar = new long[barCount()];
        for (NotatedPart part : notation.parts()) {
            for (int bar = 0; bar < part.bars().size(); bar++) {
                NotatedBar written = part.bars().get(bar);
                notesOfBar[bar] += written.notes().size() + written.chords().size();
            }
        }
        long written = IntStream.range(0, notesOfBar.length)
                .mapToLong(bar -> notesOfBar[bar])
                .sum();
        long played = order.stream().mapToLong(bar -> notesOfBar[bar]).sum();
        long most = Math.min(MOST_NOTES, ALWAYS_ALLOWED_NOTES + MOST_TIMES_WRITTEN * written);
        if (played > most) {
            throw new RepeatUnfolder.NoRoadException(
                    "they make %d notes and chord symbols, and at most %d are read".formatted(played, most));
        }
    }

    /** What is wrong where notes would never be heard. */
    private Optional<String> firstBarWithNotesNeverIn(List<Integer> order, int barCount) {
        boolean[] isPlayed = new boolean[barCount];
        order.forEach(bar -> isPlayed[bar] = true);
        for (NotatedPart part : notation.parts()) {
            for (int i = 0; i < part.bars().size(); i++) {
                NotatedBar bar = part.bars().get(i);
                if (!isPlayed[i] && !bar.notes().isEmpty()) {
                    return Optional.of("bar %s is never played".formatted(Quoted.of(bar.number())));
                }
            }
        }
        return Optional.empty();
    }

    private int barCount() {
        return notation.parts().stream()
                .mapToInt(part -> part.bars().size())
                .max()
                .orElse(0);
    }
}
