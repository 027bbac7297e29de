package diabolo.training;

import static org.assertj.core.api.Assertions.assertThat;

import diabolo.model.ClassifierSpec;
import diabolo.model.Initialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class PlanFileTest {

    @TempDir
    private Path folder;

    @Test
    void thePlanStandsBesideTheCheckpointWithRateBatchAndLayers() throws IOException {
        TrainingPlan plan = new TrainingPlan(
                ClassifierSpec.sigmoid(10, 784, 200),
                Initialization.GLOROT,
                List.of(Stage.whole(
                        Objective.Classification.PLAIN, Schedule.epochs(30, 100, LearningRate.constant(0.25)))),
                7);

        PlanFile.write(plan, folder.resolve("main.safetensors"));

        JsonNode written = YAMLMapper.builder().build().readTree(Files.readString(folder.resolve("main.plan.yaml")));
        JsonNode schedule = written.path("stages").path(0).path("schedule");
        assertThat(written.path("seed").asLong()).isEqualTo(7);
        assertThat(written.path("model").path("kind").asString()).isEqualTo("ClassifierSpec");
        assertThat(written.path("model").toString()).contains("784", "200");
        assertThat(schedule.path("batchSize").asInt()).isEqualTo(100);
        assertThat(schedule.path("length").path("kind").asString()).isEqualTo("Epochs");
        assertThat(schedule.path("learningRate").toString()).contains("0.25");
        assertThat(PlanFile.trainingOf(folder.resolve("main.plan.yaml"))).isEqualTo("main");
    }
}
