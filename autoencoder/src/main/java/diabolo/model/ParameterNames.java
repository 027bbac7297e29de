package diabolo.model;

/** How the parameters of a dense autoencoder are called, in memory and in files: layer 0 lies next to the frame. */
final class ParameterNames {

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
}
