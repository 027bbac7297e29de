package diabolo.musicxml;

import diabolo.notation.FindingLog;
import diabolo.notation.Notation.NotatedBar;
import diabolo.notation.Notation.NotatedNote;
import diabolo.notation.Notation.NotatedPart;
import diabolo.note.Beat;
import diabolo.note.Quoted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Staves of tablature, which show a guitarist where to put the fingers for the notes of another staff: no second part. */
final class TabStaves {

    /** Of its notes, so many stand in another staff; a few may be corrected in one of them alone. */
    private static final double COPY = 0.9;

    /** A staff of a part. */
    record Staff(String part, int number) {}

    private record Place(int bar, Beat start, int pitch) {}

    private TabStaves() {}

    /** The parts without those staves of tablature whose notes another staff has too. */
    static List<NotatedPart> withoutCopies(List<NotatedPart> parts, Set<Staff> tablature, FindingLog log) {
        List<NotatedPart> left = parts;
        for (Staff staff : tablature) {
            Set<Place> own = places(left.stream().filter(part -> part.id().equals(staff.part())), staff.number());
            boolean isCopy = !own.isEmpty()
                    && left.stream()
                            .flatMap(part -> staves(part).mapToObj(number -> new Staff(part.id(), number)))
                            .filter(other -> !tablature.contains(other))
                            .anyMatch(other -> isCopy(own, other, parts));
            if (isCopy) {
                log.noteAt(
                        "part " + Quoted.of(staff.part()),
                        "a staff of tablature with the notes of another staff",
                        "its notes are read once");
                left = left.stream().map(part -> without(part, staff)).toList();
            }
        }
        return left;
    }

    private static boolean isCopy(Set<Place> own, Staff other, List<NotatedPart> parts) {
        Set<Place> places = places(parts.stream().filter(part -> part.id().equals(other.part())), other.number());
        return own.stream().filter(places::contains).count() >= COPY * own.size();
    }

    private static IntStream staves(NotatedPart part) {
        return part.bars().stream()
                .flatMap(bar -> bar.notes().stream())
                .mapToInt(NotatedNote::staff)
                .distinct();
    }

    private static Set<Place> places(Stream<NotatedPart> parts, int staff) {
        Set<Place> places = new HashSet<>();
        parts.forEach(part -> {
            for (int bar = 0; bar < part.bars().size(); bar++) {
                for (NotatedNote note : part.bars().get(bar).notes()) {
                    if (note.staff() == staff) {
                        places.add(new Place(bar, note.start(), note.pitch().midi()));
                    }
                }
            }
        });
        return places;
    }

    private static NotatedPart without(NotatedPart part, Staff staff) {
        if (!part.id().equals(staff.part())) {
            return part;
        }
        List<NotatedBar> bars = new ArrayList<>();
        for (NotatedBar bar : part.bars()) {
            bars.add(bar.withNotes(bar.notes().stream()
                    .filter(note -> note.staff() != staff.number())
                    .toList()));
        }
        return new NotatedPart(part.id(), part.name(), bars);
    }
}
