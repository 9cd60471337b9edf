package org.startupatlas.imports.file.sheet;

import java.io.Closeable;
import java.io.IOException;
import org.startupatlas.imports.file.table.TableLine;
import org.startupatlas.imports.file.table.TableLines;

/** Reads the rows of a sheet that have cells; their numbers are those that people see beside the rows. */
public final class Sheet implements TableLines, Closeable {

    private final String name;
    private final XmlEvents xml;
    private final TableLines lines;

    Sheet(String name, XmlEvents xml, TableLines lines) {
        this.name = name;
        this.xml = xml;
        this.lines = lines;
    }

    /** Returns the name of the sheet. */
    public String name() {
        return name;
    }

    @Override
    public TableLine next() throws IOException {
        return lines.next();
    }

    @Override
    public long nextLine() {
        return lines.nextLine();
    }

    /** Returns how many bytes of the file were read. */
    public long position() {
        return xml.position();
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
