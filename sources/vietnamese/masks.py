"""Digits that are no figures: numbers of documents, dates, years, levels, standards, enumerators.

A mask keeps the length of the text, so that positions found in the masked text hold for the original.
"""

import re

from sources.vietnamese.legal_documents import DOCUMENT

# Each pattern with what it takes out. Order matters: the long forms come before the short ones.
_NOT_FIGURES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # what was reached before: "đạt 95% (năm 2023 đạt 92%)"
        r"\([^()]{0,300}(?:năm trước|so với|cùng kỳ|hiện nay|hiện có|hiện đang|thực hiện năm)[^()]{0,300}\)",
        r"\([^()]{0,300}năm\s+\d{4}\s*(?::|là|đạt)[^()]{0,300}\)",
        # what a change is against: "so với 143 cuộc gọi của năm 2025", "so với mức 95 phút"
        r"so với\s+(?:mức\s+|con số\s+)?\d[\d.,]{0,20}\s*(?:%|[^\W\d_]+)",
        # who it is for, and how soon: "trẻ em dưới 1 tuổi", "trong thời hạn 05 ngày làm việc"
        r"(?:trẻ em|trẻ|người|người cao tuổi|phụ nữ|bệnh nhân|học sinh)\s+(?:từ|dưới|trên|đủ)?\s*"
        r"\d{1,3}\s*(?:(?:-|–|đến)\s*\d{1,3}\s*)?tuổi(?:\s+trở\s+(?:lên|xuống))?",
        r"trong\s+thời hạn\s+\d+\s+(?:giờ|ngày)(?:\s+làm việc)?",
        # how many there are: "(phạm vi 27 thủ tục)", "(gồm 3 cơ sở)"
        r"\((?:phạm vi|gồm|bao gồm|tổng số|trong tổng số)[^()]{0,300}\)",
        r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}",
        r"\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}",
        r"\b\d{1,2}/\d{4}\b",
        r"(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d",
        r"(?:năm|đến|từ|giai đoạn)\s+(?:19|20)\d\d\b",
        # levels of online services, before and after Decree 42/2022
        r"mức(?:\s+độ)?\s+(?!\d+,\d+\s*(?:con|điểm|%|triệu|tỷ|đồng|‰))\d(?:(?:\s*,\s*|\s+và\s+)(?:mức\s+(?:độ\s+)?)?\d(?!\d|%|,\d)){0,4}",
        r"iso\s*(?:/iec\s*)?\d{1,6}(?:\s*:\s*\d{4})?",
        r"(?:quý|khóa|khoá|lần thứ|đề án|tổng đài|thứ|cấp độ|hạng|bậc|loại)\s+\d+\b(?!\s*%|\s+trở)",
        r"(?:điều|khoản|mục|biểu|phụ lục|số)\s+\d+\b(?!\s*%)",
        r"(?<!mỗi )(?<!hằng )(?<!hàng )(?<!một )tháng\s+\d{1,2}(?:\s*,\s*\d{1,2}){0,11}\b",
        r"\b\d+\s+tháng\b",
        r"ngày\s+\d{1,2}(?:/\d{1,2})?\b",
        r"\b1\s+cửa\b",
        r"\b24/(?:7|24)\b",
        r"covid\s*-?\s*19",
        r"\(\d{1,2}\)",
        # what a procedure takes is a scope, not something to be reached: "có thời hạn từ 15 ngày trở lên"
        r"có thời hạn[^,;.]{0,100}?ngày(?:\s+làm việc)?(?:\s+trở\s+(?:lên|xuống))?",
        # which ones: "bếp ăn có từ 200 suất ăn trở lên"; "năm 2026 có từ 5 sáng kiến" says how many there will be
        r"(?<!năm)(?<!ngành)(?<!sở)(?<!đó)(?<=[^\W\d_])\s+có\s+từ\s+(?:\d[\d.]{0,20}|hai|ba|bốn)\s+(?!%|đến)[^\W\d_]+"
        r"(?:[^,;.%\d]{0,100}?trở\s+(?:lên|xuống))?",
        # the starting point of "tăng từ 80% lên 90%"
        r"từ\s++\d{1,9}(?:,\d{1,9})?\s*+(?:%|(?:(?!trở)[^\W\d_]++\s++){1,3})?\s*+(?=(?:\([^)]{0,300}\)\s*+)?(?:lên|xuống|còn)\b)",
        # how soon something is done is a condition: "trong 24 giờ", "trong vòng 03 ngày làm việc"
        r"trong\s+(?:vòng\s+)?\d+\s+(?:giờ|ngày|phút)(?:\s+làm việc)?(?!\s*/|\s+trong)",
    )
)


def mask_non_figures(text: str) -> str:
    """`text` with everything that only looks like a figure blanked out, length kept."""
    for pattern in (DOCUMENT, *_NOT_FIGURES):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text
