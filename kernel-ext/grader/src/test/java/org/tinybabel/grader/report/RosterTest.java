package org.tinybabel.grader.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RosterTest {

    @TempDir
    private Path folder;

    private Roster read(String content) throws IOException {
        return Roster.read(Files.writeString(folder.resolve("roster.csv"), content));
    }

    @Test
    void studentsAreFoundByIdAliasAndNameThatOnlyOneHas() throws IOException {
        var roster = read("\uFEFFID;Name;Alias;File\n7;Ada L.;ada|adal;ada_l.ipynb\n8;Bob;;\n9;Bob;;\n");

        assertThat(roster.find("7").orElseThrow().name()).isEqualTo("Ada L.");
        assertThat(roster.find("ADAL").orElseThrow().id()).isEqualTo("7");
        assertThat(roster.find("ada_l").orElseThrow().id()).isEqualTo("7");
        assertThat(roster.find("ada l.").orElseThrow().id()).isEqualTo("7");
        assertThat(roster.find("bob")).isEmpty();
        assertThat(roster.find("eve")).isEmpty();
    }

    @Test
    void whatIsWrongWithARosterIsSaidWithItsRow() {
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> read("student,name\n7,Ada\n"))
                .withMessageContaining("has no column id")
                .withMessageContaining("it names student, name");
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> read("id,name\n7,Ada\n,Bob\n"))
                .withMessageContaining("row 3: the id is blank");
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> read("id,name,alias\n7,Ada,x\n8,Bob,X\n"))
                .withMessageContaining("row 3: \"x\" stands in row 2 too");
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> read("id,name\n"))
                .withMessageContaining("names no student");
        assertThatExceptionOfType(UnusableFile.class)
                .isThrownBy(() -> Roster.read(folder.resolve("none.csv")))
                .withMessageContaining("There is no file");
    }

    @Test
    void aDueTimeIsReadAsTeachersWriteIt() {
        var zone = ZoneId.of("Europe/Berlin");

        assertThat(Lateness.due("2026-03-01", zone)).isEqualTo("2026-03-01T23:00:00Z");
        assertThat(Lateness.due("2026-03-01 12:00", zone)).isEqualTo("2026-03-01T11:00:00Z");
        assertThat(Lateness.due("2026-03-01T12:00:00Z", zone)).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(Lateness.due("2026-03-01T12:00+05:00", zone)).isEqualTo("2026-03-01T07:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lateness.due("tomorrow", zone))
                .withMessageContaining("got \"tomorrow\"");
    }

    @Test
    void latenessIsToldInTwoUnits() {
        var due = Optional.of(Instant.parse("2026-03-01T12:00:00Z"));

        assertThat(Lateness.of("2026-03-01T12:00:00Z", due)).isEmpty();
        assertThat(Lateness.of("2026-03-01T12:00:01Z", due)).isEqualTo("less than 1 min");
        assertThat(Lateness.of("2026-03-01T14:05:59Z", due)).isEqualTo("2 h 5 min");
        assertThat(Lateness.of("2026-03-04T13:30:00Z", due)).isEqualTo("3 d 1 h");
        assertThat(Lateness.of("", due)).isEmpty();
        assertThat(Lateness.of("2026-03-04T13:30:00Z", Optional.empty())).isEmpty();
    }
}
