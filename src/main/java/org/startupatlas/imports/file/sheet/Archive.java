package org.startupatlas.imports.file.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.startupatlas.query.parameter.RejectedException;

/** The parts of a workbook, which is a ZIP archive. What is read of them is bounded, whatever the archive claims. */
final class Archive implements Closeable {

    private static final int END_RECORD = 0x06054b50;
    private static final int END_RECORD_LENGTH = 22;
    private static final int MAX_COMMENT_LENGTH = 0xffff;
    private static final int DIRECTORY_LENGTH_AT = 12;

    /** {@link ZipFile} keeps the directory in memory; that of a workbook is short. */
    private static final long MAX_DIRECTORY_LENGTH = 1 << 22;

    private final ZipFile zip;
    private final long fileLength;
    private final long maxBytes;

    private Archive(ZipFile zip, long fileLength, long maxBytes) {
        this.zip = zip;
        this.fileLength = fileLength;
        this.maxBytes = maxBytes;
    }

    /** Opens an archive; at most the given number of bytes are read of a part, counted after decompression. */
    static Archive open(Path file, long maxBytes) throws IOException {
        if (directoryLength(file) > MAX_DIRECTORY_LENGTH) {
            throw damaged();
        }
        try {
            return new Archive(new ZipFile(file.toFile()), Files.size(file), maxBytes);
        } catch (ZipException broken) {
            throw damaged();
        }
    }

    /** Returns the length of the directory by the last record of the file. */
    private static long directoryLength(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(bytes.length(), END_RECORD_LENGTH + MAX_COMMENT_LENGTH);
            byte[] end = new byte[length];
            bytes.seek(bytes.length() - length);
            bytes.readFully(end);
            ByteBuffer buffer = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = length - END_RECORD_LENGTH; at >= 0; at--) {
                if (buffer.getInt(at) == END_RECORD) {
                    return buffer.getInt(at + DIRECTORY_LENGTH_AT) & 0xffffffffL;
                }
            }
        }
        throw damaged();
    }

    static RejectedException damaged() {
        return RejectedException.unreadableFile(0, "damaged-workbook");
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** Opens a part as XML. */
    XmlEvents open(String name) throws IOException {
        return find(name).orElseThrow(Archive::damaged);
    }

    /** Opens a part as XML; empty if there is none of the name. */
    Optional<XmlEvents> find(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        try {
            PartInput input = new PartInput(zip.getInputStream(entry), maxBytes, entry.getSize(), fileLength);
            return Optional.of(new XmlEvents(input));
        } catch (ZipException broken) {
            throw damaged();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
