package diabolo.latent;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Tests on a dense and a recurrent model that are trained once for all of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class OnSmallModels {

    protected LatentSpace dense;
    protected LatentSpace recurrent;

    @BeforeAll
    void train(@TempDir Path folder) throws IOException {
        dense = LatentSpace.load(SmallModel.trainedIn(folder.resolve("dense")));
        recurrent = LatentSpace.load(SmallMelodyModel.trainedIn(folder.resolve("recurrent")));
    }

    @AfterAll
    void close() {
        dense.close();
        recurrent.close();
    }
}
