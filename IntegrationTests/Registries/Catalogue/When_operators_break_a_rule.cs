using DichVuCong.Registries.Catalogue;
using DichVuCong.Testing;
using Npgsql;

namespace DichVuCong.Registries.Tests.Catalogue;

/// <summary>One database for all: a refused statement leaves nothing behind.</summary>
internal sealed class When_operators_break_a_rule
{
    private TestDatabase _database = null!;

    [OneTimeSetUp]
    public async Task CreateDatabaseAsync()
    {
        _database = await TestDatabase.CreateAsync(CatalogueSchema.Migrations);
        await new CatalogueStore(_database.Source, TimeProvider.System).ImportAsync(Shipped.Few, [], false, CancellationToken.None);
    }

    [OneTimeTearDown]
    public async Task DropDatabaseAsync() => await _database.DisposeAsync();

    [TestCase("agency, unit_kind", "'H60', 'taxOffice'")]
    [TestCase("valid_from", "date '2026-01-01'")]
    [TestCase("unit_kind", "'ministry'")]
    [TestCase("agency, state", "'H60', 'ready'")]
    [TestCase("agency, procedure", "'H60', '1.001193.H60'")]
    [TestCase("agency, commune", "'H60', '00691'")]
    [TestCase("agency, province", "'H60', '8'")]
    [TestCase("agency, valid_from, valid_to", "'H60', date '2026-01-02', date '2026-01-01'")]
    [TestCase("agency, case_no", "'H60', 0")]
    [TestCase("agency, origin", "'H60', 'import'")]
    public Task Should_refuse_a_route_that_makes_no_sense(string columns, string values) =>
        RefusesAsync($"insert into catalogue.agency_route (id, level, {columns}, source) values ('r', 'commune', {values}, 'x')");

    [TestCase("update catalogue.one_stop_system set base_url = 'ftp://x' where code = 'H60'")]
    [TestCase("update catalogue.one_stop_system set concurrency = 0 where code = 'H60'")]
    [TestCase("update catalogue.one_stop_system set call_timeout = '0' where code = 'H60'")]
    [TestCase("update catalogue.one_stop_system set redirect_template = 'javascript:1' where code = 'H60'")]
    [TestCase("insert into catalogue.maintenance_window values ('H60', '2026-03-08', '2026-03-07', 'x')")]
    [TestCase("insert into catalogue.office_hours values ('vn', 'Monday', '12:00', '08:00', '2026-01-01', null, 'x')")]
    [TestCase("insert into catalogue.office_hours values ('vn', 'Thứ Hai', '08:00', '12:00', '2026-01-01', null, 'x')")]
    [TestCase("insert into catalogue.calendar_day values ('vn', '2026-01-05', 'Holiday', 'x', '', true)")]
    public Task Should_refuse_settings_and_calendars_that_make_no_sense(string sql) => RefusesAsync(sql);

    private async Task RefusesAsync(string sql)
    {
        await using var command = _database.Source.CreateCommand(sql);
        (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync())).SqlState.ShouldBe(PostgresErrorCodes.CheckViolation);
    }
}
