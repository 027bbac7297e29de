package diabolo.data;

import diabolo.data.DataFetch.Changed;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks sources for the files of a set that are still missing, and remembers why some were not had. */
final class Gathering {

    /** A source that refuses so many files is not asked for more. */
    private static final int MOST_REFUSALS = 3;

    private final DataSet set;
    private final Staging staging;
    private final Wanted wanted;
    private final Changed changed;
    private final Map<DataFile, Path> others = new LinkedHashMap<>();
    private final List<String> reasons = new ArrayList<>();

    Gathering(DataSet set, Staging staging, Wanted wanted, Changed changed) {
        this.set = set;
        this.staging = staging;
        this.wanted = wanted;
        this.changed = changed;
    }

    /** Why files were not had, in the order of the sources. */
    List<String> reasons() {
        return reasons;
    }

    void ask(Source source, Download download) throws IOException {
        switch (source) {
            case Source.Archive archive -> askArchive(archive.address(), download);
            case Source.OfFiles folder -> askFolder(folder, download);
        }
    }

    private void askArchive(URI address, Download download) throws IOException {
        boolean local = Transport.isLocal(address);
        Path archive = local
                ? Path.of(address)
                : staging.downloads().resolve(Sha256.of(address.toString().getBytes(StandardCharsets.UTF_8)));
        try {
            if (!local) {
                download.archive(archive, address, set.name());
            } else if (!Files.isRegularFile(archive)) {
                throw new UnavailableException(archive + " does not exist");
            }
            if (ArchiveContents.extract(archive, address, set, wanted) == 0) {
                reasons.add("%s has none of the files".formatted(address));
            }
        } catch (UnavailableException refused) {
            reasons.add(String.valueOf(refused.getMessage()));
        } finally {
            if (!local) {
                Files.deleteIfExists(archive);
            }
        }
    }

    private void askFolder(Source.OfFiles folder, Download download) throws IOException {
        int refusals = 0;
        for (DataFile file : wanted.all()) {
            if (!wanted.has(file) || !folder.covers(file) || refusals >= MOST_REFUSALS) {
                continue;
            }
            try {
                askFile(folder.of(file), file, download);
            } catch (UnavailableException refused) {
                reasons.add(String.valueOf(refused.getMessage()));
                refusals = refused.extent() == UnavailableException.Extent.HOST ? MOST_REFUSALS : refusals + 1;
            }
        }
    }

    private void askFile(URI address, DataFile file, Download download) throws IOException {
        Path got = staging.downloads().resolve(file.sha256());
        boolean mixed = download.file(got, address, set.name() + "/" + file.path(), file);
        boolean right = isAccepted(got, file);
        if (!right && mixed) { // the rest may be that of a newer file
            Files.delete(got);
            download.file(got, address, set.name() + "/" + file.path(), file);
            right = isAccepted(got, file);
        }
        if (right) {
            Files.delete(got);
            return;
        }
        String reason =
                "%s is another file than expected: %,d bytes, SHA-256 %s, instead of %,d bytes, %s; if the source has replaced it, report that, or take it with --accept-changed"
                        .formatted(address, Files.size(got), Sha256.of(got), file.bytes(), file.sha256());
        Path other = got.resolveSibling(file.sha256() + ".changed");
        Files.move(got, other, StandardCopyOption.REPLACE_EXISTING);
        others.putIfAbsent(file, other);
        if (changed == Changed.REFUSED) {
            throw new UnavailableException(reason);
        }
    }

    private boolean isAccepted(Path got, DataFile file) throws IOException {
        if (wanted.accept(got)) {
            return true;
        }
        boolean same = file.holdsTheSame(got);
        if (same) {
            wanted.acceptOther(file, got);
        }
        return same;
    }

    /** Takes the files that are other than expected, where none was right; the value is which. */
    List<DataFile> takeChanged() throws IOException {
        List<DataFile> taken = new ArrayList<>();
        for (DataFile file : wanted.all()) {
            if (changed == Changed.ACCEPTED && others.containsKey(file)) {
                wanted.acceptOther(file, others.get(file));
                taken.add(file);
            }
        }
        return taken;
    }
}
