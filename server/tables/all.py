"""Imports every table, so that ``Tables.metadata`` knows them: for migrations."""

from server.tables import files, people, sessions, stations
from server.tables.model import Tables

MODULES = (files, people, sessions, stations)
METADATA = Tables.metadata
