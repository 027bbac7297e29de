package diabolo.notation;

import diabolo.note.Finding;
import diabolo.note.Finding.Kind;
import diabolo.note.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Collects what is noticed while reading, each thing once with its first place and its count, so that a thousand grace
 * notes are one finding.
 *
 * <p>Refuses instead of mending where the reader is strict. Belongs to one reading on one thread.
 */
public final class FindingLog {

    /** Messages quote the file, so a hostile one could make each of them different. */
    private static final int MAX_DISTINCT_FINDINGS = 200;

    private record Subject(Kind kind, String message, String remedy) {}

    private record Count(String firstLocation, int count) {
        Count plus(int times) {
            return new Count(firstLocation, count + times);
        }
    }

    private final Tolerance tolerance;
    private final Map<Subject, Count> tallies = new LinkedHashMap<>();
    private int uncounted;
    private Supplier<String> place = () -> "file";
    private String bar = "";

    public FindingLog(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    /** From here on, locations are what is supplied, such as line and column. */
    public void follow(Supplier<String> newPlace) {
        place = newPlace;
    }

    public void enterBar(String partId, String number) {
        bar = "bar %s of part %s".formatted(Quoted.of(number), Quoted.of(partId));
    }

    public void leaveBars() {
        bar = "";
    }

    /** The place in the file where reading stands. */
    public String location() {
        return bar.isEmpty() ? place.get() : "%s (%s)".formatted(place.get(), bar);
    }

    /**
     * A rule is broken: strict reading ends here, lenient reading goes on.
     *
     * @param repair what lenient reading does about it
     * @param remedy what the user of strict reading can do about it
     */
    public void repair(String message, String repair, String remedy) throws MalformedNotationException {
        if (tolerance == Tolerance.STRICT) {
            throw MalformedNotationException.refusing(location(), message, remedy + ", or read it leniently");
        }
        count(Kind.REPAIRED, location(), message, repair, 1);
    }

    /** Something that we do not represent is left out. */
    public void drop(String message) {
        count(Kind.DROPPED, location(), message, "left out, since it is not represented here", 1);
    }

    /** Worth knowing; nothing is lost. */
    public void note(String message, String consequence) {
        count(Kind.NOTED, location(), message, consequence, 1);
    }

    /** Worth knowing, at a place that reading has left. */
    public void noteAt(String location, String message, String consequence) {
        noteAt(location, message, consequence, 1);
    }

    public void noteAt(String location, String message, String consequence, int times) {
        count(Kind.NOTED, location, message, consequence, times);
    }

    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        tallies.forEach((subject, tally) -> findings.add(new Finding(
                subject.kind(),
                tally.firstLocation(),
                tally.count() == 1
                        ? subject.message()
                        : "%s (%d times, here first)".formatted(subject.message(), tally.count()),
                subject.remedy())));
        if (uncounted > 0) {
            findings.add(new Finding(Kind.NOTED, "file", uncounted + " further findings are not listed", ""));
        }
        return findings;
    }

    private void count(Kind kind, String location, String message, String remedy, int times) {
        Subject subject = new Subject(kind, message, remedy);
        Count tally = tallies.get(subject);
        if (tally != null) {
            tallies.put(subject, tally.plus(times));
        } else if (tallies.size() < MAX_DISTINCT_FINDINGS) {
            tallies.put(subject, new Count(location, times));
        } else {
            uncounted++;
        }
    }
}
