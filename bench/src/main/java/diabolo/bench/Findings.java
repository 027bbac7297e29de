package diabolo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** The sides of a case and how they compare; the first side is Diabolo. */
record Findings(BenchCase which, List<Rounds> sides, String load) {

    static Findings read(Path folder, BenchCase which) throws IOException {
        List<Rounds> sides = new ArrayList<>();
        for (String side : Files.readAllLines(folder.resolve("sides"))) {
            sides.add(Rounds.read(folder, side));
        }
        return new Findings(which, sides, String.join(" to ", Files.readAllLines(folder.resolve("load"))));
    }

    private Rounds ours() {
        return sides.getFirst();
    }

    /** Whether several sizes were measured. */
    boolean grows() {
        return ours().bySize().size() > 2;
    }

    GrowthChart chart() {
        return new GrowthChart(
                which, sides.stream().filter(side -> side.missing().isEmpty()).toList());
    }

    /** Operations of matrix products a second of processor time. */
    OptionalDouble oursPerSecond() {
        if (which.operations().isEmpty() || ours().bySize().isEmpty()) {
            return OptionalDouble.empty();
        }
        int size = ours().bySize().keySet().iterator().next();
        return OptionalDouble.of(
                which.operations().getAsDouble() / ours().processor(size).median() * 1e3);
    }

    String section() {
        StringBuilder text =
                new StringBuilder("## %s\n\n%s Load average %s.\n\n".formatted(which.title(), which.meaning(), load));
        text.append(which == BenchCase.START ? starts() : comparisons());
        for (Rounds side : sides) {
            side.missing()
                    .ifPresent(why -> text.append("* %s: not measured, %s\n".formatted(Side.label(side.side()), why)));
        }
        return text.append(text.toString().endsWith("\n\n") ? "" : "\n").toString();
    }

    private String comparisons() {
        if (ours().bySize().isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder("""
                | %s | side | processor ms | clock ms | ratio, processor | ratio, clock | apart by |
                |---|---|---|---|---|---|---|
                """.formatted(which.unit()));
        for (int size : ours().bySize().keySet()) {
            for (Rounds side : sides) {
                if (!side.of(size).isEmpty()) {
                    table.append(row(side, size));
                }
            }
        }
        return table.append('\n').toString();
    }

    private String row(Rounds side, int size) {
        boolean isOurs = side.equals(ours());
        return String.format(
                Locale.ROOT,
                "| %,d | %s | %s | %s | %s | %s | %s |%n",
                size,
                Side.label(side.side()),
                which.byClock() ? Spread.digits(side.processor(size).median()) : side.processor(size),
                which.byClock()
                        ? side.clock(size)
                        : Spread.digits(side.clock(size).median()),
                isOurs ? "" : ratio(side.processorRatio(ours(), size), !which.byClock()),
                isOurs ? "" : ratio(side.clockRatio(ours(), size), which.byClock()),
                isOurs ? "" : apart(side, size));
    }

    /** With its spread if this is what the case compares. */
    private static String ratio(Spread ratio, boolean counts) {
        return counts ? "**" + ratio.toString().replaceFirst(" ", "** ") : Spread.digits(ratio.median());
    }

    private String apart(Rounds side, int size) {
        if (side.of(size).getFirst().check().isEmpty()) {
            return "";
        }
        double distance = distance(side, size);
        return String.format(Locale.ROOT, "%.1e%s", distance, distance > which.tolerance() ? ", **differs**" : "");
    }

    private double distance(Rounds side, int size) {
        if (side.of(size).isEmpty()) {
            return 0;
        }
        return which.distance(
                ours().of(size).getFirst().check(), side.of(size).getFirst().check());
    }

    boolean disagrees() {
        return which != BenchCase.START
                && sides.stream().anyMatch(side -> ours().bySize().keySet().stream()
                        .anyMatch(size -> distance(side, size) > which.tolerance()));
    }

    /** Of each command; what is checked is the most memory of its process, in MB. */
    private String starts() {
        StringBuilder table = new StringBuilder("""
                | command | processor s | clock s | memory at most, MB |
                |---|---|---|---|
                """);
        for (Rounds side : sides) {
            List<Measurement> rounds = side.of(1);
            if (!rounds.isEmpty()) {
                table.append("| %s | %s | %s | %s |\n"
                        .formatted(
                                Side.label(side.side()),
                                seconds(rounds.stream()
                                        .map(Measurement::processorMillis)
                                        .toList()),
                                seconds(rounds.stream().map(Measurement::millis).toList()),
                                Spread.digits(Spread.of(rounds.stream()
                                                .map(round -> round.check().getFirst())
                                                .toList())
                                        .median())));
            }
        }
        return table.append('\n').toString();
    }

    private static Spread seconds(List<Double> millis) {
        return Spread.of(millis.stream().map(some -> some / 1e3).toList());
    }
}
