package diabolo.musicxml;

import diabolo.notation.FindingLog;
import diabolo.notation.Notation.NotatedBar;
import diabolo.notation.Notation.NotatedNote;
import diabolo.notation.Notation.NotatedPart;
import diabolo.note.Beat;
import diabolo.note.Quoted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Staves of tablature, which show a guitarist where to put the fingers for the notes of another staff: no second part. */
final class TabStaves {

    /** Of its notes, so many stand in another staff; a few may be corrected in one of them alone. */
    private static final double COPY = 0.9;

    /** Each is compared with every other staff. */
    private static final int MOST_STAVES = 100;

    /** A staff of a part. */
    record Staff(String part, int number) {}

    private record Place(int bar, Beat start, int pitch) {}

    private TabStaves() {}

    /** The parts without those staves of tablature whose notes another staff has too. */
    static List<NotatedPart> withoutCopies(List<NotatedPart> parts, Set<Staff> tablature, FindingLog log) {
        if (tablature.isEmpty()) {
            return parts;
        }
        Map<Staff, Set<Place>> places = places(parts);
        Set<Staff> copies = tablature.stream()
                .limit(MOST_STAVES)
                .filter(staff -> isCopy(staff, places, tablature))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (Staff staff : copies) {
            log.noteAt(
                    "part " + Quoted.of(staff.part()),
                    "a staff of tablature with the notes of another staff",
                    "its notes are read once");
        }
        return parts.stream().map(part -> without(part, copies)).toList();
    }

    private static boolean isCopy(Staff staff, Map<Staff, Set<Place>> places, Set<Staff> tablature) {
        Set<Place> own = places.getOrDefault(staff, Set.of());
        double fewest = COPY * own.size();
        return !own.isEmpty()
                && places.entrySet().stream()
                        .filter(other -> other.getValue().size() >= fewest && !tablature.contains(other.getKey()))
                        .anyMatch(other ->
                                own.stream().filter(other.getValue()::contains).count() >= fewest);
    }

    private static Map<Staff, Set<Place>> places(List<NotatedPart> parts) {
        Map<Staff, Set<Place>> places = new HashMap<>();
        for (NotatedPart part : parts) {
            for (int bar = 0; bar < part.bars().size(); bar++) {
                for (NotatedNote note : part.bars().get(bar).notes()) {
                    places.computeIfAbsent(new Staff(part.id(), note.staff()), _ -> new HashSet<>())
                            .add(new Place(bar, note.start(), note.pitch().midi()));
                }
            }
        }
        return places;
    }

    private static NotatedPart without(NotatedPart part, Set<Staff> staves) {
        if (staves.stream().noneMatch(staff -> staff.part().equals(part.id()))) {
            return part;
        }
        List<NotatedBar> bars = new ArrayList<>();
        for (NotatedBar bar : part.bars()) {
            bars.add(bar.withNotes(bar.notes().stream()
                    .filter(note -> !staves.contains(new Staff(part.id(), note.staff())))
                    .toList()));
        }
        return new NotatedPart(part.id(), part.name(), bars);
    }
}
