package diabolo.model.diffusion;

import static diabolo.note.Checks.require;

import diabolo.descriptor.Descriptor;
import diabolo.model.Denoiser;
import diabolo.model.DenoiserSpec;
import diabolo.note.OutOfRangeException;
import diabolo.tensor.NamedArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is known of the codes of a model whose music has asked values of descriptors: a denoiser of single codes with these values as
 * conditions (after Pettenò, Mezza and
 * Bernardini 2025, "Conditional Diffusion as Latent Constraints for Controllable Symbolic Music Generation"). Its music is in C major or A minor.
 *
 * <pre>{@code
 * Faders faders = Faders.in(Path.of("models/melody-2bar")).orElseThrow();
 * faders.conditions(Map.of(Descriptor.NOTE_DENSITY, 0.4));
 * }</pre>
 *
 * <p>In the file {@code faders.safetensors} of a model's folder. The arrays are not copied and must not be changed.
 *
 * @param scale of the codes of the training music, of which spec.codeSize dimensions are denoised
 * @param keys how many of the training windows were so many semitones above C or A before they were transposed, [12]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Faders(DenoiserSpec spec, List<NamedArray> weights, CodeScale scale, List<Fader> faders, float[] keys) {

    /** Of a condition: that it is told, its value in standard deviations, and the square of this. */
    public static final int NUMBERS_OF_A_CONDITION = 3;

    private static final DenoiserFile FILE = new DenoiserFile("faders.safetensors", "set of faders");
    private static final String FADERS = "faders";
    private static final double FARTHEST = 4;
    private static final int KEYS = 12;

    /**
     * The values of a descriptor in the training music.
     *
     * @param lowest that can be asked for, and so the highest: 99 of 100 windows lie between
     */
    public record Fader(Descriptor descriptor, double mean, double deviation, double lowest, double highest) {

        public Fader {
            require(
                    Double.isFinite(mean) && deviation > 0 && lowest < highest && highest - lowest < 1e6,
                    "a fader of %s has no range".formatted(descriptor.id()));
        }

        /** In standard deviations from the mean. */
        public double standard(double value) {
            return (value - mean) / deviation;
        }

        /** The nearest that can be asked for. */
        public double nearest(double value) {
            return Math.clamp(value, lowest, highest);
        }

        /**
         * A value that can be asked for.
         *
         * @throws OutOfRangeException if it cannot
         */
        public double within(double value) {
            if (!(value >= lowest && value <= highest)) {
                throw new OutOfRangeException(
                        descriptor.id(),
                        String.format(
                                Locale.ROOT,
                                "must be %.2f to %.2f, which is what two bars of the music that was learned have, was %s",
                                lowest,
                                highest,
                                value));
            }
            return value;
        }
    }

    public Faders {
        weights = List.copyOf(weights);
        faders = List.copyOf(faders);
        require(!faders.isEmpty(), "there is no fader");
        require(
                spec.length() == 1 && spec.codeSize() == scale.kept().length,
                "faders are of single codes, with the dimensions that are kept");
        require(
                spec.conditions() == faders.size() * NUMBERS_OF_A_CONDITION,
                "each fader has three conditions, %d had %d".formatted(faders.size(), spec.conditions()));
        require(keys.length == KEYS, "there are twelve keys, was " + keys.length);
        NamedArray.row("keys", keys).requireFinite();
    }

    public Faders withWeights(List<NamedArray> others) {
        return new Faders(spec, others, scale, faders, keys);
    }

    /** The denoiser; the caller closes it. */
    public Denoiser denoiser() {
        return Denoiser.of(spec, weights);
    }

    /**
     * That of a descriptor.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Fader of(Descriptor descriptor) {
        return faders.stream()
                .filter(fader -> fader.descriptor() == descriptor)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s cannot be asked for; choose of %s"
                        .formatted(
                                descriptor.id(),
                                String.join(
                                        ", ",
                                        faders.stream()
                                                .map(fader -> fader.descriptor().id())
                                                .toList()))));
    }

    /** The conditions of a denoiser: [spec.conditions]; descriptors without a fader are left out. */
    public float[] conditions(Map<Descriptor, Double> values) {
        float[] conditions = new float[spec.conditions()];
        for (int i = 0; i < faders.size(); i++) {
            Double value = values.get(faders.get(i).descriptor());
            if (value != null) {
                double standard = Math.clamp(faders.get(i).standard(value), -FARTHEST, FARTHEST);
                conditions[i * NUMBERS_OF_A_CONDITION] = 1;
                conditions[i * NUMBERS_OF_A_CONDITION + 1] = (float) standard;
                conditions[i * NUMBERS_OF_A_CONDITION + 2] = (float) ((standard * standard - 1) / Math.sqrt(2));
            }
        }
        return conditions;
    }

    /** How far values are from what is asked for, in standard deviations of the training music, added up. */
    public double distance(Map<Descriptor, Double> values, Map<Descriptor, Double> asked) {
        return asked.entrySet().stream()
                .mapToDouble(value -> Math.abs(values.getOrDefault(value.getKey(), 0.0) - value.getValue())
                        / of(value.getKey()).deviation())
                .sum();
    }

    /**
     * What to ask windows for, so that the piece that they make has what is asked for: as much more as the piece last had too little.
     *
     * @param last what windows were asked for
     * @param got what pieces had
     */
    public Map<Descriptor, Double> corrected(
            Map<Descriptor, Double> last, Map<Descriptor, Double> asked, Map<Descriptor, Double> got) {
        Map<Descriptor, Double> corrected = new EnumMap<>(Descriptor.class);
        last.forEach((descriptor, value) -> corrected.put(
                descriptor,
                of(descriptor)
                        .nearest(value + asked.getOrDefault(descriptor, 0.0) - got.getOrDefault(descriptor, 0.0))));
        return corrected;
    }

    /** Values of descriptors, in their order. */
    public static Map<Descriptor, Double> named(List<Descriptor> descriptors, double... values) {
        Map<Descriptor, Double> named = new EnumMap<>(Descriptor.class);
        for (int i = 0; i < values.length; i++) {
            named.put(descriptors.get(i), values[i]);
        }
        return named;
    }

    /** Writes them into a model's folder. */
    public void write(Path folder) throws IOException {
        List<NamedArray> arrays = new ArrayList<>(scale.arrays());
        arrays.add(NamedArray.row("keys", keys));
        arrays.add(NamedArray.of(
                FADERS,
                faders.stream()
                        .map(fader -> new float[] {
                            (float) fader.mean(),
                            (float) fader.deviation(),
                            (float) fader.lowest(),
                            (float) fader.highest()
                        })
                        .toArray(float[][]::new)));
        String names = String.join(
                ",", faders.stream().map(fader -> fader.descriptor().id()).toList());
        FILE.write(folder, spec, weights, arrays, Map.of(FADERS, names));
    }

    /** Whether there are some in a model's folder. */
    public static boolean areIn(Path folder) {
        return FILE.isIn(folder);
    }

    /**
     * Those in a model's folder, if there are some.
     *
     * @throws IOException if they cannot be understood; the message names the file and the remedy
     */
    public static Optional<Faders> in(Path folder) throws IOException {
        return FILE.read(folder, (spec, weights, file) -> {
            String[] names = file.metadata().getOrDefault(FADERS, "").split(",", -1);
            NamedArray ranges = file.array(FADERS);
            require(ranges.values().length == 4 * names.length, "each fader has four numbers");
            List<Fader> faders = IntStream.range(0, names.length)
                    .mapToObj(i -> new Fader(
                            Descriptor.named(names[i]),
                            ranges.values()[4 * i],
                            ranges.values()[4 * i + 1],
                            ranges.values()[4 * i + 2],
                            ranges.values()[4 * i + 3]))
                    .toList();
            return new Faders(
                    spec,
                    weights,
                    CodeScale.of(file),
                    faders,
                    file.array("keys").values());
        });
    }
}
