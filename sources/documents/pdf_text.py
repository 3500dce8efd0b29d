"""Whether the letters of a PDF are letters: some fonts give signs that only look right on paper."""

from collections.abc import Sequence

from sources.documents.blocks import DocumentError
from sources.documents.pdf_letters import UNKNOWN

# Letters that no other language has: one of seven in Vietnamese text, none in English or in TCVN3 and VNI codes, which
# borrow â, ê and ô for other letters.
_OWN = frozenset("ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
_LEAST_OWN = 0.03
# Fewer letters are a stamp or a page number, which say nothing of the fonts.
_LEAST_LETTERS = 300
# A few unknown signs are ornaments.
_MOST_UNKNOWN = 0.05
_REMEDY = "Mở văn bản gốc bằng Word, đổi sang phông Unicode (Times New Roman) rồi xuất PDF, hoặc gửi tệp Word."


def check_letters(pages: Sequence[str]) -> None:
    """DocumentError where the text of the pages is no Vietnamese in Unicode."""
    letters = _letters(pages)
    if len(letters) < _LEAST_LETTERS:
        return
    if letters.count(UNKNOWN) > _MOST_UNKNOWN * len(letters):
        message = "Phông chữ trong tệp PDF không có bảng mã Unicode; chữ in ra được nhưng máy không đọc được."
        raise DocumentError("not_unicode", message, _REMEDY)
    if not is_vietnamese(pages):
        message = "Chữ trong tệp PDF không phải tiếng Việt Unicode; có thể là phông cũ (TCVN3, VNI)."
        raise DocumentError("not_unicode", message, _REMEDY)


def is_vietnamese(pages: Sequence[str]) -> bool:
    """Whether the text has the letters that Vietnamese has."""
    letters = _letters(pages)
    return sum(char in _OWN for char in letters) >= _LEAST_OWN * len(letters)


def _letters(pages: Sequence[str]) -> str:
    return "".join(char for text in pages for char in text.lower() if char.isalpha() or char == UNKNOWN)
