package diabolo.midi;

import diabolo.note.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is noticed while a file is read, and the one place that knows strict from lenient: a strict diagnosis refuses at the
 * first broken rule, a lenient one writes down how it was mended.
 *
 * <p>Not thread-safe: one serves one file.
 */
final class Diagnosis {

    /** How a broken rule is taken. */
    enum Mode {
        STRICT,
        LENIENT
    }

    /** A hostile file could break a rule at every byte; a person reads the first few. */
    static final int MAX_FINDINGS = 100;

    private final Mode mode;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<LeftOut, Integer> leftOut = new EnumMap<>(LeftOut.class);
    private int untold;

    Diagnosis(Mode mode) {
        this.mode = mode;
    }

    boolean isLenient() {
        return mode == Mode.LENIENT;
    }

    /**
     * A rule is broken, and there is a repair.
     *
     * @param repair what lenient reading does about it, as a clause in the present tense
     * @throws MalformedMidiException if strict
     */
    void repair(int offset, String message, String repair) throws MalformedMidiException {
        if (mode == Mode.STRICT) {
            throw refusal(offset, message, "lenient reading repairs it: " + repair);
        }
        add(new Finding(Finding.Kind.REPAIRED, "byte " + offset, message, repair));
    }

    /** A rule is broken that nobody can repair; to be thrown by the caller. */
    MalformedMidiException refusal(int offset, String message, String remedy) {
        return new MalformedMidiException(new Finding(Finding.Kind.REFUSED, "byte " + offset, message, remedy));
    }

    void dropped(int offset, String message, String remedy) {
        add(new Finding(Finding.Kind.DROPPED, "byte " + offset, message, remedy));
    }

    void noted(String location, String message, String remedy) {
        add(new Finding(Finding.Kind.NOTED, location, message, remedy));
    }

    void leaveOut(LeftOut kind) {
        leftOut.merge(kind, 1, Integer::sum);
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        if (!leftOut.isEmpty()) {
            String counts = leftOut.entrySet().stream()
                    .map(entry -> "%s (%d)".formatted(entry.getKey().plural(), entry.getValue()))
                    .collect(Collectors.joining(", "));
            all.add(new Finding(
                    Finding.Kind.DROPPED,
                    "whole file",
                    "left out: " + counts,
                    "notes, tempos, meters and keys are kept"));
        }
        if (untold > 0) {
            all.add(new Finding(
                    Finding.Kind.REPAIRED,
                    "whole file",
                    untold + " more findings are not listed",
                    "mend the first ones"));
        }
        return all;
    }

    private void add(Finding finding) {
        if (findings.size() < MAX_FINDINGS) {
            findings.add(finding);
        } else {
            untold++;
        }
    }
}
