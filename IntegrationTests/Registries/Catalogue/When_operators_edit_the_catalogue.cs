using DichVuCong.Contracts;
using DichVuCong.Contracts.Catalogue;

namespace DichVuCong.Registries.Tests.Catalogue;

internal sealed class When_operators_edit_the_catalogue : CatalogueTest
{
    [TestCase("update catalogue.agency_route set state = 'tested'", 1)]
    [TestCase("delete from catalogue.commune where code = '00691'", 1)]
    [TestCase("update catalogue.one_stop_system set base_url = 'https://x.test' where code = 'H60'", 1)]
    [TestCase("update catalogue.agency_route set state = 'tested' where id = 'none'", 0)]
    [TestCase("insert into catalogue.maintenance_window values ('H60', '2026-03-07', '2026-03-08', 'x')", 1)]
    [TestCase("update catalogue.agency set name = name where code = 'H60'; delete from catalogue.office_hours", 1)]
    public async Task Should_raise_the_version_once_for_every_transaction_that_changes_something(string sql, int by)
    {
        await ImportAsync(Shipped.Few);
        var before = await Store.VersionAsync(CancellationToken.None);
        await ExecuteAsync(sql);
        (await Store.VersionAsync(CancellationToken.None)).ShouldBe(before + by);
    }

    [Test]
    public async Task Should_raise_the_calendars_version_only_for_what_time_is_counted_with()
    {
        await ImportAsync(Shipped.Few);
        await ExecuteAsync("update catalogue.agency set name = 'x' where code = 'H60'");
        var loaded = await LoadAsync();
        (loaded.Version, loaded.Calendars.Version).ShouldBe((2, 1));
        await ExecuteAsync("update catalogue.calendar_day set active = true where date = '2026-11-24'");
        loaded = await LoadAsync();
        (loaded.Version, loaded.Calendars.Version).ShouldBe((3, 2));
    }

    [Test]
    public async Task Should_begin_a_new_route_as_a_draft_of_the_operators()
    {
        await ExecuteAsync("insert into catalogue.agency_route (id, level, agency, source) values ('r', 'commune', 'H60', 'x')");
        var route = (await LoadAsync()).AgencyRoutes.ShouldHaveSingleItem();
        (route.State, route.Origin, route.Target).ShouldBe((RouteState.Draft, RecordOrigin.Operator, new RouteTarget.FixedAgency(AgencyCode.Parse("H60"))));
    }

    [Test]
    public async Task Should_configure_all_systems_or_none()
    {
        await ImportAsync(Shipped.Few);
        var known = (await LoadAsync()).Systems[0] with { BaseUrl = new Uri("https://x.test/") };
        await Should.ThrowAsync<KeyNotFoundException>(() => Store.ConfigureAsync([known, known with { Code = "X9" }], CancellationToken.None));
        (await LoadAsync()).Systems[0].BaseUrl.ShouldBeNull();
        await Store.ConfigureAsync([known], CancellationToken.None);
        (await LoadAsync()).Systems[0].ShouldBe(known);
    }
}
