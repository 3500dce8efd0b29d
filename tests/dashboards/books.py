"""The book of the invented warehouse with some of its marts given anew."""

import pandas as pd

from dashboards.pages.book import Book
from dashboards.queries.marts import Marts
from dashboards.row import Row


def with_rows(book: Book, **marts: list[Row]) -> Book:
    """marts: all rows of a query, by its name."""
    frames = {name: pd.DataFrame(rows, dtype=object) for name, rows in marts.items()}
    return Book(Marts(book.marts.frames | frames), book.words)
