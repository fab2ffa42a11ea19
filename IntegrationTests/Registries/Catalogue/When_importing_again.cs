using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;
using DichVuCong.Registries.Catalogue;
using Npgsql;

namespace DichVuCong.Registries.Tests.Catalogue;

internal sealed class When_importing_again : CatalogueTest
{
    [Test]
    public async Task Should_leave_operators_rows_alone()
    {
        await ImportAsync(Shipped.Few);
        await ExecuteAsync(
            """
            insert into catalogue.agency_route (id, procedure, level, agency, valid_from, state, source)
              values ('op-1', '1.001193', 'commune', 'H60.101', '2026-01-01', 'live', '12/UBND');
            insert into catalogue.system_route (id, procedure, agency, with_units, system, state, source)
              values ('op-2', '1.001193', 'H60', true, 'G15', 'tested', 'A23.3');
            insert into catalogue.agency (code, name, kind, parent, source) values ('H60.9', 'Sở Tư pháp', 'unit', 'H60', '12/UBND');
            insert into catalogue.agency_alias (code, agency, source) values ('000.00.09.H60', 'H60.9', '12/UBND');
            insert into catalogue.calendar_day (calendar, date, kind, name, source_document, active)
              values ('H60', '2026-05-19', 'Holiday', 'Nghỉ', '12/UBND', true);
            insert into catalogue.maintenance_window (system, starts, ends, announcement)
              values ('H60', '2026-03-07 22:00+07', '2026-03-08 05:00+07', 'Bảo trì');
            """);
        var before = await LoadAsync();
        var result = await ImportAsync(Shipped.Few);
        result.Changed.ShouldBeFalse();
        Text(await LoadAsync()).ShouldBe(Text(before));
        before.AgencyRoutes.Single(route => route.Id == "op-1").Origin.ShouldBe(RecordOrigin.Operator);
        before.Calendars.Windows.ShouldHaveSingleItem().From.ShouldBe(new DateTimeOffset(2026, 3, 7, 22, 0, 0, TimeSpan.FromHours(7)));
    }

    [Test]
    public async Task Should_give_an_imported_row_to_the_operator_who_changes_it()
    {
        await ImportAsync(Shipped.Few);
        await ExecuteAsync(
            """
            update catalogue.agency_route set state = 'draft' where id = 'import:1.001193/commune';
            update catalogue.calendar_day set active = true where date = '2026-11-24';
            """);
        (await ImportAsync(Shipped.Few)).Changed.ShouldBeFalse();
        var loaded = await LoadAsync();
        var route = loaded.AgencyRoutes.Single(row => row.Id == "import:1.001193/commune");
        (route.State, route.Origin).ShouldBe((RouteState.Draft, RecordOrigin.Operator));
        loaded.Calendars.Days.ShouldAllBe(day => day.Active);
    }

    [Test]
    public async Task Should_keep_settings_and_numbers_of_systems()
    {
        await ImportAsync(Shipped.Few);
        var system = (await LoadAsync()).Systems.Single(row => row.Code == "H60") with
        {
            BaseUrl = new Uri("https://adapter.test/h60"),
            Generation = WireGeneration.G1,
            DstCode = "VN:GOV:000.00.00.H60",
            CallsPerSecond = 12.5,
            LookupPath = null,
            RedirectTemplate = "https://h60.test/{procedure}",
            CallTimeout = TimeSpan.FromSeconds(7),
            ErrorCodeForm = "padded",
        };
        await Store.ConfigureAsync([system], CancellationToken.None);
        await ImportAsync(Shipped.Few with
        {
            Systems = [.. Shipped.Few.Systems.Where(row => row.Code != "G01")],
            SystemRoutes = [.. Shipped.Few.SystemRoutes.Where(row => row.System != "G01")],
        });
        var loaded = await LoadAsync();
        loaded.Systems.Single(row => row.Code == "H60").ShouldBe(system);
        loaded.Systems.ShouldContain(row => row.Code == "G01");
        loaded.SystemRoutes.ShouldNotContain(row => row.System == "G01");
    }

    [Test]
    public async Task Should_never_give_a_number_twice()
    {
        await ImportAsync(Shipped.Few);
        await ExecuteAsync("delete from catalogue.system_route where system = 'H60'; delete from catalogue.one_stop_system where code = 'H60'");
        await ExecuteAsync("insert into catalogue.one_stop_system (code, name, owner, generation) values ('X1', 'X', 'G01', 'G2')");
        await ImportAsync(Shipped.Few);
        var numbers = (await LoadAsync()).Systems.ToDictionary(system => system.Code, system => system.Number);
        numbers["X1"].ShouldBe((short)52);
        numbers["H60"].ShouldBeLessThan((short)52);
        numbers.Values.ShouldBeUnique();
        await Should.ThrowAsync<PostgresException>(() => ExecuteAsync("update catalogue.one_stop_system set number = 99 where code = 'X1'"));
        await Should.ThrowAsync<PostgresException>(() => ExecuteAsync("delete from catalogue.system_number"));
    }

    [Test]
    public async Task Should_leave_a_part_alone_whose_file_was_missing()
    {
        await ImportAsync(Shipped.Few);
        var result = await ImportAsync(Shipped.Few with { Procedures = [], AgencyRoutes = [], Calendars = new CalendarData(0, [], [], []) });
        result.Changed.ShouldBeFalse();
        result.LeftAsTheyAre.ShouldBe(["procedure", "procedure_channel", "agency_route", "calendar_day", "office_hours"]);
        (await LoadAsync()).Procedures.Count.ShouldBe(3);
    }

    [Test]
    public async Task Should_refuse_to_remove_a_tenth_of_a_table_unless_it_is_allowed()
    {
        await ImportAsync(Shipped.Data);
        var ofOneMinistry = Shipped.Data with
        {
            Procedures = [.. Shipped.Data.Procedures.Where(procedure => procedure.Publisher == AgencyCode.Parse("G15"))],
        };
        var refusal = await Should.ThrowAsync<CatalogueImportRefusedException>(() => ImportAsync(ofOneMinistry));
        (refusal.Table, refusal.Existing, refusal.Removed).ShouldBe(("procedure", 2334, 2334 - ofOneMinistry.Procedures.Count));
        (await LoadAsync()).Procedures.Count.ShouldBe(2334);
        await ImportAsync(ofOneMinistry, allowMassRemoval: true);
        (await LoadAsync()).Procedures.Count.ShouldBe(ofOneMinistry.Procedures.Count);
    }

    [Test]
    public async Task Should_change_nothing_at_all_when_it_fails_in_the_middle()
    {
        await ImportAsync(Shipped.Few);
        var before = Text(await LoadAsync());
        var broken = Shipped.Few with
        {
            Procedures = [.. Shipped.Few.Procedures.Skip(1)],
            SystemRoutes = [.. Shipped.Few.SystemRoutes, Shipped.Few.SystemRoutes[0] with { Id = "import:none", System = "none" }],
        };
        (await Should.ThrowAsync<PostgresException>(() => ImportAsync(broken))).SqlState.ShouldBe(PostgresErrorCodes.ForeignKeyViolation);
        Text(await LoadAsync()).ShouldBe(before);
        (await Store.ImportsAsync(10, CancellationToken.None)).ShouldHaveSingleItem();
    }

    [Test]
    public async Task Should_let_two_imports_at_once_follow_each_other()
    {
        var results = await Task.WhenAll(ImportAsync(Shipped.Data), ImportAsync(Shipped.Data));
        results.Select(result => result.Changed).Order().ShouldBe([false, true]);
        results.ShouldAllBe(result => result.Version == 1);
    }
}
