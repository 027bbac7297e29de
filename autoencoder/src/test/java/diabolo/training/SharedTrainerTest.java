package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.tensor.NamedArray;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SharedTrainerTest {

    static List<TrainingPlan> plans() {
        return ResumeTest.plans();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void trainingsAtTheSameTimeEndWithTheWeightsThatEachHasAlone(TrainingPlan plan)
            throws InterruptedException, ExecutionException {
        float[][] frames = Tiny.frames(10);
        List<NamedArray> alone = Tiny.train(plan, frames);
        Callable<List<NamedArray>> training = () -> Tiny.train(plan, frames);

        try (ExecutorService pool = Executors.newFixedThreadPool(3)) {
            for (Future<List<NamedArray>> shared : pool.invokeAll(Collections.nCopies(6, training))) {
                assertThat(shared.get()).isEqualTo(alone);
            }
        }
    }
}
