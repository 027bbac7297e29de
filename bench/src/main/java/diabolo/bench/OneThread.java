package diabolo.bench;

import diabolo.tensor.Engine;
import org.bytedeco.pytorch.global.torch;

/** Starts libtorch as Diabolo does, but with one thread, as all sides of a comparison have. */
final class OneThread {

    private OneThread() {}

    static void start() {
        Engine.start();
        torch.set_num_threads(1);
    }
}
