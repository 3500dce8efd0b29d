"""What invented rows share: hostile text, a place, the shape of a row."""

from collections.abc import Iterator
from typing import Any

HOSTILE = 'Bệnh viện </script><b>Đa khoa</b> & "Tâm" <img src=x onerror=alert(1)>'
HOSTILE_URL = "javascript:alert(document.domain)"
PLACE = {"source_path": "plans/ke_hoach_mau.docx", "source_place": "mục II.2.1, dòng 47"}
AREAS = ["Cải cách thể chế", "Cải cách thủ tục hành chính", "Cải cách tài chính công"]

Rows = Iterator[tuple[str, dict[str, Any]]]
"""(table, row); columns that a row does not name stay NULL."""
