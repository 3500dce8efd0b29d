"""Forms of documents that are not read, by the ending of the name: what to send instead, in words for the sender."""

from typing import Final

_AS_DOCX: Final = "Mở tệp bằng {program}, chọn Lưu thành (Save As) dạng Word (.docx) rồi gửi tệp .docx."
_PROGRAMS: Final = {
    ".doc": "Word",
    ".dot": "Word",
    ".rtf": "Word",
    ".odt": "LibreOffice hoặc Word",
    ".ott": "LibreOffice hoặc Word",
    ".wps": "WPS Office",
    ".pages": "Pages",
    ".mht": "Word",
    ".mhtml": "Word",
    ".xml": "Word",
}
_UNPACK: Final = "Giải nén và gửi từng tệp kế hoạch, không gửi tệp nén."
_ARCHIVES: Final = frozenset({".zip", ".rar", ".7z"})


def remedy_for(ending: str, readable: tuple[str, ...]) -> str:
    """What the sender should do with a file of this ending (with its dot, in small letters)."""
    if ending in _PROGRAMS:
        return _AS_DOCX.format(program=_PROGRAMS[ending])
    if ending in _ARCHIVES:
        return _UNPACK
    return f"Gửi kế hoạch ở một trong các dạng: {', '.join(readable)}."
