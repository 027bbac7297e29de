package diabolo.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.data.DataCatalog;
import diabolo.lecture.Lecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {

    @TempDir
    private Path folder;

    private static final List<String> READ_NO_DATA = List.of("ilsvrc");

    @Test
    void everySetThatATrainingUsesIsInTheCatalog() throws IOException {
        for (String name : Stream.concat(ExperimentCatalog.names().stream(), ExperimentCatalog.references().stream())
                .toList()) {
            assertThat(DataCatalog.names())
                    .as(name)
                    .containsAll(ExperimentCatalog.find(name).corpora());
        }
    }

    @Test
    void theExperimentsOfTheCatalogAreAllThatReadData() {
        assertThat(DataCatalog.all().stream()
                        .flatMap(set -> set.experiments().stream())
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(Lecture.all().stream()
                        .map(Experiments.Entry::experimentName)
                        .filter(name -> !READ_NO_DATA.contains(name))
                        .toList());
    }

    @Test
    void theFirstFolderThatHasASetIsTaken() throws IOException {
        Path second = Files.createDirectories(folder.resolve("second/digits-mnist"));
        DataFolder data = new DataFolder(List.of(folder.resolve("first"), folder.resolve("second")));

        assertThat(data.corpora(List.of("digits-mnist"))).containsExactly(second);

        Path first = Files.createDirectories(folder.resolve("first/digits-mnist"));
        assertThat(data.corpora(List.of("digits-mnist"))).containsExactly(first);
    }

    @Test
    void aSetThatIsMissingIsFetchedByTheCommandThatIsNamed() {
        DataFolder data = new DataFolder(List.of(folder.resolve("first"), folder.resolve("second")));

        assertThatThrownBy(() -> data.corpora(List.of("ragtime-mutopia")))
                .hasMessageContaining("ragtime-mutopia is not here; `diabolo data get ragtime-mutopia` fetches it.");
    }

    @Test
    void allSetsOfAJoinedCorpusThatAreMissingAreFetchedByOneCommand() throws IOException {
        Files.createDirectories(folder.resolve("hymns-openhymnal"));
        DataFolder data = DataFolder.find(Optional.of(folder));

        assertThatThrownBy(() -> data.corpora(List.of("multitrack-games", "hymns-openhymnal", "folk-nottingham")))
                .hasMessageContaining("multitrack-games and folk-nottingham are not here")
                .hasMessageContaining("`diabolo data get multitrack-games folk-nottingham --data " + folder + "`");
    }

    @Test
    void musicOfNoSetIsLookedForByItsPathToo() throws IOException {
        DataFolder data = DataFolder.find(Optional.of(folder));
        Path own = Files.createDirectories(folder.resolve("elsewhere/my-rags"));

        assertThat(data.corpora(List.of(own.toString()))).containsExactly(own);
        assertThatThrownBy(() -> data.corpora(List.of("my-rags")))
                .hasMessageContaining("There is no corpus my-rags: neither " + folder.resolve("my-rags"))
                .hasMessageContaining("name a folder of music files");
    }

    @Test
    void aFolderThatIsNamedMustExist() {
        Path nowhere = folder.resolve("nowhere");

        assertThatThrownBy(() -> DataFolder.find(Optional.of(nowhere)))
                .hasMessageContaining("The data folder " + nowhere + " does not exist; name one with --data")
                .hasMessageContaining("`diabolo data get NAME --data " + nowhere + "`");
    }
}
