package diabolo.cli;

import diabolo.data.ByteCount;
import diabolo.data.DataCatalog;
import diabolo.data.DataFetch;
import diabolo.data.DataFetch.Changed;
import diabolo.data.DataFetch.Fetched;
import diabolo.data.DataFile;
import diabolo.data.DataSet;
import diabolo.data.DownloadProgress;
import diabolo.data.FolderCheck;
import diabolo.data.Mirror;
import diabolo.experiment.DataFolder;
import diabolo.note.Plural;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The data sets that experiments and trainings use. */
@Command(
        name = "data",
        description = "Lists, fetches and checks the data sets that experiments use.",
        subcommands = {DataVerb.ListVerb.class, DataVerb.Get.class, DataVerb.Check.class})
final class DataVerb extends Verb {

    /** Lists what there is. */
    @Command(name = "list", description = "Lists the data sets: licence, size, whether they are here, what uses them.")
    static final class ListVerb extends Verb {

        @Option(names = "--data", paramLabel = "DIR", description = "The folder to look in; else those of `train`.")
        private Optional<Path> data = Optional.empty();

        @Option(names = "--json", description = "Print JSON, with citations, sources and all that uses a set.")
        private boolean json;

        @Override
        public Integer call() throws IOException {
            DataFolder folder = DataFolder.find(data);
            List<DataSetListing> listings = new ArrayList<>();
            for (DataSet set : DataCatalog.all()) {
                listings.add(DataSetListing.of(set, folder));
            }
            if (json) {
                printJson(listings.stream().map(DataSetListing::asJson).toList());
            } else {
                listings.forEach(listing -> results().println(listing.inWords()));
            }
            return DONE;
        }
    }

    /** Fetches sets. */
    @Command(
            name = "get",
            description = "Fetches data sets, checks every file, and lays them out as experiments want them.",
            footer = {
                "%nExamples:",
                "  diabolo data get ragtime-deephear",
                "  diabolo data get digits-mnist --mirror http://localhost:8000/copies",
                "%nOffline: name a copy with --mirror, or lay the files out by hand and use",
                "`diabolo data check`."
            })
    static final class Get extends Verb {

        @Parameters(paramLabel = "NAME", arity = "0..*", description = "Names from `diabolo data list`.")
        private List<String> names = List.of();

        @Option(names = "--all", description = "Fetch every set, about 48 MB.")
        private boolean all;

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "The folder to fetch into; else DIABOLO_DATA, else ~/.cache/diabolo/data.")
        private Optional<Path> data = Optional.empty();

        @Option(
                names = "--mirror",
                paramLabel = "URL",
                description =
                        "A copy to fetch from instead: an address, a folder or a ZIP archive, laid out as here or as the sources are, without their hosts.")
        private Optional<String> mirror = Optional.empty();

        @Option(
                names = "--accept-changed",
                description = "Take files that are others than the catalog's where no source has the right ones.")
        private boolean acceptChanged;

        @Override
        public Integer call() throws IOException {
            if (all == !names.isEmpty()) {
                throw wrongUsage("Name data sets, or all of them with --all");
            }
            List<DataSet> sets = new ArrayList<>();
            for (String name : all ? DataCatalog.names() : names) {
                sets.add(DataCatalog.find(name));
            }
            Path into = DataFolder.toFetchInto(data);
            Optional<Mirror> copy = mirror.isPresent() ? Optional.of(Mirror.of(mirror.get())) : Optional.empty();
            List<String> failures = new ArrayList<>();
            for (DataSet set : sets) {
                try {
                    report(set, fetch(set, into, copy));
                } catch (IOException failure) { // of one set, which others can do without
                    failures.add(FailureSentences.sentence(failure));
                }
            }
            if (!failures.isEmpty()) {
                throw new IOException(String.join(System.lineSeparator(), failures));
            }
            return DONE;
        }

        private Fetched fetch(DataSet set, Path into, Optional<Mirror> copy) throws IOException {
            Changed changed = acceptChanged ? Changed.ACCEPTED : Changed.REFUSED;
            try (ProgressLine line = new ProgressLine(messages())) {
                DownloadProgress progress = (name, bytes, total) -> line.show(shown(name, bytes, total));
                return DataFetch.into(into, copy, changed, progress).fetch(set);
            }
        }

        private static String shown(String name, long bytes, long total) {
            String so = ByteCount.inWords(bytes);
            return total > 0 ? "%s: %s of %s".formatted(name, so, ByteCount.inWords(total)) : name + ": " + so;
        }

        private void report(DataSet set, Fetched fetched) {
            messages()
                    .println(
                            fetched.fetched() == 0
                                    ? "%s was here already.".formatted(set.name())
                                    : "%s: %s. Licence: %s. To cite: %s."
                                            .formatted(
                                                    set.name(),
                                                    Plural.of(fetched.fetched(), "file"),
                                                    set.licence(),
                                                    set.citation()));
            if (!fetched.changed().isEmpty()) {
                messages()
                        .println("Of another content than the catalog, so that results differ: %s."
                                .formatted(fetched.changed().stream()
                                        .map(DataFile::path)
                                        .collect(Collectors.joining(", "))));
            }
            results().println(fetched.folder());
        }
    }

    /** Checks what is here. */
    @Command(name = "check", description = "Checks every file of data sets that are here against the catalog.")
    static final class Check extends Verb {

        @Parameters(paramLabel = "NAME", arity = "1..*", description = "Names from `diabolo data list`.")
        private List<String> names = List.of();

        @Option(names = "--data", paramLabel = "DIR", description = "The folder to look in; else those of `train`.")
        private Optional<Path> data = Optional.empty();

        @Override
        public Integer call() throws IOException {
            DataFolder folders = DataFolder.find(data);
            boolean right = true;
            for (String name : names) {
                DataSet set = DataCatalog.find(name);
                Path folder = folders.corpora(List.of(name)).getFirst();
                FolderCheck check = FolderCheck.of(set, folder, FolderCheck.Depth.CHECKSUMS);
                check.missing().forEach(file -> results().println("missing: " + folder.resolve(file.path())));
                check.changed().forEach(file -> results().println("changed: " + folder.resolve(file.path())));
                right &= check.isComplete() && check.changed().isEmpty();
                messages()
                        .printf(
                                "%s: of %s, %d are as the catalog says, %d are missing, %d have another content.%n",
                                name,
                                Plural.of(set.files().size() - check.absent().size(), "file"),
                                check.right().size(),
                                check.missing().size(),
                                check.changed().size());
            }
            return right ? DONE : REFUSED;
        }
    }
}
