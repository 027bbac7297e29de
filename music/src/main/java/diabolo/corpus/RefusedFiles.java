package diabolo.corpus;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many files were refused, for each kind of reason.
 *
 * <pre>{@code
 * RefusedFiles.of(corpus.refusals()).inWords(); // "12, of which 7 without a part for it, 5 not music"
 * }</pre>
 *
 * <p>Immutable.
 *
 * @param counts for each kind that occurred, 1 or more
 */
public record RefusedFiles(Map<FileRefusal, Integer> counts) {

    public RefusedFiles {
        EnumMap<FileRefusal, Integer> inOrder = new EnumMap<>(FileRefusal.class);
        inOrder.putAll(counts);
        counts = Collections.unmodifiableMap(inOrder);
    }

    public static RefusedFiles of(List<Refusal> refusals) {
        EnumMap<FileRefusal, Integer> counts = new EnumMap<>(FileRefusal.class);
        refusals.forEach(refusal -> counts.merge(refusal.kind(), 1, Integer::sum));
        return new RefusedFiles(counts);
    }

    /** Those that are music: without the pictures and sounds that lie beside it. */
    public RefusedFiles ofMusic() {
        EnumMap<FileRefusal, Integer> music = new EnumMap<>(FileRefusal.class);
        music.putAll(counts);
        music.remove(FileRefusal.NO_MUSIC);
        return new RefusedFiles(music);
    }

    /** For whatever reason. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** For people, the most frequent first; {@code "none"} where there are none. */
    public String inWords() {
        return switch (counts.size()) {
            case 0 -> "none";
            case 1 -> count();
            default -> "%d, of which %s".formatted(total(), count());
        };
    }

    /** The kind of reason of the most; there must be one. */
    FileRefusal mostFrequent() {
        return counts.entrySet().stream()
                .min(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .orElseThrow()
                .getKey();
    }

    /** The kinds alone: {@code "7 without a part for it, 5 not music"}. */
    String count() {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.reverseOrder())) // those of one number stay in their order
                .map(entry -> entry.getValue() + " " + entry.getKey().words())
                .collect(Collectors.joining(", "));
    }
}
