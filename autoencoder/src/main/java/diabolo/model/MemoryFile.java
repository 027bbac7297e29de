package diabolo.model;

import static diabolo.note.Checks.require;

import diabolo.tensor.NamedArray;
import diabolo.tensor.SafeTensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a model keeps of its training examples, as it is stored in a model's folder. */
final class MemoryFile {

    private static final String CODES = "codes";
    private static final String NGRAMS = "phrases";
    private static final String SHARES = "keys.share";
    private static final String MEANS = "keys.mean";
    private static final String FACTORS = "keys.factor";
    private static final String PITCH_CLASSES = "keys.pitchClasses";

    private MemoryFile() {}

    static SafeTensors of(TrainingExamples trainingExamples) {
        float[] ngrams = trainingExamples.ngrams().numbers();
        List<NamedArray> arrays = new ArrayList<>(List.of(
                NamedArray.of(CODES, trainingExamples.codes()),
                new NamedArray(NGRAMS, new long[] {ngrams.length / 2, 2}, ngrams)));
        if (trainingExamples.distribution().isKnown()) {
            arrays.addAll(arrays(trainingExamples.distribution().keys()));
        }
        return new SafeTensors(
                Map.of(
                        "places",
                        JsonMapper.shared().writeValueAsString(trainingExamples.places()),
                        "pieces",
                        JsonMapper.shared()
                                .writeValueAsString(trainingExamples.ngrams().pieces())),
                arrays);
    }

    private static List<NamedArray> arrays(List<CodeDistribution.InKey> keys) {
        return List.of(
                NamedArray.of(SHARES, rows(keys, key -> new float[] {(float) key.share()})),
                NamedArray.of(MEANS, rows(keys, CodeDistribution.InKey::mean)),
                NamedArray.of(
                        FACTORS,
                        keys.stream()
                                .flatMap(key -> Arrays.stream(key.factor()))
                                .toArray(float[][]::new)),
                NamedArray.of(PITCH_CLASSES, rows(keys, CodeDistribution.InKey::pitchClasses)));
    }

    private static float[][] rows(List<CodeDistribution.InKey> keys, Function<CodeDistribution.InKey, float[]> row) {
        return keys.stream().map(row).toArray(float[][]::new);
    }

    /**
     * Reads what was stored.
     *
     * @throws IllegalArgumentException if it is not of a model with this spec; the message gives the fault
     */
    static TrainingExamples read(SafeTensors file, ModelSpec spec) {
        float[][] codes = rows(file.array(CODES), spec.codeSize());
        try {
            TrainingExamples.Place[] places = ModelJson.MAPPER.readValue(
                    file.metadata().getOrDefault("places", "[]"), TrainingExamples.Place[].class);
            String[] pieces = ModelJson.MAPPER.readValue(file.metadata().getOrDefault("pieces", "[]"), String[].class);
            NgramIndex ngrams = array(file, NGRAMS)
                    .map(numbers -> NgramIndex.of(Arrays.asList(pieces), numbers.values()))
                    .orElse(NgramIndex.NONE);
            CodeDistribution distribution = array(file, SHARES)
                    .map(shares -> distribution(file, shares, spec.codeSize()))
                    .orElse(CodeDistribution.NONE);
            return new TrainingExamples(Arrays.asList(places), codes, ngrams, distribution);
        } catch (JacksonException | NullPointerException malformed) { // JSON has null for a place
            throw new IllegalArgumentException("the places of the training examples cannot be read", malformed);
        }
    }

    private static CodeDistribution distribution(SafeTensors file, NamedArray shareArray, int codeSize) {
        float[][] shares = rows(shareArray, 1);
        float[][] means = rows(file.array(MEANS), codeSize);
        float[][] factors = rows(file.array(FACTORS), codeSize);
        float[][] pitchClasses = rows(file.array(PITCH_CLASSES), CodeDistribution.PITCH_CLASSES);
        require(
                means.length == shares.length
                        && factors.length == shares.length * codeSize
                        && pitchClasses.length == shares.length,
                "the distributions of the codes are not of the same keys");
        return new CodeDistribution(IntStream.range(0, shares.length)
                .mapToObj(key -> new CodeDistribution.InKey(
                        shares[key][0],
                        means[key],
                        Arrays.copyOfRange(factors, key * codeSize, (key + 1) * codeSize),
                        pitchClasses[key]))
                .toList());
    }

    private static Optional<NamedArray> array(SafeTensors file, String name) {
        return file.arrays().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private static float[][] rows(NamedArray array, int columns) {
        array.requireFinite();
        require(
                array.shape().length == 2 && (array.shape()[0] == 0 || array.shape()[1] == columns),
                "%s of the training examples does not have %d dimensions".formatted(array.name(), columns));
        return IntStream.range(0, Math.toIntExact(array.shape()[0]))
                .mapToObj(row -> Arrays.copyOfRange(array.values(), row * columns, (row + 1) * columns))
                .toArray(float[][]::new);
    }
}
