package diabolo.bench;

import diabolo.model.DenseSpec;
import diabolo.model.RecurrentSpec;
import diabolo.nn.LstmSize;
import java.util.List;

/** The multiplications and additions of the matrix products of an update, as Diabolo makes them: not those with tokens or zeros. */
final class Operations {

    private static final int PASSES = 3; // forward, to the input, to the weights

    private Operations() {}

    static double of(DenseSpec spec, int batch) {
        double weights = 0;
        for (int layer = 0; layer < spec.depth(); layer++) {
            weights += (double) spec.sizes().get(layer) * spec.sizes().get(layer + 1);
        }
        double first = (double) spec.sizes().get(0) * spec.sizes().get(1); // no gradient of the frames themselves
        return 2.0 * batch * (2 * PASSES * weights - first);
    }

    static double of(RecurrentSpec spec, int batch) {
        double perExample = encoder(spec);
        double outputs = (double) spec.steps() * spec.cellsPerStep();
        switch (spec.decoder()) {
            case RecurrentSpec.Flat(LstmSize size) ->
                perExample += lstm(size, spec.steps()) + gates(size, spec.codeSize()) + outputs * size.units();
            case RecurrentSpec.Hierarchical hierarchical -> {
                LstmSize size = hierarchical.size();
                int segments = spec.steps() / hierarchical.segmentSteps();
                perExample += lstm(hierarchical.conductor(), segments) + lstm(size, spec.steps());
                perExample += segments * gates(size, hierarchical.conductor().units()) + outputs * size.units();
            }
        }
        return 2.0 * PASSES * batch * perExample;
    }

    /** Both directions; the first level reads tokens, and each segment begins with a state of zeros. */
    private static double encoder(RecurrentSpec spec) {
        LstmSize size = spec.encoder();
        double sum = 0;
        int steps = spec.steps();
        List<Integer> segments = spec.encoderSegments();
        for (int level = 0; level <= segments.size(); level++) {
            int sequences = level < segments.size() ? steps / segments.get(level) : 1;
            double inputs = level == 0 ? 0 : steps * gates(size, 2 * size.units());
            sum += 2 * ((steps - sequences) * gates(size, size.units()) + inputs);
            steps = sequences;
        }
        return sum;
    }

    /** What is recurrent, and the inputs of the layers above the first. */
    private static double lstm(LstmSize size, int steps) {
        return (2.0 * size.layers() - 1) * steps * gates(size, size.units());
    }

    private static double gates(LstmSize size, int in) {
        return 4.0 * size.units() * in;
    }
}
