package diabolo.report;

import diabolo.attribute.AttributeLearning;
import diabolo.descriptor.Descriptor;
import diabolo.latent.CodeOperations;
import diabolo.model.RecurrentAutoencoder;
import diabolo.model.Sampler;
import diabolo.picture.HeatMapPicture;
import diabolo.picture.HeatMapPicture.Names;
import diabolo.report.page.Report;
import diabolo.representation.TokenRepresentation;
import diabolo.representation.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * How the mean of each attribute changes when codes move along each attribute vector.
 *
 * @param rows for each vector the change of each attribute
 * @param strength that each vector was multiplied by
 */
record AttributeChanges(Map<Descriptor, Map<Descriptor, Change>> rows, double strength) {

    /**
     * Of a mean.
     *
     * @param before the mean of codes that have not moved
     * @param deviation of the attribute in music
     */
    record Change(double before, double after, double deviation) {

        double inDeviations() {
            return deviation == 0 ? 0 : (after - before) / deviation;
        }

        /** None where the attribute was absent before. */
        OptionalDouble inPerCent() {
            return before == 0 ? OptionalDouble.empty() : OptionalDouble.of(100 * (after - before) / before);
        }
    }

    /** Decodes codes, and measures attributes of what they decode to. */
    record Decoding(RecurrentAutoencoder network, TokenRepresentation representation) {

        Map<Descriptor, Double> means(float[][] codes) {
            return each(
                    network.generate(codes, Sampler.LIKELIEST),
                    values -> Arrays.stream(values).average().orElseThrow());
        }

        Map<Descriptor, Double> deviations(List<Tokens> music) {
            return each(music, AttributeLearning::deviation);
        }

        private Map<Descriptor, Double> each(List<Tokens> melodies, ToDoubleFunction<double[]> statistic) {
            Map<Descriptor, Double> all = new EnumMap<>(Descriptor.class);
            for (Descriptor descriptor : Descriptor.MUSIC_VAE) {
                all.put(
                        descriptor,
                        statistic.applyAsDouble(melodies.stream()
                                .mapToDouble(tokens -> descriptor.of(representation.decode(tokens)))
                                .toArray()));
            }
            return all;
        }
    }

    static AttributeChanges of(
            Decoding decoding,
            float[][] codes,
            Map<Descriptor, float[]> vectors,
            double strength,
            Map<Descriptor, Double> deviations) {
        Map<Descriptor, Double> before = decoding.means(codes);
        Map<Descriptor, Map<Descriptor, Change>> rows = new EnumMap<>(Descriptor.class);
        vectors.forEach((vector, direction) -> {
            Map<Descriptor, Double> after = decoding.means(CodeOperations.along(codes, direction, strength));
            Map<Descriptor, Change> row = new EnumMap<>(Descriptor.class);
            before.forEach((attribute, mean) -> row.put(
                    attribute,
                    new Change(mean, after.getOrDefault(attribute, mean), deviations.getOrDefault(attribute, 0.0))));
            rows.put(vector, row);
        });
        return new AttributeChanges(rows, strength);
    }

    void addTo(Report report, String prefix) {
        rows.forEach((vector, row) -> row.forEach((attribute, change) -> change.inPerCent()
                .ifPresent(perCent -> report.metric(prefix + vector.id() + "." + attribute.id(), perCent))));
    }

    /** What each vector changes its own attribute by, and what the other vectors change it by at most, in standard deviations. */
    void addOwn(Report report, String prefix) {
        for (Descriptor vector : rows.keySet()) {
            report.metric(prefix + vector.id() + ".deviations", byOwn(vector));
            report.metric(prefix + vector.id() + ".others.deviations", byOthers(vector));
        }
    }

    /** A row for each vector, a column for each attribute. */
    HeatMapPicture picture(String title) {
        List<Descriptor> attributes = Descriptor.MUSIC_VAE;
        double[][] values = rows.values().stream()
                .map(row -> attributes.stream()
                        .mapToDouble(attribute -> inDeviations(row, attribute))
                        .toArray())
                .toArray(double[][]::new);
        return HeatMapPicture.of(
                        title,
                        Names.of(
                                "vector",
                                rows.keySet().stream().map(Descriptor::id).toList()),
                        Names.of(
                                "changes the mean by so many standard deviations",
                                attributes.stream().map(Descriptor::id).toList()),
                        values)
                .diverging()
                .withDecimals(2);
    }

    /** Whether each vector changes its own attribute in the right direction and most, and where not, by how much. */
    String verdict() {
        List<String> missed = new ArrayList<>();
        for (Descriptor vector : rows.keySet()) {
            if (Math.signum(strength) * byOwn(vector) <= byOthers(vector)) {
                missed.add(String.format(
                        Locale.ROOT,
                        "%s changes by %+.2f, and by up to %.2f with other vectors",
                        vector.id(),
                        byOwn(vector),
                        byOthers(vector)));
            }
        }
        return missed.isEmpty()
                ? "Each vector changes its own attribute in the right direction, and by more than any other vector does."
                : "Not every vector changes its own attribute in the right direction and by more than any other does: "
                        + String.join("; ", missed)
                        + ".";
    }

    private double byOwn(Descriptor vector) {
        return inDeviations(rows.getOrDefault(vector, Map.of()), vector);
    }

    /** The most that another vector changes an attribute by, in whichever direction. */
    private double byOthers(Descriptor attribute) {
        return rows.entrySet().stream()
                .filter(other -> other.getKey() != attribute)
                .mapToDouble(other -> Math.abs(inDeviations(other.getValue(), attribute)))
                .max()
                .orElse(0);
    }

    private static double inDeviations(Map<Descriptor, Change> row, Descriptor attribute) {
        Change change = row.get(attribute);
        return change == null ? 0 : change.inDeviations();
    }
}
