package diabolo.operation;

import diabolo.note.Meter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requires pieces of equal length, for operations that combine them window by window. */
final class EqualLengths {

    private EqualLengths() {}

    /**
     * Requires music of equal length in bars.
     *
     * @return the pieces, each as long as the longest
     * @throws IllegalArgumentException if their last bars differ, or some begin with a pickup and others do not
     */
    static List<GivenMusic> of(List<GivenMusic> pieces) {
        if (pieces.stream().map(EqualLengths::extent).distinct().count() > 1) {
            throw new IllegalArgumentException("pieces of one length are needed: %s; %s"
                    .formatted(
                            pieces.stream().map(EqualLengths::withLength).collect(Collectors.joining(", ")),
                            remedy(pieces)));
        }
        int longest = pieces.stream()
                .mapToInt(piece -> piece.passage().music().lengthInSteps())
                .max()
                .orElse(0);
        return pieces.stream().map(piece -> piece.lasting(Math.max(1, longest))).toList();
    }

    /**
     * Requires codes of equal length in windows.
     *
     * @param codes of each source: [windows][codeSize]
     * @throws IllegalArgumentException if they are not
     */
    static List<float[][]> ofCodes(List<Source> sources, List<float[][]> codes) {
        if (codes.stream().mapToInt(windows -> windows.length).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "pieces of one length are needed, with codes counted in windows: %s; encode as many of each"
                            .formatted(IntStream.range(0, sources.size())
                                    .mapToObj(i ->
                                            "%s has %d".formatted(sources.get(i).name(), codes.get(i).length))
                                    .collect(Collectors.joining(", "))));
        }
        return codes;
    }

    /** The number of the first bar, and where the last one ends. */
    private static List<Integer> extent(GivenMusic piece) {
        return List.of(piece.passage().firstBar(), piece.passage().endStep());
    }

    private static String remedy(List<GivenMusic> pieces) {
        boolean barsDiffer = pieces.stream()
                        .flatMap(piece -> piece.meter().stream())
                        .map(Meter::barLength)
                        .distinct()
                        .count()
                > 1;
        boolean inOtherMeters = pieces.stream()
                        .map(piece -> List.of(
                                piece.passage().firstBar(), piece.passage().bars(), piece.pickupSteps()))
                        .distinct()
                        .count()
                == 1;
        return inOtherMeters || barsDiffer
                ? "choose some in one time signature, or read all in one, as with --meter 4/4"
                : "take as many bars of each, as with --bars 1-"
                        + Math.max(
                                1,
                                pieces.stream()
                                        .map(piece -> piece.passage().lastBar())
                                        .min(Comparator.naturalOrder())
                                        .orElse(1));
    }

    private static String withLength(GivenMusic piece) {
        return "%s has %s%s"
                .formatted(
                        piece.name(),
                        piece.lengthInBars(),
                        piece.meter().map(" of %s"::formatted).orElse(""));
    }
}
