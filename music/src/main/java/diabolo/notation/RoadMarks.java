package diabolo.notation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a bar says about the road through the piece: repeats, endings, jumps.
 *
 * @param beginsRepeat whether a forward repeat stands at its beginning
 * @param followsDoubleLine whether it begins behind a double bar line, to which a repeat goes back that ends without having begun
 * @param timesPlayed how often the section that ends here is played, where a backward repeat stands at its end; else 0
 * @param ending the passes for which the ending that begins here is meant; empty where none begins
 * @param closesEnding whether an ending closes at its end
 * @param part the name of the part of the piece that begins here, such as A; empty where none does
 */
public record RoadMarks(
        boolean beginsRepeat,
        boolean followsDoubleLine,
        int timesPlayed,
        Set<Integer> ending,
        boolean closesEnding,
        Set<RoadSign> signs,
        String part) {

    public static final RoadMarks NONE = new RoadMarks(false, false, 0, Set.of(), false, Set.of(), "");

    /**
     * A sign such as D.S., with the name that ties it to its target.
     *
     * @param label the name of the segno or coda; empty for the other signs, and for signs that are drawn without a name
     */
    public record RoadSign(Kind kind, String label) {}

    /** Segno and coda count at the beginning of a bar, the others at its end. */
    public enum Kind {
        SEGNO,
        CODA,
        DA_CAPO,
        DAL_SEGNO,
        TO_CODA,
        FINE
    }

    public RoadMarks {
        ending = Set.copyOf(ending);
        signs = Set.copyOf(signs);
    }

    public static RoadMarks repeatBegins() {
        return new RoadMarks(true, false, 0, Set.of(), false, Set.of(), "");
    }

    public static RoadMarks doubleLineBefore() {
        return new RoadMarks(false, true, 0, Set.of(), false, Set.of(), "");
    }

    public static RoadMarks repeatEnds(int times) {
        return new RoadMarks(false, false, times, Set.of(), false, Set.of(), "");
    }

    public static RoadMarks endingBegins(Set<Integer> passes) {
        return new RoadMarks(false, false, 0, passes, false, Set.of(), "");
    }

    public static RoadMarks endingCloses() {
        return new RoadMarks(false, false, 0, Set.of(), true, Set.of(), "");
    }

    public static RoadMarks sign(Kind kind, String label) {
        return new RoadMarks(false, false, 0, Set.of(), false, Set.of(new RoadSign(kind, label)), "");
    }

    /** The beginning of a part, which an order of parts names. */
    public static RoadMarks partBegins(String name) {
        return new RoadMarks(false, false, 0, Set.of(), false, Set.of(), name);
    }

    /** The marks of all: every part may repeat them, or only the first may have them. */
    public static RoadMarks merged(List<RoadMarks> all) {
        if (all.isEmpty()) {
            return NONE;
        }
        return new RoadMarks(
                all.stream().anyMatch(RoadMarks::beginsRepeat),
                all.stream().anyMatch(RoadMarks::followsDoubleLine),
                all.stream().mapToInt(RoadMarks::timesPlayed).max().orElse(0),
                all.stream().flatMap(marks -> marks.ending().stream()).collect(Collectors.toSet()),
                all.stream().anyMatch(RoadMarks::closesEnding),
                all.stream().flatMap(marks -> marks.signs().stream()).collect(Collectors.toSet()),
                all.stream()
                        .map(RoadMarks::part)
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    boolean has(Kind kind) {
        return signs.stream().anyMatch(sign -> sign.kind() == kind);
    }
}
