package diabolo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import diabolo.RealMusic;
import diabolo.file.FolderFiles;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DataCatalogTest {

    @Test
    void everySetSaysWhatItIsAndWhereItComesFrom() {
        assertThat(DataCatalog.all()).hasSizeGreaterThanOrEqualTo(10).allSatisfy(set -> {
            assertThat(set.what()).isNotBlank();
            assertThat(set.licence()).isNotBlank();
            assertThat(set.citation()).isNotBlank();
            assertThat(set.files()).isNotEmpty();
            assertThat(set.sources()).isNotEmpty().allSatisfy(source -> assertThat(
                            source.address().getScheme())
                    .matches("https?"));
        });
    }

    @Test
    void everyFileThatIsAskedForByItselfHasASource() {
        for (DataSet set : DataCatalog.all()) {
            boolean hasArchive = set.sources().stream().anyMatch(Source.Archive.class::isInstance);
            assertThat(set.files())
                    .as(set.name())
                    .allMatch(file -> hasArchive
                            || set.sources().stream()
                                    .anyMatch(
                                            source -> source instanceof Source.OfFiles folder && folder.covers(file)));
        }
    }

    @Test
    void addressesAreThoseOfTheSources() throws IOException {
        DataSet rags = DataCatalog.find("ragtime-mutopia");
        DataFile bethena = rags.files().stream()
                .filter(file -> file.path().equals("joplin_bethena.mid"))
                .findFirst()
                .orElseThrow();

        Source.Folder mutopia = (Source.Folder) rags.sources().getFirst();

        assertThat(mutopia.of(bethena)).hasToString("https://www.mutopiaproject.org/ftp/JoplinS/bethena/bethena.mid");
    }

    @Test
    void anUnknownNameIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> DataCatalog.find("ragtime"))
                .hasMessageContaining("There is no data set called ragtime; choose one of ragtime-mutopia");
    }

    @ParameterizedTest
    @MethodSource("diabolo.data.DataCatalog#all")
    void theRealFilesAreThoseOfTheCatalog(DataSet set) throws IOException {
        var folder = RealMusic.folder(set.name());

        FolderCheck check = FolderCheck.of(set, folder, FolderCheck.Depth.CHECKSUMS);

        assertThat(check.missing()).isEmpty();
        assertThat(check.changed()).isEmpty();
        List<String> there = FolderFiles.in(folder).files().keySet().stream()
                .filter(path -> !path.endsWith("/copyright")) // of a distribution, not of the source
                .toList();
        assertThat(set.files()).extracting(DataFile::path).containsExactlyInAnyOrderElementsOf(there);
    }
}
