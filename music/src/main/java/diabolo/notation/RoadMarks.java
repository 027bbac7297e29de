package diabolo.notation;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a bar says about the road through the piece: repeats, endings, jumps.
 *
 * @param beginsRepeat whether a forward repeat stands at its beginning
 * @param followsDoubleLine whether it begins behind a double bar line, to which a repeat goes back that ends without having begun
 * @param timesPlayed how often the section that ends here is played, where a backward repeat stands at its end; else 0
 * @param ending the passes for which the ending that begins here is meant; empty where none begins
 * @param closesEnding whether an ending closes at its end
 * @param signs segno, coda, and jumps
 * @param part the name of the part of the piece that begins here, such as A; empty where none does
 * @param repeatsAfterJump whether the section that ends here is repeated even behind a D.C. or D.S.
 */
public record RoadMarks(
        boolean beginsRepeat,
        boolean followsDoubleLine,
        int timesPlayed,
        Set<Integer> ending,
        boolean closesEnding,
        Set<RoadSign> signs,
        String part,
        boolean repeatsAfterJump) {

    public static final RoadMarks NONE = new RoadMarks(false, false, 0, Set.of(), false, Set.of(), "", false);

    /**
     * A sign such as D.S., with the name that ties it to its target.
     *
     * @param label the name of the segno or coda; empty for the other signs, and for signs that are drawn without a name
     * @param inWords whether it stands in words alone, so that it counts only where it leads somewhere
     */
    public record RoadSign(Kind kind, String label, boolean inWords) {}

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
        return new RoadMarks(true, false, 0, Set.of(), false, Set.of(), "", false);
    }

    public static RoadMarks doubleLineBefore() {
        return new RoadMarks(false, true, 0, Set.of(), false, Set.of(), "", false);
    }

    public static RoadMarks repeatEnds(int times) {
        return new RoadMarks(false, false, times, Set.of(), false, Set.of(), "", false);
    }

    /** A section is repeated whenever it is played, behind a D.C. or D.S. too. */
    public static RoadMarks repeatEndsAfterJumpsToo(int times) {
        return new RoadMarks(false, false, times, Set.of(), false, Set.of(), "", true);
    }

    public static RoadMarks endingBegins(Set<Integer> passes) {
        return new RoadMarks(false, false, 0, passes, false, Set.of(), "", false);
    }

    public static RoadMarks endingCloses() {
        return new RoadMarks(false, false, 0, Set.of(), true, Set.of(), "", false);
    }

    public static RoadMarks sign(Kind kind, String label) {
        return of(new RoadSign(kind, label, false));
    }

    public static RoadMarks signInWords(Kind kind) {
        return of(new RoadSign(kind, "", true));
    }

    private static RoadMarks of(RoadSign sign) {
        return new RoadMarks(false, false, 0, Set.of(), false, Set.of(sign), "", false);
    }

    /** The beginning of a part, which an order of parts names. */
    public static RoadMarks partBegins(String name) {
        return new RoadMarks(false, false, 0, Set.of(), false, Set.of(), name, false);
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
                        .orElse(""),
                all.stream().anyMatch(RoadMarks::repeatsAfterJump));
    }

    /** Of the marks those that count where the bar begins. */
    public RoadMarks atBeginning() {
        return new RoadMarks(beginsRepeat, followsDoubleLine, 0, ending, false, signs(true), part, false);
    }

    /** Of the marks those that count where the bar ends. */
    public RoadMarks atEnd() {
        return new RoadMarks(false, false, timesPlayed, Set.of(), closesEnding, signs(false), "", repeatsAfterJump);
    }

    private Set<RoadSign> signs(boolean areTargets) {
        return signs(sign -> areTargets == (sign.kind() == Kind.SEGNO || sign.kind() == Kind.CODA));
    }

    private Set<RoadSign> signs(Predicate<RoadSign> kept) {
        return signs.stream().filter(kept).collect(Collectors.toSet());
    }

    RoadMarks withoutWords() {
        return new RoadMarks(
                beginsRepeat,
                followsDoubleLine,
                timesPlayed,
                ending,
                closesEnding,
                signs(sign -> !sign.inWords()),
                part,
                repeatsAfterJump);
    }

    boolean has(Kind kind) {
        return signs.stream().anyMatch(sign -> sign.kind() == kind);
    }
}
