package diabolo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one side of a case printed, round by round.
 *
 * @param bySize the rounds of each size, in order
 * @param missing why the side did not run
 */
record Rounds(String side, Map<Integer, List<Measurement>> bySize, Optional<String> missing) {

    private static final JsonMapper JSON = new JsonMapper();

    /** Reads {@code SIDE.ROUND} or {@code SIDE.missing} of a case's folder. */
    static Rounds read(Path folder, String side) throws IOException {
        Path missing = folder.resolve(side + ".missing");
        Map<Integer, List<Measurement>> bySize = new TreeMap<>();
        if (Files.exists(missing)) {
            return new Rounds(
                    side, bySize, Optional.of(Files.readString(missing).strip()));
        }
        for (int round = 1; Files.exists(folder.resolve(side + "." + round)); round++) {
            for (String line : Files.readAllLines(folder.resolve(side + "." + round))) {
                Measurement measured = measurement(JSON.readTree(line));
                bySize.computeIfAbsent(measured.size(), _ -> new ArrayList<>()).add(measured);
            }
        }
        return new Rounds(side, bySize, Optional.empty());
    }

    private static Measurement measurement(JsonNode line) {
        List<Double> check = StreamSupport.stream(line.get("check").spliterator(), false)
                .map(JsonNode::asDouble)
                .toList();
        return new Measurement(
                line.get("size").asInt(),
                line.get("millis").asDouble(),
                line.get("processorMillis").asDouble(),
                check);
    }

    List<Measurement> of(int size) {
        return bySize.getOrDefault(size, List.of());
    }

    Spread processor(int size) {
        return Spread.of(of(size).stream().map(Measurement::processorMillis).toList());
    }

    Spread clock(int size) {
        return Spread.of(of(size).stream().map(Measurement::millis).toList());
    }

    /** How many times as long as our rounds these took, round by round, in processor time. */
    Spread processorRatio(Rounds ours, int size) {
        return ratio(ours.of(size), size, Measurement::processorMillis);
    }

    /** The same by the clock. */
    Spread clockRatio(Rounds ours, int size) {
        return ratio(ours.of(size), size, Measurement::millis);
    }

    private Spread ratio(List<Measurement> ours, int size, java.util.function.ToDoubleFunction<Measurement> time) {
        List<Measurement> theirs = of(size);
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < Math.min(ours.size(), theirs.size()); round++) {
            ratios.add(time.applyAsDouble(theirs.get(round)) / time.applyAsDouble(ours.get(round)));
        }
        return Spread.of(ratios);
    }
}
