package diabolo.lecture.dimension;

import diabolo.latent.LatentSpace;
import diabolo.projection.NearestNeighbours;
import diabolo.representation.Frames;
import diabolo.representation.Representation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Windows of music, their codes in a model, and their rolls: the cells that sound.
 *
 * <pre>{@code
 * EncodedWindows music = EncodedWindows.of(windows, space);
 * music.sameTune(music.codes()); // the share whose nearest neighbour by code is of the same tune
 * }</pre>
 *
 * @param codes [windows][code]
 * @param rolls [windows][steps * pitches or drums], 0 or 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record EncodedWindows(List<NamedWindow> windows, float[][] codes, float[][] rolls) {

    static EncodedWindows of(List<NamedWindow> windows, LatentSpace space) {
        List<Frames> frames =
                windows.stream().map(window -> window.window().frames()).toList();
        Representation representation = space.representation();
        float[][] rolls = frames.stream()
                .map(window -> SoundingRoll.of(representation, window))
                .toArray(float[][]::new);
        return new EncodedWindows(windows, space.network().encode(frames), rolls);
    }

    int count() {
        return windows.size();
    }

    /** In the order in which they first occur. */
    List<String> groups() {
        return windows.stream().map(NamedWindow::group).distinct().toList();
    }

    /** Those of a group. */
    int[] of(String group) {
        return IntStream.range(0, count())
                .filter(i -> windows.get(i).group().equals(group))
                .toArray();
    }

    boolean areOfOneTune(int one, int other) {
        return windows.get(one).tune().equals(windows.get(other).tune());
    }

    /** The share of windows whose nearest neighbour among the points, one for each window, is of the same tune. */
    double sameTune(float[][] points) {
        int[][] nearest = NearestNeighbours.of(points, 1, _ -> {}).indices();
        return share(i -> areOfOneTune(i, nearest[i][0]));
    }

    /** The same of a neighbour that is chosen by chance. */
    double sameTuneByChance() {
        Map<String, Integer> sizes = new HashMap<>();
        windows.forEach(window -> sizes.merge(window.tune(), 1, Integer::sum));
        return sizes.values().stream()
                .mapToDouble(size -> (double) size / count() * (size - 1) / (count() - 1))
                .sum();
    }

    /** Among windows of other tunes, the share whose nearest is of the same group. */
    double sameGroup(float[][] points) {
        int[] nearest =
                nearestOfOtherTunes(points, 1).stream().mapToInt(List::getFirst).toArray();
        return share(i -> windows.get(i).group().equals(windows.get(nearest[i]).group()));
    }

    /** The same of a window of another tune that is chosen by chance. */
    double sameGroupByChance() {
        double sum = 0;
        for (int i = 0; i < count(); i++) {
            NamedWindow window = windows.get(i);
            long others = windows.stream()
                    .filter(other -> !other.tune().equals(window.tune()))
                    .count();
            long alike = windows.stream()
                    .filter(other -> other.group().equals(window.group())
                            && !other.tune().equals(window.tune()))
                    .count();
            sum += (double) alike / others / count();
        }
        return sum;
    }

    private double share(IntPredicate isTrue) {
        return (double) IntStream.range(0, count()).filter(isTrue).count() / count();
    }

    /** For each window those of other tunes that are nearest to it, nearest first. */
    List<List<Integer>> nearestOfOtherTunes(float[][] points, int wanted) {
        Map<String, Long> sizes = new HashMap<>();
        windows.forEach(window -> sizes.merge(window.tune(), 1L, Long::sum));
        long largest = sizes.values().stream().mapToLong(Long::longValue).max().orElse(1);
        int looked = (int) Math.min(count() - 1L, largest - 1 + wanted);
        int[][] nearest = NearestNeighbours.of(points, looked, _ -> {}).indices();
        return IntStream.range(0, count())
                .mapToObj(i -> IntStream.of(nearest[i])
                        .filter(other -> !areOfOneTune(i, other))
                        .limit(wanted)
                        .boxed()
                        .toList())
                .toList();
    }

    /** The codes as points, coloured by group. */
    PointCloud cloud(String metric, String words) {
        List<String> groups = groups();
        return new PointCloud(
                metric,
                words,
                codes,
                windows.stream()
                        .mapToInt(window -> groups.indexOf(window.group()))
                        .toArray(),
                groups,
                List.of(),
                Optional.empty());
    }

    static float[][] rows(float[][] points, int[] wanted) {
        return IntStream.of(wanted).mapToObj(i -> points[i]).toArray(float[][]::new);
    }

    /** The points of both, one after the other. */
    static float[][] joined(float[][] points, float[][] more) {
        return Stream.concat(Stream.of(points), Stream.of(more)).toArray(float[][]::new);
    }
}
