package org.startupatlas.auth.key;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "All keys that were issued.", example = "{\"data\":[" + Key.EXAMPLE + "}]}")
record KeyList(@Schema(maxItems = 65_536) List<Key> data) {}
