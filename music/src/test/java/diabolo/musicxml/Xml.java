package diabolo.musicxml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small MusicXML documents, two divisions to a quarter note, for one rule at a time. */
final class Xml {

    static final String DIVISIONS = "<attributes><divisions>2</divisions></attributes>";
    static final String CONTAINER = "<container><rootfiles><rootfile full-path='song.xml'/></rootfiles></container>";

    private Xml() {}

    /** One part P1 of the measures given; the first states the divisions. */
    static byte[] piece(String... measures) {
        return bytes(document("<score-part id='P1'><part-name>Flute</part-name></score-part>", part("P1", measures)));
    }

    static String document(String partList, String body) {
        return "<score-partwise><part-list>" + partList + "</part-list>" + body + "</score-partwise>";
    }

    static String part(String id, String... measures) {
        StringBuilder part = new StringBuilder("<part id='" + id + "'>");
        for (int i = 0; i < measures.length; i++) {
            part.append("<measure number='").append(i + 1).append("'>");
            part.append(i == 0 ? DIVISIONS : "").append(measures[i]).append("</measure>");
        }
        return part.append("</part>").toString();
    }

    /** A note such as {@code note("C4", 2)}, with further elements such as {@code "<voice>2</voice>"}. */
    static String note(String name, int divisions, String... more) {
        return "<note>" + chordIn(more) + pitch(name) + "<duration>" + divisions + "</duration>" + othersIn(more)
                + "</note>";
    }

    static String rest(int divisions) {
        return "<note><rest/><duration>" + divisions + "</duration></note>";
    }

    static String pitch(String name) {
        return "<pitch><step>" + name.charAt(0) + "</step><octave>" + name.substring(1) + "</octave></pitch>";
    }

    static String time(int beats, int beatType) {
        return "<attributes><time><beats>" + beats + "</beats><beat-type>" + beatType
                + "</beat-type></time></attributes>";
    }

    static String sound(String attributes) {
        return "<direction><direction-type><words/></direction-type><sound " + attributes + "/></direction>";
    }

    static String repeat(String direction) {
        return "<barline><repeat direction='" + direction + "'/></barline>";
    }

    static String ending(String number, String type) {
        return "<barline><ending number='" + number + "' type='" + type + "'/></barline>";
    }

    static byte[] bytes(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }

    /** A ZIP archive of names and contents in turn. */
    static byte[] zip(Object... namesAndContents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i].toString()));
                Object content = namesAndContents[i + 1];
                zip.write(content instanceof byte[] raw ? raw : bytes(content.toString()));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String chordIn(String... more) {
        return String.join("", more).contains("<chord/>") ? "<chord/>" : "";
    }

    private static String othersIn(String... more) {
        return String.join("", more).replace("<chord/>", "");
    }
}
