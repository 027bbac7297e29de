package diabolo.model;

/** Names of the parameters of an autoencoder, in memory and in files; layer 0 is next to the frame. */
final class ParameterNames {

    /** The layer of the deviations of a Gaussian bottleneck: {@code deviation.weight}, {@code deviation.bias}. */
    static final String DEVIATION = "deviation";

    static final String DEVIATION_WEIGHT = DEVIATION + ".weight";
    static final String DEVIATION_BIAS = DEVIATION + ".bias";

    private ParameterNames() {}

    static String encoderWeight(int layer) {
        return "encoder." + layer + ".weight";
    }

    static String encoderBias(int layer) {
        return "encoder." + layer + ".bias";
    }

    static String decoderWeight(int layer) {
        return "decoder." + layer + ".weight";
    }

    static String decoderBias(int layer) {
        return "decoder." + layer + ".bias";
    }

    /** What the names of a recurrent decoder begin with. */
    static String decoderOfTokens(int number) {
        return "decoder." + number;
    }
}
