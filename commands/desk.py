"""HR's desk in a window, on a computer where no kiosk runs with this data."""

import typer

from commands.app import RESULTS, Data, app, folders_of
from commands.desk_tools import desk_of
from commands.trouble import end_on_bugs, plainly
from kiosk.config.settings import read_settings
from kiosk.console import refuse
from kiosk.wire.version import VERSION


@app.command(rich_help_panel=RESULTS)
def desk(data: Data = None) -> None:
    """Open HR's desk: find, watch, rate and decide interviews. It is in the kiosk's staff panel as well."""
    from capture.exports import Export
    from kiosk.config.log import set_up_log
    from kiosk.ports.station import StationFacts
    from kiosk.runtime.clock import SystemClock
    from kiosk.runtime.instance import AlreadyRunningError, SingleInstance
    from kiosk.runtime.office import Office
    from storage.export.exporter import StickExporter
    from storage.export.outfit import archive_of, local_drives
    from storage.station import open_station
    from ui.desk_window import run_desk

    folders = folders_of(data)
    with plainly():
        settings = read_settings(folders.data)
        storage = open_station(folders.data)
        try:
            instance = SingleInstance(folders.lock)
        except AlreadyRunningError:
            storage.close()
            refuse("The kiosk is running with this data; open the desk from its staff panel.")
        set_up_log("desk", folders.desk_log, settings.name)
        end_on_bugs()
        facts = StationFacts(settings.name, VERSION, simulated=False, tongue=settings.language)
        exporter = StickExporter(
            archive_of(storage, Export, settings.language), local_drives, settings.export_readers
        )
        office = Office(facts, storage.journal, storage.staff, SystemClock(), exporter)
        exporter.report_to(office.note)
        try:
            with desk_of(storage, settings.language) as office.desk:
                code = run_desk(office)
        finally:
            exporter.stop()
            office.stop()
            instance.release()
            storage.close()
    raise typer.Exit(code)
