"""Says what of a workbook was not read, or was read although people do not see it."""

from sources.account import Account
from sources.results.grid import Grid
from sources.spreadsheet import Book


def tell_skipped(account: Account, book: Book) -> None:
    """Hidden sheets are not read; hidden rows are, since a filter hides rows that count."""
    for title in book.hidden_titles:
        message = f"Tệp {account.file.name}: trang ẩn “{title}” không được đọc."
        account.find("hidden_sheet", "warning", title, message, "Bỏ ẩn trang nếu trang có số liệu cần báo cáo.")
    for sheet in book.visible:
        hidden = sum(dimension.hidden for dimension in sheet.row_dimensions.values())
        if hidden:
            message = f"Tệp {account.file.name}: trang “{sheet.title}” có {hidden} dòng ẩn; dòng ẩn vẫn được đọc."
            account.find("hidden_rows", "warning", sheet.title, message, "Bỏ ẩn, bỏ lọc và kiểm tra các dòng này.")


def tell_outside(account: Account, grid: Grid) -> None:
    """Numbers below the table, and a sheet that goes on further than any form does."""
    title, stray = grid.sheet.title, grid.stray_cells()
    if stray:
        account.ignore(len(stray), "số nằm dưới bảng")
        message = f"Tệp {account.file.name}, trang “{title}”: có số nằm dưới bảng ({', '.join(stray)}), không được đọc."
        remedy = "Đưa số vào đúng dòng của bảng nếu là số liệu báo cáo."
        account.find("cells_below_table", "warning", f"{title}!{stray[0]}", message, remedy)
    if grid.is_cut_off:
        message = (
            f"Tệp {account.file.name}, trang “{title}”: trang quá dài, phần dưới dòng {grid.foot_row} không được đọc."
        )
        account.find("sheet_cut_off", "warning", title, message, "Xóa các dòng trống có định dạng ở cuối trang.")
