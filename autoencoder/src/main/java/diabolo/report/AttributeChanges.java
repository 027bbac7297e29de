package diabolo.report;

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
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How the mean of each attribute changes, in per cent, when codes move along each attribute vector.
 *
 * @param rows for each vector the change of each attribute; an attribute that was absent before is left out
 * @param strength that each vector was multiplied by
 */
record AttributeChanges(Map<Descriptor, Map<Descriptor, Double>> rows, double strength) {

    /** Decodes codes, and measures attributes of what they decode to. */
    record Decoding(RecurrentAutoencoder network, TokenRepresentation representation) {

        Map<Descriptor, Double> means(float[][] codes) {
            Map<Descriptor, Double> means = new EnumMap<>(Descriptor.class);
            List<Tokens> written = network.generate(codes, Sampler.LIKELIEST);
            for (Descriptor descriptor : Descriptor.MUSIC_VAE) {
                means.put(
                        descriptor,
                        written.stream()
                                .mapToDouble(tokens -> descriptor.of(representation.decode(tokens)))
                                .average()
                                .orElseThrow());
            }
            return means;
        }
    }

    static AttributeChanges of(Decoding decoding, float[][] codes, Map<Descriptor, float[]> vectors, double strength) {
        Map<Descriptor, Double> before = decoding.means(codes);
        Map<Descriptor, Map<Descriptor, Double>> rows = new EnumMap<>(Descriptor.class);
        vectors.forEach((vector, direction) ->
                rows.put(vector, changes(before, decoding.means(CodeOperations.along(codes, direction, strength)))));
        return new AttributeChanges(rows, strength);
    }

    private static Map<Descriptor, Double> changes(Map<Descriptor, Double> before, Map<Descriptor, Double> after) {
        Map<Descriptor, Double> changes = new EnumMap<>(Descriptor.class);
        before.forEach((attribute, base) -> {
            if (base != 0) {
                changes.put(attribute, 100 * (after.getOrDefault(attribute, 0.0) - base) / base);
            }
        });
        return changes;
    }

    void addTo(Report report, String prefix) {
        rows.forEach((vector, row) ->
                row.forEach((attribute, change) -> report.metric(prefix + vector.id() + "." + attribute.id(), change)));
    }

    /** A row for each vector, a column for each attribute; an attribute that was absent before has no number. */
    HeatMapPicture picture(String title) {
        List<Descriptor> attributes = Descriptor.MUSIC_VAE;
        double[][] values = rows.values().stream()
                .map(row -> attributes.stream()
                        .mapToDouble(attribute -> row.getOrDefault(attribute, Double.NaN))
                        .toArray())
                .toArray(double[][]::new);
        return HeatMapPicture.of(
                        title,
                        Names.of(
                                "vector",
                                rows.keySet().stream().map(Descriptor::id).toList()),
                        Names.of(
                                "changes the mean by so many per cent",
                                attributes.stream().map(Descriptor::id).toList()),
                        values)
                .diverging();
    }

    /** Whether each vector changes its own attribute in the right direction and most, and where not, by how much. */
    String verdict() {
        List<String> missed = new ArrayList<>();
        rows.forEach((vector, row) -> {
            if (!row.containsKey(vector)) {
                return; // there was none before, as the table says
            }
            double change = row.getOrDefault(vector, 0.0);
            double byOthers = rows.entrySet().stream()
                    .filter(other -> other.getKey() != vector)
                    .mapToDouble(other -> Math.abs(other.getValue().getOrDefault(vector, 0.0)))
                    .max()
                    .orElse(0);
            if (Math.signum(strength) * change <= byOthers) {
                missed.add(String.format(
                        Locale.ROOT,
                        "%s changes by %+.0f %%, and by up to %.0f %% with other vectors",
                        vector.id(),
                        change,
                        byOthers));
            }
        });
        return missed.isEmpty()
                ? "Each vector changes its own attribute in the right direction, and by more than any other vector does."
                : "Not every vector changes its own attribute in the right direction and by more than any other does: "
                        + String.join("; ", missed)
                        + ".";
    }
}
