"""A look at an archive's directory before anything in it is unpacked: Word files are archives, and so are bombs."""

import zipfile
from pathlib import Path

from sources.documents.blocks import DocumentError

# A Word plan of a hundred pages unpacks to about 5 MB; pictures are stored nearly as they are.
MAX_UNPACKED_BYTES = 100_000_000
MAX_ENTRIES = 2_000
# XML packs about 1:15; the bombs seen packed 1:1000.
MAX_RATIO = 200
_REMEDY = "Mở tệp bằng Word, lưu lại thành .docx mới rồi gửi lại."


def check_archive(path: Path, required: str) -> None:
    """DocumentError where the file is no archive, lacks the entry `required`, or would unpack to too much."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError) as error:
        raise DocumentError("broken_file", "Tệp Word bị hỏng hoặc không phải tệp .docx.", _REMEDY) from error
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED_BYTES or unpacked > MAX_RATIO * max(packed, 1):
        raise DocumentError("suspicious_archive", "Tệp nén bất thường, không mở để bảo đảm an toàn.", _REMEDY)
    if required not in {entry.filename for entry in entries}:
        raise DocumentError("broken_file", "Tệp không có phần văn bản của Word.", _REMEDY)
