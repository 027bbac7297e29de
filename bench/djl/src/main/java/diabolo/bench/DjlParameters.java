package diabolo.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.optimizer.Adam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The weights of a network and the data that was prepared with them. */
final class DjlParameters {

    private final NDManager manager;
    private final Path folder;
    private final NDList all = new NDList();

    DjlParameters(NDManager manager, Path folder) {
        this.manager = manager;
        this.folder = folder;
    }

    /** A parameter to be trained, from the file of its name. */
    NDArray parameter(String name, long... shape) {
        return trained(read(name, shape), name);
    }

    /** Zeros to be trained: libtorch's second bias of an LSTM. */
    NDArray zeros(String name, long... shape) {
        return trained(manager.zeros(new Shape(shape)), name);
    }

    /** What is not trained. */
    NDArray read(String name, long... shape) {
        try {
            return manager.create(Floats.read(folder.resolve(name + ".f32")), new Shape(shape));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private NDArray trained(NDArray parameter, String name) {
        parameter.setName(name);
        parameter.setRequiresGradient(true);
        all.add(parameter);
        return parameter;
    }

    /** Makes the intermediate results of an update belong to a manager that is closed after it. */
    void lendTo(NDManager update) {
        all.tempAttach(update);
    }

    void clip(double largestNorm) {
        double squares = 0;
        for (NDArray parameter : all) {
            double norm = parameter.getGradient().norm().getFloat();
            squares += norm * norm;
        }
        double norm = Math.sqrt(squares);
        if (norm > largestNorm) {
            for (NDArray parameter : all) {
                parameter.getGradient().muli(largestNorm / norm);
            }
        }
    }

    void update(Adam adam) {
        for (NDArray parameter : all) {
            adam.update(parameter.getName(), parameter, parameter.getGradient());
        }
    }
}
