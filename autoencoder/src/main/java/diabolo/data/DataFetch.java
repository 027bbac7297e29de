package diabolo.data;

import diabolo.file.AtomicFile;
import diabolo.note.Plural;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Fetches data sets: asks the sources for what is missing, checks every file, and lays the set out when it is complete.
 *
 * <pre>{@code
 * DataFetch fetch = DataFetch.into(Path.of("data"), Optional.empty(), DataFetch.Changed.REFUSED, progress);
 * fetch.fetch(DataCatalog.find("digits-mnist")); // data/digits-mnist
 * }</pre>
 *
 * <p>What is there already is kept, and nothing is overwritten. What came of a download that failed is kept too, for the next.
 */
public final class DataFetch {

    /** What to do with files of another content than the catalog's, where no source has the right one. */
    public enum Changed {
        REFUSED,
        ACCEPTED
    }

    /**
     * What was done.
     *
     * @param folder of the set
     * @param fetched how many files
     * @param changed files with another content than the catalog's
     */
    public record Fetched(Path folder, int fetched, List<DataFile> changed) {}

    private final Path dataFolder;
    private final Optional<Mirror> mirror;
    private final Changed changed;
    private final Download download;

    DataFetch(Path dataFolder, Optional<Mirror> mirror, Changed changed, Download download) {
        this.dataFolder = dataFolder;
        this.mirror = mirror;
        this.changed = changed;
        this.download = download;
    }

    /**
     * Prepares to fetch.
     *
     * @param dataFolder the folder that is to hold a folder for each set; it is made if it is missing
     * @param mirror to ask instead of the sets' own sources
     */
    public static DataFetch into(Path dataFolder, Optional<Mirror> mirror, Changed changed, DownloadProgress progress) {
        return new DataFetch(dataFolder, mirror, changed, new Download(Limits.USUAL, progress));
    }

    /**
     * Fetches one set.
     *
     * @throws IOException if it cannot be had whole; the message says why and what to do
     */
    public Fetched fetch(DataSet set) throws IOException {
        Path target = dataFolder.resolve(set.name());
        FolderCheck there = FolderCheck.of(set, target, FolderCheck.Depth.CHECKSUMS);
        requireNoneWrong(set, target, there);
        if (there.isComplete()) {
            return new Fetched(target, 0, there.changed());
        }
        AtomicFile.makeFolder(dataFolder);
        try (Staging staging = Staging.open(dataFolder, set.name())) {
            List<DataFile> missing = new ArrayList<>(there.missing());
            missing.addAll(there.absent());
            Gathered gathered = gather(set, missing, staging);
            staging.moveInto(target, missing);
            staging.remove();
            List<DataFile> others = new ArrayList<>(there.changed());
            others.addAll(gathered.changed());
            return new Fetched(target, gathered.count(), List.copyOf(others));
        }
    }

    private void requireNoneWrong(DataSet set, Path target, FolderCheck there) throws IOException {
        if (!there.changed().isEmpty() && changed == Changed.REFUSED) {
            throw new IOException(
                    "%s has %s of another content than the catalog, such as %s; move it away and fetch %s again, or keep what is there with --accept-changed."
                            .formatted(
                                    target,
                                    Plural.of(there.changed().size(), "file"),
                                    there.changed().getFirst().path(),
                                    set.name()));
        }
    }

    /** How many files were found, and which were taken although they are others. */
    private record Gathered(int count, List<DataFile> changed) {}

    /** Finds all that is missing. */
    private Gathered gather(DataSet set, List<DataFile> missing, Staging staging) throws IOException {
        List<DataFile> open = new ArrayList<>();
        for (DataFile file : missing) {
            if (!isStaged(file, staging)) {
                open.add(file);
            }
        }
        requireRoom(set, open);
        Wanted wanted = new Wanted(set, open, staging.files());
        Gathering gathering = new Gathering(set, staging, wanted, changed);
        for (Source source : sources(set)) {
            if (!wanted.needed().isEmpty()) {
                gathering.ask(source, download);
            }
        }
        List<DataFile> taken = gathering.takeChanged();
        if (!wanted.needed().isEmpty()) {
            throw new IOException(incomplete(set, wanted.needed().size(), gathering.reasons()));
        }
        return new Gathered(missing.size() - wanted.all().size(), taken);
    }

    private List<Source> sources(DataSet set) {
        return mirror.isPresent() ? mirror.get().sources(set) : set.sources();
    }

    private static boolean isStaged(DataFile file, Staging staging) throws IOException {
        return file.isRight(file.in(staging.files()));
    }

    /** Room for the archive and for what is in it. */
    private void requireRoom(DataSet set, List<DataFile> open) throws IOException {
        long needed = 2 * open.stream().mapToLong(DataFile::bytes).sum();
        long free = Files.getFileStore(dataFolder).getUsableSpace();
        if (free < needed) {
            throw new IOException(
                    "%s needs %s, and %s has %s left; make room there, or name another folder with --data."
                            .formatted(set.name(), ByteCount.inWords(needed), dataFolder, ByteCount.inWords(free)));
        }
    }

    private String incomplete(DataSet set, int missing, List<String> reasons) {
        String why = reasons.stream().distinct().collect(Collectors.joining("; "));
        String sources =
                sources(set).stream().map(source -> source.address().toString()).collect(Collectors.joining(", "));
        return "%s was not fetched for lack of %,d of its %s: %s. %sSources asked: %s. A copy can be named with --mirror (a folder, a ZIP archive or an address), or laid into %s by hand and checked with `diabolo data check %s`."
                .formatted(
                        set.name(),
                        missing,
                        Plural.of(set.files().size(), "file"),
                        why,
                        set.note().isEmpty() ? "" : set.note() + " ",
                        sources,
                        dataFolder.resolve(set.name()),
                        set.name());
    }
}
