"""What every sign and word of a state means, and by which rules targets, tasks and reports are judged."""

from collections.abc import Iterator

from dashboards.blocks.layout import Block, Bullets, Fold, Folds
from dashboards.blocks.table import Cell, Column, Group, Line, Table
from dashboards.pages.book import Book
from dashboards.theme.states import FAMILIES

# Rules in the order in which a reader meets what they judge.
_RULES = ("targets", "periods", "tasks", "reports", "indices")


def states(book: Book) -> Table:
    """The legend of the whole site: every state with its sign, by what it is a state of."""
    words = book.words.glossary
    groups = [Group(list(_lines(book, family)), words.family[family], f"tu-{_dashed(family)}") for family in FAMILIES]
    columns = [Column(words.sign, "name"), Column(words.meaning, "wide")]
    return Table("trang-thai", words.states, columns, groups)


def _lines(book: Book, family: str) -> Iterator[Line]:
    meanings = book.words.glossary.state[family]
    for code in FAMILIES[family]:
        name = Cell(mark=book.phrases.mark(family, code))
        yield Line([name, Cell(meanings[code])], anchor=f"tu-{_dashed(family)}-{_dashed(code)}")


def rules(book: Book, *, has_indices: bool = True) -> list[Block]:
    """Rules in short sentences, a list for each thing that is judged; has_indices: whether the reader has any."""
    words = book.words.glossary.rule
    told = [name for name in _RULES if has_indices or name != "indices"]
    return [Fold(words[name].title, [Bullets(_bullets(words[name].said))], f"cach-{name}") for name in told]


def unknown(book: Book) -> list[Block]:
    """What the pages cannot say."""
    return [Bullets(_bullets(book.words.glossary.unknown))]


def legend(book: Book) -> list[Block]:
    """The table of states."""
    return [Folds(states(book))]


def _bullets(text: str) -> list[Cell]:
    """Sentences stand in the file of words one a line."""
    return [Cell(line.strip()) for line in text.splitlines() if line.strip()]


def _dashed(code: str) -> str:
    return code.replace("_", "-")
