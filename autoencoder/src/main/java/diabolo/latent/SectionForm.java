package diabolo.latent;

import static diabolo.note.Checks.require;
import static diabolo.note.Checks.requireBetween;
import static java.util.Objects.requireNonNull;

import diabolo.note.OutOfRangeException;
import diabolo.note.Quoted;
import diabolo.representation.Frames;
import diabolo.representation.Representation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which windows of a tune are alike, by the letters of its sections.
 *
 * <pre>{@code
 * SectionForm.of("AABA", 8).letters();                      // A B A B C D A B, a letter a window
 * new SectionForm(new int[] {0, 1, 0, 2}).letters();        // A B A C
 * }</pre>
 *
 * @param kinds of the windows, from 0 in order of appearance; 1 to 64
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SectionForm(int[] kinds) {

    private static final int MOST_WINDOWS = 64;
    private static final int LETTERS = 26;
    private static final double ALIKE = 0.1;

    public SectionForm {
        requireBetween("windows", kinds.length, 1, MOST_WINDOWS);
    }

    /**
     * The form of a word such as AABA: each letter is a section, and sections of one letter are the same.
     *
     * @param windows of the whole
     * @throws OutOfRangeException if it is no word of the letters A to Z, or its sections do not divide the windows
     */
    public static SectionForm of(String letters, int windows) {
        String word = requireNonNull(letters, "letters").strip();
        if (!word.matches("[A-Za-z]{1,64}")) {
            throw new OutOfRangeException(
                    "form", "must be a word of the letters A to Z, such as AABA, was '%s'".formatted(Quoted.of(word)));
        }
        if (windows % word.length() != 0) {
            throw new OutOfRangeException(
                    "form",
                    "has %d sections, which do not divide the %d windows of the tune; take another number of letters or of bars"
                            .formatted(word.length(), windows));
        }
        int each = windows / word.length();
        int[] kinds = new int[windows];
        for (int window = 0; window < windows; window++) {
            kinds[window] = Character.toUpperCase(word.charAt(window / each)) * each + window % each;
        }
        return new SectionForm(inOrder(kinds));
    }

    /** That of music: windows that differ in a tenth of their steps or fewer are alike. */
    public static SectionForm of(List<Frames> windows, Representation representation) {
        int[] kinds = new int[windows.size()];
        for (int window = 0; window < kinds.length; window++) {
            kinds[window] = window;
            for (int before = 0; before < window && kinds[window] == window; before++) {
                int differing = representation.differingSteps(windows.get(before), windows.get(window));
                kinds[window] = differing <= ALIKE * representation.steps() ? kinds[before] : window;
            }
        }
        return new SectionForm(inOrder(kinds));
    }

    /** The same with kinds that are counted from 0 in order of appearance. */
    static int[] inOrder(int[] kinds) {
        List<Integer> seen = new ArrayList<>();
        return Arrays.stream(kinds)
                .map(kind -> {
                    if (!seen.contains(kind)) {
                        seen.add(kind);
                    }
                    return seen.indexOf(kind);
                })
                .toArray();
    }

    public int windows() {
        return kinds.length;
    }

    /** How many windows are unlike each other. */
    public int count() {
        return (int) Arrays.stream(kinds).distinct().count();
    }

    /** A letter for each window: {@code A B A C}. */
    public String letters() {
        return Arrays.stream(kinds)
                .mapToObj(kind -> kind < LETTERS ? String.valueOf((char) ('A' + kind)) : "Z" + (kind - LETTERS + 1))
                .collect(Collectors.joining(" "));
    }

    /**
     * The windows that a sampler of so many makes, of which the whole is put together: its end, if all kinds are in it, so that it ends as a
     * tune does; else each kind once, and the last until the end.
     *
     * @return their kinds, [length]
     * @throws OutOfRangeException if there are more kinds than windows
     */
    int[] sampled(int length) {
        require(length > 0, "a sampler makes at least one window");
        if (count() > length) {
            throw new OutOfRangeException(
                    "form",
                    "has %d windows that are unlike each other, and the model makes tunes of %d; take fewer letters or bars"
                            .formatted(count(), length));
        }
        if (windows() >= length) {
            int[] end = Arrays.copyOfRange(kinds, windows() - length, windows());
            if (Arrays.stream(end).distinct().count() == count()) {
                return end;
            }
        }
        int[] distinct = Arrays.stream(kinds).distinct().toArray();
        if (windows() < length) { // the tune twice over, of which the last time is taken
            return IntStream.range(0, length)
                    .map(place -> kinds[Math.floorMod(place - length, windows())])
                    .toArray();
        }
        return IntStream.range(0, length)
                .map(place -> distinct[Math.min(place, distinct.length - 1)])
                .toArray();
    }
}
